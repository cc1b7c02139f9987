import type { LoaderFunctionArgs } from '@remix-run/node';
import { stringify } from 'csv-stringify/sync';
import { dayOf } from '#app/http/clock.ts';
import { translate } from '#app/i18n/translate.ts';
import {
  wholeAcknowledgementRegister,
  withPartNames,
} from '#app/modules/documents/acknowledgement/register.server.ts';
import { acknowledgementFilterOf } from '#app/modules/documents/acknowledgement/register.ts';
import { registerCells, registerColumns } from '#app/modules/documents/acknowledgement/register-paper.ts';
import { authorize } from '#app/permissions/matrix.ts';

/** BM-01-05 as asked for, as a table that spreadsheets open: no cell of it can become a formula. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { locale, now, services } = context;
  const actor = await context.actor();
  authorize(actor, 'acknowledgement.read');
  const today = dayOf(now);
  const filter = acknowledgementFilterOf(new URL(request.url));
  const lines = await wholeAcknowledgementRegister(services.db, actor, filter, today);
  const head = registerColumns.map(({ key }) => translate(locale, `acknowledgement.field.${key}`));
  const rows = (await withPartNames(services.db, lines)).map((line, at) => registerCells(line, at, locale));
  const text = stringify([head, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="BM-01-05-${today}.csv"`,
    },
  });
}
