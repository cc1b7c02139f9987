import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '#app/http/clock.ts';
import { officeOf } from '#app/http/office.server.ts';
import { checklistPaper } from '#app/modules/audits/checklist-paper.ts';
import { getChecklist } from '#app/modules/audits/checklist-reading.server.ts';
import { checklistPath } from '#app/modules/audits/paths.ts';
import { formIssueOn } from '#app/modules/nonconformities/form-issue.server.ts';
import { checklistSheet } from '#app/pdf/sheets/checklist-sheet.ts';
import { authorize } from '#app/permissions/matrix.ts';

/** BM-02-04: as answered so far, or with `?blank=yes` to fill in by hand. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'checklist.read');
  const checklist = await getChecklist(services.db, actor, params.checklistId ?? '');
  const office = await officeOf(services.db, actor.agencyId, dayOf(now));
  const blank = new URL(request.url).searchParams.get('blank') === 'yes';
  const sheet = checklistSheet(
    checklistPaper(checklist, {
      locale,
      agency: office?.[locale] ?? '',
      issue: await formIssueOn(services.db, actor.agencyId, 'BM-02-04', dayOf(now)),
      statusUrl: `${services.env.origin}${checklistPath(checklist.id)}`,
      blank,
    }),
  );
  const bytes = await services.pdf.render(sheet);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes.length),
      'Content-Disposition': `inline; filename="${checklist.number}${blank ? '-blank' : ''}.pdf"`,
    },
  });
}
