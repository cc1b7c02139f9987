import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { contentFolder } from '#app/http/installation.server.ts';
import { useT } from '#app/i18n/reader.tsx';
import { startRequestedDraft } from '#app/modules/documents/change-requests/drafting-for-request.server.ts';
import { requestedDraftForm } from '#app/modules/documents/change-requests/request-forms.ts';
import { readRequest } from '#app/modules/documents/change-requests/request-page.server.ts';
import { starterOf } from '#app/modules/documents/change-requests/starter.server.ts';
import { whyNotStart } from '#app/modules/documents/change-requests/why-not.server.ts';
import { revisionPath } from '#app/modules/documents/paths.ts';
import { DecisionTaken } from '#app/modules/documents/ui/requests/request-course.tsx';
import { RequestFacts } from '#app/modules/documents/ui/requests/request-facts.tsx';
import { RequestHeader } from '#app/modules/documents/ui/requests/request-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { RadioField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../../page-title.ts';

export const meta = pageTitle('requests.act.draft');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'document.draft');
  const { db } = context.services;
  const requestId = params.requestId ?? '';
  return {
    read: await readRequest(db, actor, requestId, context.now),
    refusal: await whyNotStart(db, actor, requestId, context.now),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'document.draft');
  const requestId = params.requestId ?? '';
  const read = await readForm(request, requestedDraftForm);
  if (!read.ok) return showMistakes(read);
  const newIssue = read.value.newIssue === 'yes';
  const done = await attempt(read.values, async () => {
    const { services, now } = context;
    const starter = await starterOf(services, actor, requestId, contentFolder());
    return inTransaction(services.db, (trx) =>
      startRequestedDraft(trx, actor, { requestId, newIssue, starter }, now),
    );
  });
  return done.ok ? redirect(revisionPath(done.value, 'form'), { status: 303 }) : showMistakes(done);
}

export default function RequestedDraft() {
  const { read, refusal } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <RequestHeader read={read} act={t('requests.act.draft')} lead={t('requests.draft.lead')} />
      <RequestFacts read={read} />
      <DecisionTaken decision={read.decision} />
      <ErrorSummary form={form} labels={{}} />
      {refusal === null ? (
        <Form method="post">
          {read.row.kind === 'amend' ? (
            <RadioField
              name="newIssue"
              label={t('documents.revisions-new.number')}
              value="no"
              required
              form={form}
              options={[
                { value: 'no', label: t('requests.draft.amendment') },
                { value: 'yes', label: t('requests.draft.issue') },
              ]}
            />
          ) : null}
          <Actions>
            <Button>{t('requests.draft.submit')}</Button>
          </Actions>
        </Form>
      ) : (
        <Notice kind="warning" title={t(refusal.code, refusal.details)} />
      )}
    </>
  );
}
