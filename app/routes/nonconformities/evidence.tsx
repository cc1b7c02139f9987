import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { enterEvidence } from '#app/modules/nonconformities/proving.server.ts';
import { evidenceForm } from '#app/modules/nonconformities/stage-forms.ts';
import { readCasePage } from '#app/modules/nonconformities/stage-page.server.ts';
import { StageHeader } from '#app/modules/nonconformities/ui/case-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea, TextField } from '#app/ui/form-field.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { pageTitle } from '../page-title.ts';
import { carryOutStage } from './stage.server.ts';

export const meta = pageTitle('nonconformities.act.evidence');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'nonconformity.handle');
  const { db } = context.services;
  return {
    page: await readCasePage(db, actor, params.nonconformityId ?? '', context.now),
    actionId: params.actionId ?? '',
  };
}

export async function action(args: ActionFunctionArgs) {
  return carryOutStage(args, 'nonconformity.handle', evidenceForm, (trx, actor, form, nonconformityId) =>
    enterEvidence(
      trx,
      actor,
      { nonconformityId, actionId: args.params.actionId ?? '', ...form },
      args.context.now,
    ),
  );
}

export default function Evidence() {
  const { page, actionId } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const field = (name: string) => t(`nonconformities.field.${name}`);
  const labels = { evidence: field('action-evidence'), doneOn: field('done-on') };
  const planned = page.actions.find((one) => one.id === actionId);
  return (
    <>
      <StageHeader
        page={page}
        title={t('nonconformities.act.evidence')}
        lead={t('nonconformities.stage.evidence')}
      />
      <ErrorSummary form={form} labels={labels} />
      <Form method="post">
        {planned ? (
          <Notice title={planned.what}>
            <p>
              {planned.owner} – <DayText day={planned.dueOn} />
            </p>
          </Notice>
        ) : null}
        <TextArea
          name="evidence"
          label={field('action-evidence')}
          hint={t('nonconformities.hint.evidence')}
          required
          rows={4}
          maxLength={4000}
          form={form}
        />
        <TextField
          name="doneOn"
          type="date"
          label={field('done-on')}
          required
          max={page.today}
          value={page.today}
          form={form}
        />
        <Actions>
          <Button>{t('nonconformities.submit.evidence')}</Button>
        </Actions>
      </Form>
    </>
  );
}
