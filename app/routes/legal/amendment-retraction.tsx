import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { NotFound } from '#app/http/errors.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { retractionForm } from '#app/modules/documents/legal/basis-form.ts';
import { readBasis } from '#app/modules/documents/legal/basis-page.server.ts';
import { retractAmendment } from '#app/modules/documents/legal/basis-recording.server.ts';
import { basisPath } from '#app/modules/documents/legal/paths.ts';
import { legalBasesPath } from '#app/modules/documents/paths.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('legal.retract');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'legal-basis.maintain');
  const day = dayOf(context.now);
  const { basis, amendments } = await readBasis(context.services.db, actor, params.basisKey ?? '', day);
  const amendment = amendments.find((one) => one.id === params.amendmentId);
  if (!amendment) throw new NotFound();
  return { basis, amendment };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'legal-basis.maintain');
  const form = await readForm(request, retractionForm);
  if (!form.ok) return showMistakes(form);
  const key = params.basisKey ?? '';
  const input = { key, amendmentId: params.amendmentId ?? '', note: form.value.note };
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) => retractAmendment(trx, actor, input, context.now)),
  );
  return done.ok ? redirect(basisPath(key), 303) : showMistakes(done);
}

export default function AmendmentRetraction() {
  const { basis, amendment } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('documents.legal.title'), to: legalBasesPath },
          { label: basis.numberSign, to: basisPath(basis.key) },
        ]}
        title={t('legal.retract')}
        lead={t('legal.retract-lead', { note: amendment.note })}
      />
      <ErrorSummary form={form} labels={{ note: t('legal.field.reason') }} />
      <Form method="post">
        <TextField name="note" label={t('legal.field.reason')} required maxLength={500} form={form} />
        <Actions>
          <Button kind="danger">{t('legal.retract')}</Button>
          <ButtonLink to={basisPath(basis.key)} kind="quiet">
            {t('legal.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
}
