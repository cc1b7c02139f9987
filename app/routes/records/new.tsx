import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { startFilling } from '#app/modules/records/filling.server.ts';
import { listFillableForms } from '#app/modules/records/form-fields.server.ts';
import { fillingPath, recordsPath } from '#app/modules/records/paths.ts';
import { newFillingForm } from '#app/modules/records/record-forms.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SelectField } from '#app/ui/form-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('records.new.title');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'record.fill');
  const asked = new URL(request.url).searchParams;
  const forms = await listFillableForms(context.services.db, actor, dayOf(context.now));
  return {
    forms: forms.map(({ code, titleVi, titleEn }) => {
      const english = context.locale === 'en' ? titleEn : null;
      const lang: 'vi' | 'en' = english ? 'en' : 'vi';
      return { value: code ?? '', label: `${code ?? ''} – ${english ?? titleVi}`, lang };
    }),
    asked: {
      form: asked.get('form') ?? '',
      document: asked.get('document') ?? '',
      step: asked.get('step') ?? '',
    },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'record.fill');
  const read = await readForm(request, newFillingForm);
  if (!read.ok) return showMistakes(read);
  const { form, document, step } = read.value;
  const from = document !== '' && step !== '' ? { documentId: document, stepKey: step } : null;
  const done = await attempt(read.values, () =>
    inTransaction(context.services.db, (trx) =>
      startFilling(trx, actor, { code: form, step: from }, context.now),
    ),
  );
  return done.ok ? redirect(fillingPath(done.value), { status: 303 }) : showMistakes(done);
}

export default function NewFilling() {
  const { forms, asked } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('records.register.title'), to: recordsPath }]}
        title={t('records.new.title')}
        lead={t('records.new.lead')}
      />
      <Notice>
        <p>{t('records.filling.no-citizen-data')}</p>
      </Notice>
      <ErrorSummary form={form} labels={{ form: t('records.filter.form') }} />
      <Form method="post">
        <input type="hidden" name="document" value={asked.document} />
        <input type="hidden" name="step" value={asked.step} />
        <SelectField
          name="form"
          label={t('records.filter.form')}
          hint={t('records.new.form-hint')}
          required
          none={t('records.filling.choose')}
          value={asked.form}
          options={forms}
          form={form}
        />
        <Actions>
          <Button>{t('records.new.submit')}</Button>
        </Actions>
      </Form>
    </>
  );
}
