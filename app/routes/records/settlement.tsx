import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { getProposal, settleProposal } from '#app/modules/records/paper-report.server.ts';
import { paperReportPath, recordsPath } from '#app/modules/records/paths.ts';
import { settlementForm } from '#app/modules/records/record-forms.ts';
import { SavingText, Where } from '#app/modules/records/ui/proposal-parts.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { RadioField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea } from '#app/ui/form-field.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('paper.settle.title');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'paper-report.settle');
  const { db } = context.services;
  return { proposal: await getProposal(db, actor, params.proposalKey ?? '', dayOf(context.now)) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'paper-report.settle');
  const { db } = context.services;
  const key = params.proposalKey ?? '';
  await getProposal(db, actor, key, dayOf(context.now));
  const read = await readForm(request, settlementForm);
  if (!read.ok) return showMistakes(read);
  const done = await attempt(read.values, () =>
    inTransaction(db, (trx) => settleProposal(trx, actor, { key, ...read.value }, context.now)),
  );
  return done.ok ? redirect(paperReportPath, { status: 303 }) : showMistakes(done);
}

export default function Settlement() {
  const { proposal } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const labels = { outcome: t('paper.settle.outcome'), reason: t('paper.settle.reason') };
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('records.register.title'), to: recordsPath },
          { label: t('paper.title'), to: paperReportPath },
        ]}
        over={t(`paper.kind.${proposal.kind}`)}
        title={<InLanguage>{proposal.subject}</InLanguage>}
        lead={t(`paper.advice.${proposal.kind}`)}
      />
      <KeyValues
        facts={[
          { key: 'where', label: t('paper.field.where'), value: <Where proposal={proposal} /> },
          { key: 'saving', label: t('paper.field.saving'), value: <SavingText proposal={proposal} /> },
        ]}
      />
      <ErrorSummary form={form} labels={labels} />
      <Form method="post">
        <RadioField
          name="outcome"
          label={labels.outcome}
          required
          form={form}
          options={[
            { value: 'accepted', label: t('paper.outcome.accepted') },
            { value: 'rejected', label: t('paper.outcome.rejected') },
          ]}
        />
        <TextArea
          name="reason"
          label={labels.reason}
          hint={t('paper.settle.reason-hint')}
          rows={3}
          maxLength={2000}
          required
          form={form}
        />
        <Actions>
          <Button>{t('paper.settle.submit')}</Button>
        </Actions>
      </Form>
    </>
  );
}
