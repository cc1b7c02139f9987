import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formOf } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { mayWrite } from '#app/modules/documents/drafting/editing.server.ts';
import { answerForm, fillingIn } from '#app/modules/documents/editor/form-answer.server.ts';
import { readFormPage } from '#app/modules/documents/editor/form-page.server.ts';
import { partAsked } from '#app/modules/documents/editor/part-of-finding.ts';
import { revisionPath } from '#app/modules/documents/paths.ts';
import { FormEditor } from '#app/modules/documents/ui/editor/form-editor.tsx';
import { NoForm } from '#app/modules/documents/ui/editor/no-form.tsx';
import { RevisionHeader } from '#app/modules/documents/ui/revision-header.tsx';
import { ImportNotes, Returns } from '#app/modules/documents/ui/revision-papers.tsx';
import { Frozen, SaveConflict } from '#app/modules/documents/ui/save-conflict.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.act.form') },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  const asked = new URL(request.url).searchParams;
  const page = await readFormPage(services, actor, params.revisionId ?? '', now, locale);
  return {
    locale,
    saved: asked.get('saved') === 'yes',
    part: partAsked(page.view, asked.get('part')),
    ...page,
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { services, now, locale } = context;
  const actor = await context.actor();
  await mayWrite(services.db, actor, params.revisionId ?? '');
  const filling = fillingIn(await formOf(request), params.revisionId ?? '');
  const answer = await answerForm(services, actor, filling, now, locale);
  if (answer.saved) {
    const part = new URL(request.url).searchParams.get('part') ?? 'head';
    const to = `${revisionPath(params.revisionId ?? '', 'form')}?part=${encodeURIComponent(part)}&saved=yes`;
    return redirect(`${to}${answer.row ? `#${encodeURIComponent(answer.row)}` : ''}`, { status: 303 });
  }
  return data(answer, { status: answer.form?.refusal ? 409 : 400 });
}

export default function DraftForm() {
  const { head, refusal, source, text, view, book, part, previous, imported, saved } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const { revision } = head;
  const frozen = revision.state !== 'draft';
  const notMine = !frozen && refusal !== null;
  const conflict = answer?.form?.conflict;
  return (
    <>
      <RevisionHeader
        head={head}
        act={t('documents.act.form')}
        actions={
          <>
            <ButtonLink to={revisionPath(revision.id, 'edit')}>{t('editor.to-source')}</ButtonLink>
            <ButtonLink to={revisionPath(revision.id)}>{t('documents.edit.read')}</ButtonLink>
            <ButtonLink to={revisionPath(revision.id, 'submission')}>
              {t('documents.act.submission')}
            </ButtonLink>
          </>
        }
      />
      {saved && !answer ? <Notice kind="done" title={t('documents.edit.saved')} /> : null}
      {frozen ? <Frozen form={answer?.form} /> : null}
      {conflict && !frozen ? (
        <SaveConflict form={answer?.form} {...conflict} action={revisionPath(revision.id, 'edit')} />
      ) : null}
      {notMine ? <Notice kind="warning" title={t(refusal.code, refusal.details)} /> : null}
      {conflict || frozen || notMine ? null : (
        <>
          <Returns returns={head.returns} />
          {imported ? <ImportNotes story={imported} folded /> : null}
          {view === null ? <NoForm revisionId={revision.id} findings={text.findings} /> : null}
          {view === null ? null : (
            <FormEditor
              key={`${part} ${revision.version}`}
              {...{ source, view, book, text, part, previous }}
              revision={revision}
              form={answer?.form}
              refusal={answer?.refusal ?? []}
            />
          )}
        </>
      )}
    </>
  );
}
