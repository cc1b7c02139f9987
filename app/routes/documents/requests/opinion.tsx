import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { giveOpinion } from '#app/modules/documents/change-requests/deciding.server.ts';
import { opinionForm } from '#app/modules/documents/change-requests/request-forms.ts';
import { readRequest } from '#app/modules/documents/change-requests/request-page.server.ts';
import { Opinions } from '#app/modules/documents/ui/requests/request-course.tsx';
import { RequestFacts } from '#app/modules/documents/ui/requests/request-facts.tsx';
import { RequestHeader } from '#app/modules/documents/ui/requests/request-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { RadioField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea } from '#app/ui/form-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { pageTitle } from '../../page-title.ts';
import { actOnRequest } from './act.server.ts';

export const meta = pageTitle('requests.act.opinion');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'change-request.opine');
  return { read: await readRequest(context.services.db, actor, params.requestId ?? '', context.now) };
}

export async function action(args: ActionFunctionArgs) {
  return actOnRequest(args, 'change-request.opine', opinionForm, (trx, actor, form, requestId) =>
    giveOpinion(trx, actor, { ...form, favours: form.favours === 'yes', requestId }, args.context.now),
  );
}

export default function Opinion() {
  const { read } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const labels = {
    part: t('requests.form.part'),
    favours: t('requests.form.favours'),
    opinion: t('requests.form.opinion'),
  };
  return (
    <>
      <RequestHeader read={read} act={t('requests.act.opinion')} lead={t('requests.opinion.lead')} />
      <RequestFacts read={read} />
      <Opinions read={read} />
      <ErrorSummary form={form} labels={labels} />
      {read.parts.length === 0 ? (
        <Notice kind="warning" title={t('requests.opinion.not-you')} />
      ) : (
        <Form method="post">
          <RadioField
            name="part"
            label={labels.part}
            value={read.parts[0]}
            required
            form={form}
            options={read.parts.map((part) => ({ value: part, label: t(`requests.part.${part}`) }))}
          />
          <RadioField
            name="favours"
            label={labels.favours}
            required
            form={form}
            options={[
              { value: 'yes', label: t('requests.opinion.yes') },
              { value: 'no', label: t('requests.opinion.no') },
            ]}
          />
          <TextArea
            name="opinion"
            label={labels.opinion}
            hint={t('requests.hint.opinion')}
            rows={4}
            maxLength={4000}
            form={form}
          />
          <Actions>
            <Button>{t('requests.opinion.submit')}</Button>
          </Actions>
        </Form>
      )}
    </>
  );
}
