import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '#app/http/clock.ts';
import { NotFound } from '#app/http/errors.ts';
import { officeOf } from '#app/http/office.server.ts';
import { recordPath } from '#app/modules/records/paths.ts';
import { readRecord } from '#app/modules/records/record-page.server.ts';
import { recordPaper } from '#app/modules/records/record-paper.ts';
import { filledFormSheet } from '#app/pdf/sheets/filled-form-sheet.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { pdfAnswer } from '../pdf-answer.ts';

/** A record on paper, as long as its content is kept. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'record.read');
  const asked = Number(new URL(request.url).searchParams.get('version') ?? 'NaN');
  const version = Number.isInteger(asked) ? asked : null;
  const read = await readRecord(services.db, actor, params.recordId ?? '', now, version);
  const office = await officeOf(services.db, actor.agencyId, dayOf(now));
  const frame = {
    locale,
    stamp: read.versions.find((one) => one.version === read.shown?.version)?.made_at ?? read.row.completed_at,
    agency: office?.[locale] ?? '',
    statusUrl: `${services.env.origin}${recordPath(read.row.id)}`,
  };
  const paper = recordPaper(read, frame, read.row.title);
  if (!paper) throw new NotFound();
  const name = read.row.number.replace(/[^\w.-]+/g, '-');
  return pdfAnswer(await services.pdf.render(filledFormSheet(paper)), name);
}
