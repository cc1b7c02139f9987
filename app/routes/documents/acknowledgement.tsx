import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { acknowledgeRevision } from '#app/modules/documents/acknowledgement/acknowledgement.server.ts';
import { signingForm } from '#app/modules/documents/document-forms.ts';
import { documentPath } from '#app/modules/documents/paths.ts';
import { inForceHead } from '#app/modules/documents/reading/document-page.server.ts';
import { readToSign } from '#app/modules/documents/signing/signing-page.server.ts';
import { RevisionHeader } from '#app/modules/documents/ui/revision-header.tsx';
import { Changes } from '#app/modules/documents/ui/revision-papers.tsx';
import { SigningForm } from '#app/modules/documents/ui/signing-form.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { inTransaction } from '#db/unit-of-work.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.act.acknowledgement') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'revision.acknowledge');
  const { revision } = await inForceHead(services.db, actor, params.documentId ?? '', now);
  return { locale, ...(await readToSign(services, actor, revision.id, now, locale)) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { services, now } = context;
  const actor = await context.actor();
  const documentId = params.documentId ?? '';
  authorize(actor, 'revision.acknowledge');
  const read = await readForm(request, signingForm);
  if (!read.ok) return showMistakes(read);
  const { seenHash } = read.value;
  const done = await attempt(read.values, async () => {
    const { revision } = await inForceHead(services.db, actor, documentId, now);
    await inTransaction(services.db, (trx) =>
      acknowledgeRevision(trx, actor, { revisionId: revision.id, seenHash }, now),
    );
  });
  return done.ok ? redirect(documentPath(documentId), { status: 303 }) : showMistakes(done);
}

export default function Acknowledgement() {
  const { head, signer, text, changed } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <RevisionHeader
        head={head}
        act={t('documents.act.acknowledgement')}
        lead={t('documents.acknowledgement.lead')}
      />
      <SigningForm
        meaning={t('documents.acknowledgement.meaning')}
        button={t('documents.acknowledgement.submit')}
        warnings={false}
        {...{ signer, text, form }}
        revision={head.revision}
      >
        {changed ? <Changes changed={changed} /> : null}
      </SigningForm>
    </>
  );
}
