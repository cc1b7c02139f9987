import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { acceptNonconformity } from '#app/modules/nonconformities/opening.server.ts';
import { acceptanceForm } from '#app/modules/nonconformities/stage-forms.ts';
import { readCasePage, readChoices } from '#app/modules/nonconformities/stage-page.server.ts';
import { StageHeader } from '#app/modules/nonconformities/ui/case-header.tsx';
import { useOfficerOptions } from '#app/modules/nonconformities/ui/choices.tsx';
import { StageForm } from '#app/modules/nonconformities/ui/stage-form.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { RadioField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SelectField, TextArea } from '#app/ui/form-field.tsx';
import { pageTitle } from '../page-title.ts';
import { carryOutStage } from './stage.server.ts';

export const meta = pageTitle('nonconformities.act.acceptance');

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
  return carryOutStage(args, 'nonconformity.handle', acceptanceForm, (trx, actor, form, nonconformityId) =>
    acceptNonconformity(
      trx,
      actor,
      { nonconformityId, grade: form.grade, personInChargeId: form.personInCharge, opinion: form.opinion },
      args.context.now,
    ),
  );
}

export default function Acceptance() {
  const { page, officers } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const field = (name: string) => t(`nonconformities.field.${name}`);
  const labels = {
    grade: field('grade'),
    personInCharge: field('person-in-charge'),
    opinion: field('opinion'),
  };
  const officerOptions = useOfficerOptions(officers);
  return (
    <>
      <StageHeader
        page={page}
        title={t('nonconformities.act.acceptance')}
        lead={t('nonconformities.stage.acceptance')}
      />
      <ErrorSummary form={form} labels={labels} />
      <StageForm page={page} stage="acceptance">
        <RadioField
          name="grade"
          label={field('grade')}
          required
          value={page.grade}
          options={(['minor', 'major'] as const).map((grade) => ({
            value: grade,
            label: t(`nonconformities.grade.${grade}`),
          }))}
          form={form}
        />
        <SelectField
          name="personInCharge"
          label={field('person-in-charge')}
          required
          options={officerOptions}
          value={page.personInChargeId}
          form={form}
        />
        <TextArea name="opinion" label={field('opinion')} rows={3} maxLength={4000} form={form} />
        <Actions>
          <Button>{t('nonconformities.submit.acceptance')}</Button>
        </Actions>
      </StageForm>
    </>
  );
}
