import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { z } from 'zod';
import { useT } from '#app/i18n/reader.tsx';
import { type Analysis, analyseCause } from '#app/modules/nonconformities/analysing.server.ts';
import { causeForm, whysIn } from '#app/modules/nonconformities/stage-forms.ts';
import { readCasePage } from '#app/modules/nonconformities/stage-page.server.ts';
import { StageHeader } from '#app/modules/nonconformities/ui/case-header.tsx';
import { NeedFields, RootCauseFields, WhyFields } from '#app/modules/nonconformities/ui/cause-fields.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { pageTitle } from '../page-title.ts';
import { carryOutStage } from './stage.server.ts';

export const meta = pageTitle('nonconformities.act.cause');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'nonconformity.handle');
  const { db } = context.services;
  return {
    page: await readCasePage(db, actor, params.nonconformityId ?? '', context.now),
  };
}

export async function action(args: ActionFunctionArgs) {
  return carryOutStage(args, 'nonconformity.handle', causeForm, (trx, actor, form, nonconformityId) =>
    analyseCause(trx, actor, analysisIn(form, nonconformityId), args.context.now),
  );
}

function analysisIn(form: z.output<typeof causeForm>, nonconformityId: string): Analysis {
  const { needed, reason, method, categories, rootCause, similarCases, blameConfirmed } = form;
  const cause = { method, categories, rootCause, similarCases, whys: whysIn(form) };
  return { nonconformityId, needed, reason, blameConfirmed, cause: needed ? cause : null };
}

export default function Cause() {
  const { page } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const field = (name: string) => t(`nonconformities.field.${name}`);
  const labels = {
    needed: field('needed'),
    reason: field('need-reason'),
    rootCause: field('root-cause'),
    similarCases: field('similar-cases'),
  };
  return (
    <>
      <StageHeader
        page={page}
        title={t('nonconformities.act.cause')}
        lead={t('nonconformities.stage.cause')}
      />
      <ErrorSummary form={form} labels={labels} />
      <Form method="post">
        <NeedFields page={page} form={form} />
        <WhyFields page={page} form={form} />
        <RootCauseFields page={page} form={form} />
        <Actions>
          <Button>{t('nonconformities.submit.cause')}</Button>
        </Actions>
      </Form>
    </>
  );
}
