import type { LoaderFunctionArgs } from '@remix-run/node';
import { stringify } from 'csv-stringify/sync';
import { dayOf } from '#app/http/clock.ts';
import { translate } from '#app/i18n/translate.ts';
import { wholeRegister } from '#app/modules/documents/register/register.server.ts';
import { registerFilterOf } from '#app/modules/documents/register/register-filter.ts';
import { authorize } from '#app/permissions/matrix.ts';

const columns = ['code', 'title', 'kind', 'unit', 'issue', 'amendment', 'in-force-from', 'state'] as const;

/** The register as asked for, as a table that spreadsheets open: no cell of it can become a formula. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { locale, now, services } = context;
  const actor = await context.actor();
  authorize(actor, 'document.read');
  const filter = registerFilterOf(new URL(request.url), dayOf(now));
  const rows = (await wholeRegister(services.db, actor, filter)).map((row) => [
    row.code ?? row.claimedCode ?? '',
    (locale === 'en' && row.titleEn) || row.titleVi,
    translate(locale, `documents.kind.${row.kind}`),
    (locale === 'en' ? row.unitEn : row.unitVi) ?? '',
    row.issue,
    row.amendment,
    row.inForceFrom ?? '',
    translate(locale, `documents.state.${row.state}`),
  ]);
  const head = columns.map((column) => translate(locale, `documents.field.${column}`));
  const text = stringify([head, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="danh-muc-tai-lieu-${filter.on}.csv"`,
    },
  });
}
