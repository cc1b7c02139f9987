import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { formatDay } from '#app/i18n/day-format.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { proposeDisposal } from '#app/modules/records/disposing.server.ts';
import { listDueRecords } from '#app/modules/records/due.server.ts';
import { disposalPath, disposalsPath, recordsPath } from '#app/modules/records/paths.ts';
import { disposalForm } from '#app/modules/records/record-forms.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { CheckboxesField } from '#app/ui/choice-field.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea } from '#app/ui/form-field.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('records.disposals.new');

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'disposal.propose');
  return { due: (await listDueRecords(context.services.db, actor, context.now)).slice(0, 200) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'disposal.propose');
  const read = await readForm(request, disposalForm);
  if (!read.ok) return showMistakes(read);
  const { record: recordIds, reason } = read.value;
  const done = await attempt(read.values, () =>
    inTransaction(context.services.db, (trx) =>
      proposeDisposal(trx, actor, { recordIds, reason }, context.now),
    ),
  );
  return done.ok ? redirect(disposalPath(done.value), { status: 303 }) : showMistakes(done);
}

export default function NewDisposal() {
  const { due } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const locale = useLocale();
  const labels = { record: t('records.disposals.due'), reason: t('records.disposals.reason') };
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('records.register.title'), to: recordsPath },
          { label: t('records.disposals.title'), to: disposalsPath },
        ]}
        title={t('records.disposals.new')}
        lead={t('records.disposals.new-lead')}
      />
      <ErrorSummary form={form} labels={labels} />
      {due.length === 0 ? (
        <EmptyState title={t('records.disposals.none-due')}>
          <p>{t('records.disposals.none-hint')}</p>
        </EmptyState>
      ) : (
        <Form method="post">
          <CheckboxesField
            name="record"
            label={labels.record}
            form={form}
            options={due.map((one) => ({
              value: one.id,
              label: (
                <>
                  {one.number} <InLanguage>{one.title}</InLanguage>,{' '}
                  {t('records.disposals.kept-until', { day: formatDay(locale, one.lastDay ?? '') })}
                </>
              ),
            }))}
          />
          <TextArea name="reason" label={labels.reason} required rows={3} maxLength={2000} form={form} />
          <Actions>
            <Button>{t('records.disposals.propose')}</Button>
          </Actions>
        </Form>
      )}
    </>
  );
}
