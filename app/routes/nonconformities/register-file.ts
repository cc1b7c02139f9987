import type { LoaderFunctionArgs } from '@remix-run/node';
import { stringify } from 'csv-stringify/sync';
import { dayOf } from '#app/http/clock.ts';
import { translate } from '#app/i18n/translate.ts';
import { listNonconformities } from '#app/modules/nonconformities/register.server.ts';
import { registerFilterOf } from '#app/modules/nonconformities/register-filter.ts';
import { authorize } from '#app/permissions/matrix.ts';

const columns = [
  'number',
  'detected-on',
  'source',
  'unit',
  'statement',
  'document',
  'grade',
  'person-in-charge',
  'due',
  'closed-on',
  'verifier',
  'state',
  'days-overdue',
] as const;

/** BM-03-02 as a table that spreadsheets open: no cell of it can become a formula. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { locale, now, services } = context;
  const actor = await context.actor();
  authorize(actor, 'nonconformity.read');
  const today = dayOf(now);
  const filter = { ...registerFilterOf(new URL(request.url), today), page: 1, pageSize: 20_000 };
  const { rows } = await listNonconformities(services.db, actor, filter);
  const lines = rows.map((line) => [
    line.number,
    line.detectedOn,
    translate(locale, `nonconformities.source.${line.source}`),
    locale === 'en' ? line.unitEn : line.unitVi,
    line.statement,
    line.documentCode ?? '',
    translate(locale, `ui.stamp.${line.grade}`),
    line.personInCharge,
    line.due ?? '',
    line.closedOn ?? '',
    line.verifier ?? '',
    translate(locale, `nonconformities.state.${line.state}`),
    line.daysOverdue,
  ]);
  const head = columns.map((column) => translate(locale, `nonconformities.field.${column}`));
  const text = stringify([head, ...lines], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="BM-03-02-${today}.csv"`,
    },
  });
}
