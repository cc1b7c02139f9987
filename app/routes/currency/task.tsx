import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import {
  currencyHistory,
  getCurrencyTask,
  settleNotAffected,
} from '#app/modules/documents/currency/currency.server.ts';
import { currencyPath } from '#app/modules/documents/currency/paths.ts';
import { refusalToSettle } from '#app/modules/documents/currency/settlement.ts';
import { documentPath } from '#app/modules/documents/paths.ts';
import { TaskFacts, TaskHistory } from '#app/modules/documents/ui/currency/task-facts.tsx';
import '#app/modules/documents/ui/documents.css';
import { authorize, may } from '#app/permissions/matrix.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea } from '#app/ui/form-field.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { Stamp } from '#app/ui/stamp.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('currency.task');

const decisionForm = z.object({ reason: z.string().trim().min(1).max(1000) });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'currency.read');
  const task = await getCurrencyTask(context.services.db, actor, params.taskId ?? '', dayOf(context.now));
  const by = { officerId: actor.officerId, isQualityOfficer: actor.roles.includes('quality-officer') };
  const canSettle = may(actor, 'currency.settle') && refusalToSettle(task, by, '…') === null;
  const history = await currencyHistory(context.services.db, actor, task.document.id);
  return { task, canSettle, history, canDraft: may(actor, 'document.draft') };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'currency.settle');
  const form = await readForm(request, decisionForm);
  if (!form.ok) return showMistakes(form);
  const input = { taskId: params.taskId ?? '', reason: form.value.reason };
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) => settleNotAffected(trx, actor, input, context.now)),
  );
  return done.ok ? redirect(currencyPath, 303) : showMistakes(done);
}

export default function CurrencyTask() {
  const { task, canSettle, canDraft, history } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const { document } = task;
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('currency.title'), to: currencyPath }]}
        over={t('currency.task')}
        title={
          <Link to={documentPath(document.id)}>
            {document.code ? `${document.code} ` : ''}
            <Title vi={document.titleVi} en={document.titleEn} />
          </Link>
        }
        stamps={task.isLate ? <Stamp kind="overdue" /> : undefined}
        actions={
          canDraft ? (
            <ButtonLink kind="primary" to={documentPath(document.id, 'revisions/new')}>
              {t('currency.revise')}
            </ButtonLink>
          ) : undefined
        }
      />
      <TaskFacts task={task} />
      {canSettle ? (
        <Panel title={t('currency.not-affected')}>
          <p>{t('currency.not-affected-lead')}</p>
          <ErrorSummary form={form} labels={{ reason: t('currency.field.reason') }} />
          <Form method="post">
            <TextArea
              name="reason"
              label={t('currency.field.reason')}
              required
              rows={3}
              maxLength={1000}
              form={form}
            />
            <Actions>
              <Button kind="secondary">{t('currency.not-affected-submit')}</Button>
            </Actions>
          </Form>
        </Panel>
      ) : null}
      {history.length > 0 ? (
        <Panel title={t('currency.history')}>
          <TaskHistory history={history} />
        </Panel>
      ) : null}
    </>
  );
}
