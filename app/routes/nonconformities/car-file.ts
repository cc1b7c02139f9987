import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '#app/http/clock.ts';
import { officeOf } from '#app/http/office.server.ts';
import { carPaper } from '#app/modules/nonconformities/car-paper.ts';
import { formIssueOn } from '#app/modules/nonconformities/form-issue.server.ts';
import { nonconformityPath } from '#app/modules/nonconformities/paths.ts';
import { getNonconformity } from '#app/modules/nonconformities/reading.server.ts';
import { correctiveActionSheet } from '#app/pdf/sheets/car-sheet.ts';
import { authorize } from '#app/permissions/matrix.ts';

/** BM-03-01, filled in as far as the record has come. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'nonconformity.read');
  const read = await getNonconformity(services.db, actor, params.nonconformityId ?? '', now);
  const office = await officeOf(services.db, actor.agencyId, dayOf(now));
  const sheet = correctiveActionSheet(
    carPaper(read, {
      locale,
      stamp: read.timeline.at(-1)?.at ?? read.row.created_at,
      agency: office?.[locale] ?? '',
      issue: await formIssueOn(services.db, actor.agencyId, 'BM-03-01', dayOf(now)),
      statusUrl: `${services.env.origin}${nonconformityPath(read.row.id)}`,
    }),
  );
  const bytes = await services.pdf.render(sheet);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes.length),
      'Content-Disposition': `inline; filename="${read.row.number}.pdf"`,
    },
  });
}
