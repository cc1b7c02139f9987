import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '#app/http/clock.ts';
import { officeOf } from '#app/http/office.server.ts';
import { readRequest } from '#app/modules/documents/change-requests/request-page.server.ts';
import { requestPaper } from '#app/modules/documents/change-requests/request-paper.ts';
import { requestPath } from '#app/modules/documents/change-requests/request-paths.ts';
import { formIssueOn } from '#app/modules/nonconformities/form-issue.server.ts';
import { changeRequestSheet } from '#app/pdf/sheets/change-request-sheet.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { pdfAnswer } from '../../pdf-answer.ts';

/** BM-01-01, filled in as far as the request has come. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'change-request.read');
  const read = await readRequest(services.db, actor, params.requestId ?? '', now);
  const office = await officeOf(services.db, actor.agencyId, dayOf(now));
  const sheet = changeRequestSheet(
    requestPaper(read, {
      locale,
      stamp: read.moves.at(-1)?.moved_at ?? read.row.proposed_at,
      agency: office?.[locale] ?? '',
      issue: await formIssueOn(services.db, actor.agencyId, 'BM-01-01', dayOf(now)),
      statusUrl: `${services.env.origin}${requestPath(read.row.id)}`,
    }),
  );
  return pdfAnswer(await services.pdf.render(sheet), read.row.number.replace('Đ', 'D'));
}
