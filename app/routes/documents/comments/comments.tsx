import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { commentForm } from '#app/modules/documents/comments/comment-forms.ts';
import { writeComment } from '#app/modules/documents/comments/commenting.server.ts';
import { readComments, sectionsOf } from '#app/modules/documents/comments/comments-page.server.ts';
import { revisionPath } from '#app/modules/documents/paths.ts';
import { CommentList } from '#app/modules/documents/ui/comments/comment-list.tsx';
import { RevisionHeader } from '#app/modules/documents/ui/revision-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SelectField, TextArea } from '#app/ui/form-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../../page-title.ts';

export const meta = pageTitle('comments.title');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'comment.read');
  return readComments(services, actor, params.revisionId ?? '', dayOf(now), locale);
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'comment.write');
  const revisionId = params.revisionId ?? '';
  const read = await readForm(request, commentForm);
  if (!read.ok) return showMistakes(read);
  const sections = await sectionsOf(services, actor, revisionId, locale);
  const section = sections.find((one) => one.id === read.value.section);
  const input = {
    revisionId,
    section: section ? { key: section.id, title: section.title } : null,
    comment: read.value.comment,
  };
  const done = await attempt(read.values, () =>
    inTransaction(services.db, (trx) => writeComment(trx, actor, input, now)),
  );
  return done.ok ? redirect(revisionPath(revisionId, 'comments'), { status: 303 }) : showMistakes(done);
}

export default function Comments() {
  const { head, sections, places, total, unanswered, refusalToComment, mayAnswer } =
    useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const labels = { section: t('comments.field.section'), comment: t('comments.field.comment') };
  return (
    <>
      <RevisionHeader
        head={head}
        act={t('comments.title')}
        lead={t('comments.lead', { total, unanswered })}
        actions={
          <ButtonLink kind="quiet" to={revisionPath(head.revision.id, 'comments/file.pdf')} download>
            {t('comments.file')}
          </ButtonLink>
        }
      />
      <CommentList revision={head.revision} places={places} mayAnswer={mayAnswer} />
      <Panel title={t('comments.write')} id="write">
        <ErrorSummary form={form} labels={labels} />
        {refusalToComment ? (
          <Notice title={t(refusalToComment.code, refusalToComment.details)} />
        ) : (
          <Form method="post">
            <SelectField
              name="section"
              label={labels.section}
              none={t('comments.whole')}
              options={sections.map((one) => ({ value: one.id, label: one.title }))}
              form={form}
            />
            <TextArea
              name="comment"
              label={labels.comment}
              hint={t('comments.hint.comment')}
              rows={4}
              maxLength={4000}
              required
              form={form}
            />
            <Actions>
              <Button>{t('comments.submit')}</Button>
            </Actions>
          </Form>
        )}
      </Panel>
    </>
  );
}
