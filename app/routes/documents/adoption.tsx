import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { asksPassword, confirmPerson } from '#app/modules/accounts/confirmation.server.ts';
import { adoptionForm } from '#app/modules/documents/document-forms.ts';
import { revisionPath } from '#app/modules/documents/paths.ts';
import { keepScan } from '#app/modules/documents/release/decision-scan.server.ts';
import { adoptDraft } from '#app/modules/documents/release/releasing.server.ts';
import { readToSign } from '#app/modules/documents/signing/signing-page.server.ts';
import { DecisionFields, useDecisionLabels } from '#app/modules/documents/ui/decision-fields.tsx';
import { DocumentText } from '#app/modules/documents/ui/document-text.tsx';
import { RevisionHeader } from '#app/modules/documents/ui/revision-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ConfirmField } from '#app/ui/confirm-field.tsx';
import { DocumentPage } from '#app/ui/document-page.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FindingList } from '#app/ui/finding-list.tsx';
import { FileField } from '#app/ui/form-field.tsx';
import { Panel } from '#app/ui/panel.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.act.adoption') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'revision.release');
  return {
    locale,
    confirm: await asksPassword(services, actor, now),
    ...(await readToSign(services, actor, params.revisionId ?? '', now, locale)),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { services, client, locale, now } = context;
  const actor = await context.actor();
  const revisionId = params.revisionId ?? '';
  authorize(actor, 'revision.release');
  const read = await readForm(request, adoptionForm);
  if (!read.ok) return showMistakes(read);
  const { seenHash, decisionFile, password, ...decision } = read.value;
  const done = await attempt(read.values, async () => {
    await confirmPerson(services, actor, { password, address: client.address }, now);
    const bytes = Buffer.from(await decisionFile.arrayBuffer());
    const scan = await keepScan(services.data.files, bytes, decisionFile.name);
    return adoptDraft(services, actor, { revisionId, seenHash, decision, scan }, now, locale);
  });
  return done.ok ? redirect(revisionPath(revisionId), { status: 303 }) : showMistakes(done);
}

export default function Adoption() {
  const { head, confirm, text } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const labels = useDecisionLabels();
  return (
    <>
      <RevisionHeader head={head} act={t('documents.act.adoption')} lead={t('documents.adoption.lead')} />
      <ErrorSummary form={form} labels={labels} />
      <Form method="post" encType="multipart/form-data">
        <input type="hidden" name="seenHash" value={head.revision.source_sha256} />
        <DecisionFields form={form} offered={{}} />
        <FileField
          name="decisionFile"
          label={t('documents.adoption.file')}
          hint={t('documents.adoption.file-hint')}
          accept=".pdf,.png,.jpg,.jpeg"
          required
          form={form}
        />
        <ConfirmField asked={confirm} form={form} />
        <Actions>
          <Button>{t('documents.adoption.submit')}</Button>
        </Actions>
      </Form>
      <Panel title={t('documents.findings.title', { count: text.findings.length })}>
        <FindingList findings={text.findings} />
      </Panel>
      <DocumentPage lang={text.language}>
        <DocumentText text={text} title={head.revision.title_vi} />
      </DocumentPage>
    </>
  );
}
