import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { Issue } from '#app/modules/documents/ui/issue.tsx';
import { chooseRevision } from '#app/modules/records/filling.server.ts';
import { newerRevision, readFilling } from '#app/modules/records/filling-page.server.ts';
import { fillingPath } from '#app/modules/records/paths.ts';
import { revisionChoiceForm } from '#app/modules/records/record-forms.ts';
import { FillingHeader } from '#app/modules/records/ui/filling-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { RadioField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('records.revision-choice.title');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'record.fill');
  const { db } = context.services;
  const read = await readFilling(db, actor, params.fillingId ?? '', context.now);
  return { read, newer: await newerRevision(db, read) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'record.fill');
  const { db } = context.services;
  const fillingId = params.fillingId ?? '';
  await readFilling(db, actor, fillingId, context.now);
  const read = await readForm(request, revisionChoiceForm);
  if (!read.ok) return showMistakes(read);
  const done = await attempt(read.values, () =>
    inTransaction(db, (trx) => chooseRevision(trx, actor, { fillingId, ...read.value }, context.now)),
  );
  return done.ok ? redirect(fillingPath(fillingId), { status: 303 }) : showMistakes(done);
}

export default function RevisionChoice() {
  const { read, newer } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const label = t('records.revision-choice.choice');
  return (
    <>
      <FillingHeader
        read={read}
        act={t('records.revision-choice.title')}
        lead={t('records.revision-choice.lead')}
      />
      <ErrorSummary form={form} labels={{ choice: label }} />
      {newer ? (
        <>
          <KeyValues
            facts={[
              { key: 'newer', label: t('records.revision-choice.newer'), value: <Issue {...newer} /> },
              {
                key: 'change',
                label: t('records.revision-choice.change'),
                value: <span lang="vi">{newer.change_summary}</span>,
              },
              {
                key: 'added',
                label: t('records.revision-choice.added'),
                value: newer.added.length > 0 ? <span lang="vi">{newer.added.join('; ')}</span> : '',
              },
              {
                key: 'lost',
                label: t('records.revision-choice.lost'),
                value: newer.lost.length > 0 ? <span lang="vi">{newer.lost.join('; ')}</span> : '',
              },
            ]}
          />
          <Form method="post">
            <RadioField
              name="choice"
              label={label}
              required
              form={form}
              options={[
                { value: 'carry-over', label: t('records.revision-choice.carry-over') },
                { value: 'keep', label: t('records.revision-choice.keep') },
              ]}
            />
            <Actions>
              <Button>{t('records.revision-choice.submit')}</Button>
            </Actions>
          </Form>
        </>
      ) : (
        <Notice title={t('records.refusal.no-newer-form')} />
      )}
    </>
  );
}
