import type { LoaderFunctionArgs } from '@remix-run/node';
import { agencyNames } from '#app/modules/documents/printing/file-copy.server.ts';
import { releaseDecision } from '#app/modules/documents/release/release-decision.ts';
import { readRelease } from '#app/modules/documents/release/release-page.server.ts';
import { decisionSheet } from '#app/pdf/sheets/decision-sheet.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { pdfAnswer } from '../pdf-answer.ts';

/** The decision of a release, to be signed, sealed and filed (NĐ 30/2020/NĐ-CP). */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services } = context;
  const actor = await context.actor();
  authorize(actor, 'document.read');
  const release = await readRelease(services.db, actor, params.releaseId ?? '');
  const office = await agencyNames(services.db, actor.agencyId, 'vi');
  const bytes = await services.pdf.render(decisionSheet(releaseDecision(release, office)));
  return pdfAnswer(bytes, `quyet-dinh-${release.decision_number.replace(/\D+/g, '') || 'ban-hanh'}`);
}
