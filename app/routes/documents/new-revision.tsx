import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { nextRevisionForm } from '#app/modules/documents/document-forms.ts';
import { startRevision } from '#app/modules/documents/drafting/draft.server.ts';
import { revisionPath } from '#app/modules/documents/paths.ts';
import { newestRevisionOf, revisionHead } from '#app/modules/documents/reading/revision-page.server.ts';
import { RevisionHeader } from '#app/modules/documents/ui/revision-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { RadioField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea } from '#app/ui/form-field.tsx';
import { inTransaction } from '#db/unit-of-work.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.act.revisions-new') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'document.draft');
  const newest = await newestRevisionOf(services.db, actor, params.documentId ?? '');
  return { locale, head: await revisionHead(services.db, actor, newest, dayOf(now)) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  const documentId = params.documentId ?? '';
  authorize(actor, 'document.draft');
  const read = await readForm(request, nextRevisionForm);
  if (!read.ok) return showMistakes(read);
  const input = { ...read.value, documentId, newIssue: read.value.newIssue === 'yes' };
  const done = await attempt(read.values, () =>
    inTransaction(context.services.db, (trx) => startRevision(trx, actor, input, context.now)),
  );
  return done.ok ? redirect(revisionPath(done.value, 'form'), { status: 303 }) : showMistakes(done);
}

export default function NewRevision() {
  const { head } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const { issue, amendment } = head.revision;
  const summary = t('documents.field.change-summary');
  return (
    <>
      <RevisionHeader
        head={head}
        act={t('documents.act.revisions-new')}
        lead={t('documents.revisions-new.lead')}
      />
      <ErrorSummary form={form} labels={{ changeSummary: summary }} />
      <Form method="post">
        <TextArea
          name="changeSummary"
          label={summary}
          hint={t('documents.revisions-new.summary-hint')}
          required
          form={form}
        />
        <TextArea
          name="legalGround"
          label={t('documents.field.legal-ground')}
          hint={t('documents.revisions-new.ground-hint')}
          rows={2}
          form={form}
        />
        <RadioField
          name="newIssue"
          label={t('documents.revisions-new.number')}
          value="no"
          required
          form={form}
          options={[
            {
              value: 'no',
              label: t('documents.revisions-new.amendment', { issue, amendment: amendment + 1 }),
            },
            { value: 'yes', label: t('documents.revisions-new.issue', { issue: issue + 1 }) },
          ]}
        />
        <Actions>
          <Button>{t('documents.revisions-new.submit')}</Button>
        </Actions>
      </Form>
    </>
  );
}
