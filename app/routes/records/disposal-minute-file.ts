import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '#app/http/clock.ts';
import { NotFound } from '#app/http/errors.ts';
import { officeOf } from '#app/http/office.server.ts';
import { formIssueOn } from '#app/modules/nonconformities/form-issue.server.ts';
import { readDisposal } from '#app/modules/records/disposal-page.server.ts';
import { disposalMinutePaper } from '#app/modules/records/disposal-paper.ts';
import { disposalPath } from '#app/modules/records/paths.ts';
import { disposalMinuteSheet } from '#app/pdf/sheets/disposal-minute-sheet.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { pdfAnswer } from '../pdf-answer.ts';

/** BM-01-07: the minute of a disposal that was carried out. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'disposal.read');
  const { db } = services;
  const read = await readDisposal(db, actor, params.disposalId ?? '');
  if (!read.minute) throw new NotFound();
  const office = await officeOf(db, actor.agencyId, dayOf(now));
  const paper = disposalMinutePaper(read, {
    locale,
    stamp: read.minute.recorded_at,
    agency: office?.[locale] ?? '',
    issue: await formIssueOn(db, actor.agencyId, 'BM-01-07', read.minute.disposed_on),
    statusUrl: `${services.env.origin}${disposalPath(read.disposal.id)}`,
  });
  return pdfAnswer(
    await services.pdf.render(disposalMinuteSheet(paper)),
    `BM-01-07-${read.disposal.number.replace('Đ', 'D')}`,
  );
}
