import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { newBasisForm } from '#app/modules/documents/legal/basis-form.ts';
import { basisChoices } from '#app/modules/documents/legal/basis-page.server.ts';
import { enterBasis } from '#app/modules/documents/legal/basis-recording.server.ts';
import { basisPath } from '#app/modules/documents/legal/paths.ts';
import { legalBasesPath } from '#app/modules/documents/paths.ts';
import { BasisFields } from '#app/modules/documents/ui/legal/basis-fields.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('legal.new');

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'legal-basis.maintain');
  return { choices: await basisChoices(context.services.db, actor) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'legal-basis.maintain');
  const form = await readForm(request, newBasisForm);
  if (!form.ok) return showMistakes(form);
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) => enterBasis(trx, actor, form.value, context.now)),
  );
  return done.ok ? redirect(basisPath(done.value), 303) : showMistakes(done);
}

export default function NewBasis() {
  const { choices } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('documents.legal.title'), to: legalBasesPath }]}
        title={t('legal.new')}
        lead={t('legal.new-lead')}
      />
      <BasisFields form={useActionData<typeof action>()} choices={choices} back={legalBasesPath} />
    </>
  );
}
