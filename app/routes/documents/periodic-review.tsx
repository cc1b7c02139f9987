import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { formatDay } from '#app/i18n/day-format.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { requestAbout } from '#app/modules/documents/change-requests/request-paths.ts';
import { documentPath } from '#app/modules/documents/paths.ts';
import { readToReview, recordReview } from '#app/modules/documents/periodic-review/periodic-review.server.ts';
import { reviewForm } from '#app/modules/documents/periodic-review/review-form.ts';
import { ReviewForm, ReviewsSoFar } from '#app/modules/documents/ui/periodic-review/review-form.tsx';
import { RevisionHeader } from '#app/modules/documents/ui/revision-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { inTransaction } from '#db/unit-of-work.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.act.periodic-review') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'periodic-review.read');
  return { locale, ...(await readToReview(services.db, actor, params.documentId ?? '', now)) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { services, now } = context;
  const actor = await context.actor();
  authorize(actor, 'periodic-review.record');
  const documentId = params.documentId ?? '';
  const read = await readForm(request, reviewForm);
  if (!read.ok) return showMistakes(read);
  const { revision: revisionId, outcome, remark, checked } = read.value;
  const review = { documentId, revisionId, outcome, remark, checked };
  const done = await attempt(read.values, () =>
    inTransaction(services.db, (trx) => recordReview(trx, actor, review, now)),
  );
  if (!done.ok) return showMistakes(done);
  // What follows from the outcome is begun at once by whoever may.
  const next = {
    unchanged: documentPath(documentId),
    revise: requestAbout(documentId, 'amend'),
    withdraw: requestAbout(documentId, 'withdraw'),
  };
  return redirect(next[outcome], { status: 303 });
}

export default function PeriodicReview() {
  const { head, next, reviews, legalBases, mine } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <RevisionHeader
        head={head}
        act={t('documents.act.periodic-review')}
        lead={next ? t('periodic-review.next-on', { day: formatDay(locale, next) }) : null}
      />
      {mine ? <ReviewForm revisionId={head.revision.id} legalBases={legalBases} form={form} /> : null}
      <ReviewsSoFar reviews={reviews} />
    </>
  );
}
