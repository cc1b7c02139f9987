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
import { submissionForm } from '#app/modules/documents/document-forms.ts';
import { pressRevision } from '#app/modules/documents/drafting/pressing.server.ts';
import { revisionPath } from '#app/modules/documents/paths.ts';
import { getRevision } from '#app/modules/documents/revision-record.server.ts';
import { readToSign } from '#app/modules/documents/signing/signing-page.server.ts';
import { submitRevision } from '#app/modules/documents/signing/submission.server.ts';
import { DocumentText } from '#app/modules/documents/ui/document-text.tsx';
import { DraftContextParts } from '#app/modules/documents/ui/draft-context.tsx';
import { RevisionHeader } from '#app/modules/documents/ui/revision-header.tsx';
import { Changes } from '#app/modules/documents/ui/revision-papers.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { DocumentPage } from '#app/ui/document-page.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FindingList } from '#app/ui/finding-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { inTransaction } from '#db/unit-of-work.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.act.submission') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'revision.submit');
  const text = await readToSign(services, actor, params.revisionId ?? '', now, locale, 'submission');
  return { locale, ...text };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { services, now, locale } = context;
  const actor = await context.actor();
  const revisionId = params.revisionId ?? '';
  authorize(actor, 'revision.submit');
  const read = await readForm(request, submissionForm);
  if (!read.ok) return showMistakes(read);
  const { version } = read.value;
  const done = await attempt(read.values, async () => {
    const revision = await getRevision(services.db, actor, revisionId);
    const pressed = await pressRevision(services.press, services.db, actor, revision, dayOf(now), locale);
    await inTransaction(services.db, (trx) =>
      submitRevision(trx, actor, { revisionId, version, pressed }, now),
    );
  });
  return done.ok ? redirect(revisionPath(revisionId), { status: 303 }) : showMistakes(done);
}

export default function Submission() {
  const { head, refusal, text, changed, context } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const errors = text.findings.filter((finding) => finding.severity === 'error').length;
  return (
    <>
      <RevisionHeader
        head={head}
        act={t('documents.act.submission')}
        lead={t('documents.submission.lead')}
        actions={
          refusal ? undefined : (
            <ButtonLink to={revisionPath(head.revision.id, 'form')}>{t('documents.act.form')}</ButtonLink>
          )
        }
      />
      <ErrorSummary form={form} labels={{}} />
      <Panel title={t('documents.findings.title', { count: text.findings.length })}>
        {errors > 0 ? (
          <Notice kind="refused" title={t('documents.submission.errors', { count: errors })} />
        ) : null}
        <FindingList findings={text.findings} placed={false} />
      </Panel>
      {refusal ? <Notice kind="warning" title={t(refusal.code, refusal.details)} /> : null}
      {errors === 0 && !refusal ? (
        <Form method="post">
          <input type="hidden" name="version" value={head.revision.version} />
          <p>{t('documents.submission.meaning', { code: head.code ?? '–' })}</p>
          <Actions>
            <Button>{t('documents.submission.submit')}</Button>
          </Actions>
        </Form>
      ) : null}
      <DraftContextParts context={context} />
      {changed ? <Changes changed={changed} folded={context.changes.length > 0} /> : null}
      <Panel title={t('documents.submission.text')}>
        <DocumentPage lang={text.language}>
          <DocumentText text={text} title={head.revision.title_vi} />
        </DocumentPage>
      </Panel>
    </>
  );
}
