import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { abandonFilling } from '#app/modules/records/filling.server.ts';
import { readFilling } from '#app/modules/records/filling-page.server.ts';
import { fillingPath, recordsPath } from '#app/modules/records/paths.ts';
import { agreementForm } from '#app/modules/records/record-forms.ts';
import { FillingHeader } from '#app/modules/records/ui/filling-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('records.abandonment.title');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'record.fill');
  return { read: await readFilling(context.services.db, actor, params.fillingId ?? '', context.now) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'record.fill');
  const { db } = context.services;
  const fillingId = params.fillingId ?? '';
  await readFilling(db, actor, fillingId, context.now);
  const read = await readForm(request, agreementForm);
  if (!read.ok) return showMistakes(read);
  const done = await attempt(read.values, () =>
    inTransaction(db, (trx) => abandonFilling(trx, actor, fillingId, context.now)),
  );
  return done.ok ? redirect(recordsPath, { status: 303 }) : showMistakes(done);
}

export default function Abandonment() {
  const { read } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const label = t('records.abandonment.agreed');
  return (
    <>
      <FillingHeader read={read} act={t('records.abandonment.title')} lead={t('records.abandonment.lead')} />
      <ErrorSummary form={form} labels={{ agreed: label }} />
      <Form method="post">
        <CheckboxField name="agreed" label={label} required form={form} />
        <Actions>
          <Button kind="danger">{t('records.abandonment.submit')}</Button>
          <ButtonLink to={fillingPath(read.id)}>{t('records.completion.back')}</ButtonLink>
        </Actions>
      </Form>
    </>
  );
}
