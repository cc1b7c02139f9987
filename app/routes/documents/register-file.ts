import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '#app/http/clock.ts';
import { officeRegister } from '#app/modules/documents/register/office-registers.server.ts';
import { registerCsv } from '#app/modules/documents/register/register-file.ts';
import { registerFilterOf } from '#app/modules/documents/register/register-filter.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { sentFile } from '../sent-file.ts';

/** BM-01-02 as the screen of the register shows it, as a table that spreadsheets open. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { locale, now, services } = context;
  const actor = await context.actor();
  authorize(actor, 'document.read');
  const filter = registerFilterOf(new URL(request.url), dayOf(now));
  const register = await officeRegister(
    { db: services.db, actor, locale, day: filter.on },
    'BM-01-02',
    filter,
  );
  return sentFile(Buffer.from(registerCsv(register)), `danh-muc-tai-lieu-${filter.on}.csv`, 'csv');
}
