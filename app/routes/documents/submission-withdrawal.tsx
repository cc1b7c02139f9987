import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { revisionPath } from '#app/modules/documents/paths.ts';
import { revisionHead } from '#app/modules/documents/reading/revision-page.server.ts';
import { withdrawSubmission } from '#app/modules/documents/signing/submission.server.ts';
import { RevisionHeader } from '#app/modules/documents/ui/revision-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { inTransaction } from '#db/unit-of-work.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.act.submission-withdrawal') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'revision.submit');
  const { services, locale, now } = context;
  return { locale, head: await revisionHead(services.db, actor, params.revisionId ?? '', dayOf(now)) };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  const revisionId = params.revisionId ?? '';
  const done = await attempt({}, () =>
    inTransaction(context.services.db, (trx) => withdrawSubmission(trx, actor, { revisionId }, context.now)),
  );
  return done.ok ? redirect(revisionPath(revisionId), { status: 303 }) : showMistakes(done);
}

export default function SubmissionWithdrawal() {
  const { head } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <RevisionHeader
        head={head}
        act={t('documents.act.submission-withdrawal')}
        lead={t('documents.submission-withdrawal.lead')}
      />
      <ErrorSummary form={form} labels={{}} />
      <Form method="post">
        <Actions>
          <Button kind="danger">{t('documents.submission-withdrawal.submit')}</Button>
        </Actions>
      </Form>
    </>
  );
}
