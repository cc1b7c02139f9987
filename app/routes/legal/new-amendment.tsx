import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { amendmentForm } from '#app/modules/documents/legal/basis-form.ts';
import { basisChoices, getBasis } from '#app/modules/documents/legal/basis-page.server.ts';
import { amendBasis } from '#app/modules/documents/legal/basis-recording.server.ts';
import { basisPath } from '#app/modules/documents/legal/paths.ts';
import { legalBasesPath } from '#app/modules/documents/paths.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SelectField, TextArea, TextField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('legal.amend');

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
  const form = await readForm(request, amendmentForm);
  if (!form.ok) return showMistakes(form);
  const key = params.basisKey ?? '';
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) => amendBasis(trx, actor, { ...form.value, key }, context.now)),
  );
  return done.ok ? redirect(basisPath(key), 303) : showMistakes(done);
}

export default function NewAmendment() {
  const { basis, choices } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const labels = {
    effectOn: t('legal.field.effectOn'),
    amendedBy: t('legal.field.amendedBy'),
    note: t('legal.field.amendment-note'),
  };
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('documents.legal.title'), to: legalBasesPath },
          { label: basis.numberSign, to: basisPath(basis.key) },
        ]}
        title={t('legal.amend')}
        lead={t('legal.amend-lead')}
      />
      <ErrorSummary form={form} labels={labels} />
      <Form method="post">
        <TextField name="effectOn" type="date" label={labels.effectOn} required form={form} />
        <SelectField
          name="amendedBy"
          label={labels.amendedBy}
          hint={t('legal.field.amendedBy-hint')}
          none={t('legal.none')}
          options={choices}
          form={form}
        />
        <TextArea name="note" label={labels.note} required rows={3} maxLength={1000} form={form} />
        <Actions>
          <Button>{t('legal.save')}</Button>
          <ButtonLink to={basisPath(basis.key)} kind="quiet">
            {t('legal.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
}
