import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { newFeeForm } from '#app/modules/documents/fees/fee-form.ts';
import { recordFee } from '#app/modules/documents/fees/fees.server.ts';
import { feePath, feesPath } from '#app/modules/documents/fees/paths.ts';
import { basisChoices } from '#app/modules/documents/legal/basis-page.server.ts';
import { FeeFields } from '#app/modules/documents/ui/fees/fee-fields.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('fees.new');

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'legal-basis.maintain');
  return { choices: await basisChoices(context.services.db, actor) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'legal-basis.maintain');
  const form = await readForm(request, newFeeForm);
  if (!form.ok) return showMistakes(form);
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) =>
      recordFee(trx, actor, { ...form.value, isNew: true }, context.now),
    ),
  );
  return done.ok ? redirect(feePath(form.value.item), 303) : showMistakes(done);
}

export default function NewFee() {
  const { choices } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('fees.title'), to: feesPath }]}
        title={t('fees.new')}
        lead={t('fees.new-lead')}
      />
      <FeeFields form={useActionData<typeof action>()} choices={choices} />
    </>
  );
}
