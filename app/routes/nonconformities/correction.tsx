import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { enterCorrection } from '#app/modules/nonconformities/correcting.server.ts';
import { correctionForm } from '#app/modules/nonconformities/stage-forms.ts';
import { readCasePage, readChoices } from '#app/modules/nonconformities/stage-page.server.ts';
import { StageHeader } from '#app/modules/nonconformities/ui/case-header.tsx';
import { useOfficerOptions } from '#app/modules/nonconformities/ui/choices.tsx';
import { StageForm } from '#app/modules/nonconformities/ui/stage-form.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SelectField, TextArea, TextField } from '#app/ui/form-field.tsx';
import { pageTitle } from '../page-title.ts';
import { carryOutStage } from './stage.server.ts';

export const meta = pageTitle('nonconformities.act.correction');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'nonconformity.handle');
  const { db } = context.services;
  return {
    page: await readCasePage(db, actor, params.nonconformityId ?? '', context.now),
    ...(await readChoices(db, actor, context.now)),
  };
}

export async function action(args: ActionFunctionArgs) {
  return carryOutStage(args, 'nonconformity.handle', correctionForm, (trx, actor, form, nonconformityId) =>
    enterCorrection(trx, actor, { nonconformityId, ...form }, args.context.now),
  );
}

export default function Correction() {
  const { page, officers } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const field = (name: string) => t(`nonconformities.field.${name}`);
  const labels = {
    what: field('correction'),
    doneBy: field('done-by'),
    doneOn: field('done-on'),
    consequences: field('consequences'),
  };
  const officerOptions = useOfficerOptions(officers);
  return (
    <>
      <StageHeader
        page={page}
        title={t('nonconformities.act.correction')}
        lead={t('nonconformities.stage.correction')}
      />
      <ErrorSummary form={form} labels={labels} />
      <StageForm page={page} stage="correction">
        <TextArea
          name="what"
          label={field('correction')}
          hint={t('nonconformities.hint.correction')}
          required
          rows={4}
          maxLength={4000}
          form={form}
        />
        <SelectField
          name="doneBy"
          label={field('done-by')}
          required
          options={officerOptions}
          value={page.personInChargeId}
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
        <TextArea
          name="consequences"
          label={field('consequences')}
          hint={t('nonconformities.hint.consequences')}
          required
          rows={3}
          maxLength={4000}
          form={form}
        />
        <Actions>
          <Button>{t('nonconformities.submit.correction')}</Button>
        </Actions>
      </StageForm>
    </>
  );
}
