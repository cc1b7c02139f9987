import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { draftForm } from '#app/modules/documents/document-forms.ts';
import { mayWrite, readForEditing } from '#app/modules/documents/drafting/editing.server.ts';
import { answerSource } from '#app/modules/documents/editor/source-answer.server.ts';
import { revisionPath } from '#app/modules/documents/paths.ts';
import { RevisionHeader } from '#app/modules/documents/ui/revision-header.tsx';
import { ImportNotes, Returns } from '#app/modules/documents/ui/revision-papers.tsx';
import { Frozen, SaveConflict } from '#app/modules/documents/ui/save-conflict.tsx';
import { SourceForm } from '#app/modules/documents/ui/source-form.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.act.edit') },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  const saved = new URL(request.url).searchParams.get('saved') === 'yes';
  return { locale, saved, ...(await readForEditing(services, actor, params.revisionId ?? '', now, locale)) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { services, now } = context;
  const actor = await context.actor();
  const revisionId = params.revisionId ?? '';
  await mayWrite(services.db, actor, revisionId);
  const read = await readForm(request, draftForm);
  if (!read.ok) return showMistakes(read);
  const answer = await answerSource(services, actor, { revisionId, ...read.value }, read.values, now);
  if (answer.saved) return redirect(`${revisionPath(revisionId, 'edit')}?saved=yes`, { status: 303 });
  return data(answer.form, { status: 409 });
}

export default function Edit() {
  const { head, refusal, source, text, imported, roles, saved } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const { revision } = head;
  const conflict = form && 'conflict' in form ? form.conflict : undefined;
  const frozen = revision.state !== 'draft';
  const notMine = !frozen && refusal !== null;
  return (
    <>
      <RevisionHeader
        head={head}
        act={t('documents.act.edit')}
        actions={
          <>
            <ButtonLink to={revisionPath(revision.id, 'form')}>{t('editor.to-form')}</ButtonLink>
            <ButtonLink to={revisionPath(revision.id)}>{t('documents.edit.read')}</ButtonLink>
            {notMine ? null : (
              <ButtonLink to={revisionPath(revision.id, 'submission')}>
                {t('documents.act.submission')}
              </ButtonLink>
            )}
          </>
        }
      />
      {saved && !form ? <Notice kind="done" title={t('documents.edit.saved')} /> : null}
      {conflict ? null : <ErrorSummary form={form} labels={{ source: t('documents.edit.source') }} />}
      {conflict && !frozen ? <SaveConflict form={form} {...conflict} /> : null}
      {frozen ? <Frozen form={form} /> : null}
      {notMine ? <Notice kind="warning" title={t(refusal.code, refusal.details)} /> : null}
      {conflict || frozen || notMine ? null : (
        <>
          <Returns returns={head.returns} />
          {imported ? <ImportNotes story={imported} folded /> : null}
          <SourceForm key={`${revision.version}`} {...{ revision, source, text, roles, form }} />
        </>
      )}
    </>
  );
}
