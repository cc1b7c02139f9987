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
import { asksPassword, confirmPerson } from '#app/modules/accounts/confirmation.server.ts';
import { signingForm } from '#app/modules/documents/document-forms.ts';
import { revisionPath } from '#app/modules/documents/paths.ts';
import { reviewRevision } from '#app/modules/documents/signing/approval.server.ts';
import { readToSign } from '#app/modules/documents/signing/signing-page.server.ts';
import { DraftContextParts } from '#app/modules/documents/ui/draft-context.tsx';
import { RevisionHeader } from '#app/modules/documents/ui/revision-header.tsx';
import { Changes } from '#app/modules/documents/ui/revision-papers.tsx';
import { SigningForm } from '#app/modules/documents/ui/signing-form.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { inTransaction } from '#db/unit-of-work.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.act.review') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'revision.review');
  return {
    locale,
    confirm: await asksPassword(services, actor, now),
    ...(await readToSign(services, actor, params.revisionId ?? '', now, locale, 'review')),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { services, client, now } = context;
  const actor = await context.actor();
  const revisionId = params.revisionId ?? '';
  authorize(actor, 'revision.review');
  const read = await readForm(request, signingForm);
  if (!read.ok) return showMistakes(read);
  const { seenHash, password } = read.value;
  const done = await attempt(read.values, async () => {
    await confirmPerson(services, actor, { password, address: client.address }, now);
    await inTransaction(services.db, (trx) => reviewRevision(trx, actor, { revisionId, seenHash }, now));
  });
  return done.ok ? redirect(revisionPath(revisionId), { status: 303 }) : showMistakes(done);
}

export default function Review() {
  const { head, signer, refusal, confirm, text, changed, context } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <RevisionHeader
        head={head}
        act={t('documents.act.review')}
        lead={t('documents.review.lead')}
        actions={
          <ButtonLink to={revisionPath(head.revision.id, 'return')}>{t('documents.act.return')}</ButtonLink>
        }
      />
      <SigningForm
        meaning={t('documents.review.meaning')}
        button={t('documents.review.submit')}
        {...{ signer, refusal, confirm, text, form }}
        revision={head.revision}
      >
        <DraftContextParts context={context} />
        {changed ? <Changes changed={changed} folded={context.changes.length > 0} /> : null}
      </SigningForm>
    </>
  );
}
