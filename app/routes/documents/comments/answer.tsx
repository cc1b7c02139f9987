import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { answerForm } from '#app/modules/documents/comments/comment-forms.ts';
import { answerComment, getComment } from '#app/modules/documents/comments/commenting.server.ts';
import { revisionPath } from '#app/modules/documents/paths.ts';
import { revisionHead } from '#app/modules/documents/reading/revision-page.server.ts';
import { RevisionHeader } from '#app/modules/documents/ui/revision-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { RadioField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea } from '#app/ui/form-field.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../../page-title.ts';

export const meta = pageTitle('comments.answer.title');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, now } = context;
  const actor = await context.actor();
  authorize(actor, 'comment.answer');
  const revisionId = params.revisionId ?? '';
  const { comment, section_title } = await getComment(services.db, actor, revisionId, params.commentId ?? '');
  return { head: await revisionHead(services.db, actor, revisionId, dayOf(now)), comment, section_title };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'comment.answer');
  const [revisionId, commentId] = [params.revisionId ?? '', params.commentId ?? ''];
  const read = await readForm(request, answerForm);
  if (!read.ok) return showMistakes(read);
  const { accepted, answer } = read.value;
  const done = await attempt(read.values, () =>
    inTransaction(context.services.db, (trx) =>
      answerComment(trx, actor, { revisionId, commentId, accepted: accepted === 'yes', answer }, context.now),
    ),
  );
  return done.ok ? redirect(revisionPath(revisionId, 'comments'), { status: 303 }) : showMistakes(done);
}

export default function Answer() {
  const { head, comment, section_title } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const labels = { accepted: t('comments.field.accepted'), answer: t('comments.field.answer') };
  return (
    <>
      <RevisionHeader head={head} act={t('comments.answer.title')} lead={t('comments.answer.lead')} />
      <Panel title={section_title ? <InLanguage>{section_title}</InLanguage> : t('comments.whole')}>
        <p className="written">
          <InLanguage>{comment}</InLanguage>
        </p>
      </Panel>
      <ErrorSummary form={form} labels={labels} />
      <Form method="post">
        <RadioField
          name="accepted"
          label={labels.accepted}
          required
          form={form}
          options={[
            { value: 'yes', label: t('comments.yes') },
            { value: 'no', label: t('comments.no') },
          ]}
        />
        <TextArea
          name="answer"
          label={labels.answer}
          hint={t('comments.hint.answer')}
          rows={4}
          maxLength={4000}
          form={form}
        />
        <Actions>
          <Button>{t('comments.answer.submit')}</Button>
        </Actions>
      </Form>
    </>
  );
}
