import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { basisChangeForm } from '#app/modules/documents/legal/basis-form.ts';
import { basisChoices, getBasis } from '#app/modules/documents/legal/basis-page.server.ts';
import { correctBasis } from '#app/modules/documents/legal/basis-recording.server.ts';
import { basisPath } from '#app/modules/documents/legal/paths.ts';
import { legalBasesPath } from '#app/modules/documents/paths.ts';
import { BasisFields } from '#app/modules/documents/ui/legal/basis-fields.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('legal.change');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'legal-basis.maintain');
  const { db } = context.services;
  const basis = await getBasis(db, actor, params.basisKey ?? '', dayOf(context.now));
  const choices = (await basisChoices(db, actor)).filter((one) => one.value !== basis.key);
  return { basis, choices };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'legal-basis.maintain');
  const form = await readForm(request, basisChangeForm);
  if (!form.ok) return showMistakes(form);
  const key = params.basisKey ?? '';
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) =>
      correctBasis(trx, actor, { ...form.value, key }, context.now),
    ),
  );
  return done.ok ? redirect(basisPath(key), 303) : showMistakes(done);
}

export default function BasisChange() {
  const { basis, choices } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('documents.legal.title'), to: legalBasesPath },
          { label: basis.numberSign, to: basisPath(basis.key) },
        ]}
        title={t('legal.change')}
        lead={t('legal.change-lead')}
      />
      <BasisFields
        form={useActionData<typeof action>()}
        given={basis}
        choices={choices}
        back={basisPath(basis.key)}
      />
    </>
  );
}
