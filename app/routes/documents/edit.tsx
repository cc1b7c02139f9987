import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { draftForm } from '#app/modules/documents/document-forms.ts';
import { mayWrite, readForEditing, saveEditedDraft } from '#app/modules/documents/drafting/editing.server.ts';
import { revisionPath } from '#app/modules/documents/paths.ts';
import { InsertHelp } from '#app/modules/documents/ui/insert-help.tsx';
import { RevisionHeader } from '#app/modules/documents/ui/revision-header.tsx';
import { ImportNotes, Returns } from '#app/modules/documents/ui/revision-papers.tsx';
import { Frozen, SaveConflict } from '#app/modules/documents/ui/save-conflict.tsx';
import { SourceEditor } from '#app/modules/documents/ui/source-editor.tsx';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea } from '#app/ui/form-field.tsx';
import { Notice } from '#app/ui/notice.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.act.edit') },
];

const conflictCodes = ['documents.refusal.changed-meanwhile', 'documents.refusal.not-a-draft'];

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
  const done = await attempt(read.values, () =>
    saveEditedDraft(services, actor, { revisionId, ...read.value }, now),
  );
  if (done.ok) return redirect(`${revisionPath(revisionId, 'edit')}?saved=yes`, { status: 303 });
  const conflict = conflictCodes.includes(done.refusal?.code ?? '');
  return conflict ? data({ ...done, conflict: true }, { status: 409 }) : showMistakes(done);
}

export default function Edit() {
  const { head, refusal, source, text, imported, roles, saved } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const { revision } = head;
  const conflict = form !== undefined && 'conflict' in form;
  const frozen = revision.state !== 'draft';
  const notMine = !frozen && refusal !== null;
  return (
    <>
      <RevisionHeader
        head={head}
        act={t('documents.act.edit')}
        actions={
          <>
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
      {conflict && !frozen ? <SaveConflict form={form} source={source} version={revision.version} /> : null}
      {frozen ? <Frozen form={form} /> : null}
      {notMine ? <Notice kind="warning" title={t(refusal.code, refusal.details)} /> : null}
      {conflict || frozen || notMine ? null : (
        <>
          <Returns returns={head.returns} />
          {imported ? <ImportNotes story={imported} folded /> : null}
          <Form method="post" key={`${revision.version}`}>
            <input type="hidden" name="version" value={form?.values.version?.[0] ?? revision.version} />
            <SourceEditor revision={{ ...revision, source }} text={text} form={form} />
            <InsertHelp roles={roles} />
            <TextArea
              name="changeSummary"
              label={t('documents.field.change-summary')}
              value={revision.change_summary}
              rows={2}
              form={form}
            />
            <TextArea
              name="legalGround"
              label={t('documents.field.legal-ground')}
              value={revision.legal_ground}
              rows={2}
              form={form}
            />
            <Actions>
              <Button>{t('documents.edit.save')}</Button>
            </Actions>
          </Form>
        </>
      )}
    </>
  );
}
