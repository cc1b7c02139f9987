import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '#app/http/clock.ts';
import { officeOf } from '#app/http/office.server.ts';
import { acknowledgementRegisterPath } from '#app/modules/documents/acknowledgement/paths.ts';
import {
  wholeAcknowledgementRegister,
  withPartNames,
} from '#app/modules/documents/acknowledgement/register.server.ts';
import { acknowledgementFilterOf } from '#app/modules/documents/acknowledgement/register.ts';
import { registerPaper } from '#app/modules/documents/acknowledgement/register-paper.ts';
import { formIssueOn } from '#app/modules/nonconformities/form-issue.server.ts';
import { registerSheet } from '#app/pdf/sheets/register-sheet.ts';
import { authorize } from '#app/permissions/matrix.ts';

/** A sheet of paper holds what a person reads; the table for spreadsheets holds all. */
const mostLines = 1000;

/** BM-01-05 on paper. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { locale, now, services } = context;
  const actor = await context.actor();
  authorize(actor, 'acknowledgement.read');
  const today = dayOf(now);
  const { search, searchParams } = new URL(request.url);
  const filter = acknowledgementFilterOf(new URL(request.url));
  const lines = await wholeAcknowledgementRegister(services.db, actor, filter, today);
  const office = await officeOf(services.db, actor.agencyId, today);
  const sheet = registerSheet(
    registerPaper(await withPartNames(services.db, lines.slice(0, mostLines)), {
      ...{ locale, today, stamp: now, total: lines.length },
      agency: office?.[locale] ?? '',
      issue: await formIssueOn(services.db, actor.agencyId, 'BM-01-05', today),
      statusUrl: `${services.env.origin}${acknowledgementRegisterPath}${searchParams.size > 0 ? search : ''}`,
    }),
  );
  const bytes = await services.pdf.render(sheet);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes.length),
      'Content-Disposition': `inline; filename="BM-01-05-${today}.pdf"`,
    },
  });
}
