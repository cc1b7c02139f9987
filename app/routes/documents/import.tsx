import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { formOf } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { importFiles } from '#app/modules/documents/import/importing.server.ts';
import { wordFilesOf } from '#app/modules/documents/import/word-files.server.ts';
import { importResultOf, registerPath } from '#app/modules/documents/paths.ts';
import { FileOutcomes, WordUpload } from '#app/modules/documents/ui/word-upload.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.import.title') },
];

export async function loader({ context }: LoaderFunctionArgs) {
  authorize(await context.actor(), 'document.import');
  return { locale: context.locale };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { services, now, locale } = context;
  const actor = await context.actor();
  authorize(actor, 'document.import');
  const files = await wordFilesOf(await formOf(request));
  if (files.length === 0) return data({ outcomes: [] }, { status: 400 });
  const outcomes = await importFiles(services, actor, files, now, locale);
  const drafts = outcomes.flatMap((one) => (one.kind === 'refused' ? [] : [one.revisionId]));
  if (drafts.length === outcomes.length) return redirect(importResultOf(drafts), { status: 303 });
  return { outcomes };
}

export default function Import() {
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('documents.register.title'), to: registerPath }]}
        title={t('documents.import.title')}
        lead={t('documents.import.lead')}
      />
      {answer && answer.outcomes.length === 0 ? (
        <Notice kind="refused" title={t('documents.import.no-file')} />
      ) : null}
      {answer && answer.outcomes.length > 0 ? <FileOutcomes outcomes={answer.outcomes} /> : null}
      <WordUpload />
    </>
  );
}
