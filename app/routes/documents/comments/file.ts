import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '#app/http/clock.ts';
import { officeOf } from '#app/http/office.server.ts';
import { commentPaper } from '#app/modules/documents/comments/comment-paper.server.ts';
import { revisionPath } from '#app/modules/documents/paths.ts';
import { formIssueOn } from '#app/modules/nonconformities/form-issue.server.ts';
import { commentSheet } from '#app/pdf/sheets/comment-sheet.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { pdfAnswer } from '../../pdf-answer.ts';

/** BM-01-08: the comments on a draft with their answers. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'comment.read');
  const revisionId = params.revisionId ?? '';
  const day = dayOf(now);
  const office = await officeOf(services.db, actor.agencyId, day);
  const paper = await commentPaper(services, actor, revisionId, day, {
    locale,
    agency: office?.[locale] ?? '',
    issue: await formIssueOn(services.db, actor.agencyId, 'BM-01-08', day),
    statusUrl: `${services.env.origin}${revisionPath(revisionId, 'comments')}`,
  });
  return pdfAnswer(await services.pdf.render(commentSheet(paper)), 'BM-01-08');
}
