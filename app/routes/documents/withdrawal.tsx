import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { agreedWithdrawal } from '#app/modules/documents/change-requests/request-page.server.ts';
import { withdrawalForm } from '#app/modules/documents/document-forms.ts';
import { documentPath } from '#app/modules/documents/paths.ts';
import { placeInSystem } from '#app/modules/documents/reading/place-in-system.server.ts';
import { newestRevisionOf, revisionHead } from '#app/modules/documents/reading/revision-page.server.ts';
import { withdrawDocument } from '#app/modules/documents/release/withdrawal.server.ts';
import { PlaceFacts } from '#app/modules/documents/ui/place-facts.tsx';
import { RevisionHeader } from '#app/modules/documents/ui/revision-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea, TextField } from '#app/ui/form-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { inTransaction } from '#db/unit-of-work.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.act.withdrawal') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'document.withdraw');
  const today = dayOf(now);
  const newest = await newestRevisionOf(services.db, actor, params.documentId ?? '');
  const head = await revisionHead(services.db, actor, newest, today);
  const about = { revisionId: newest, code: head.code, language: 'vi' as const };
  const asked = await agreedWithdrawal(services.db, actor, head.documentId);
  return { locale, today, head, asked, place: await placeInSystem(services.db, actor, about, today) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  const documentId = params.documentId ?? '';
  authorize(actor, 'document.withdraw');
  const read = await readForm(request, withdrawalForm);
  if (!read.ok) return showMistakes(read);
  const done = await attempt(read.values, () =>
    inTransaction(context.services.db, (trx) =>
      withdrawDocument(trx, actor, { documentId, ...read.value }, context.now),
    ),
  );
  return done.ok ? redirect(documentPath(documentId), { status: 303 }) : showMistakes(done);
}

export default function Withdrawal() {
  const { head, place, today, asked } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const labels = {
    decisionNumber: t('documents.release.number'),
    reason: t('documents.withdrawal.reason'),
    from: t('documents.withdrawal.from'),
  };
  return (
    <>
      <RevisionHeader head={head} act={t('documents.act.withdrawal')} lead={t('documents.withdrawal.lead')} />
      {place.usedBy.length > 0 ? (
        <Notice kind="warning" title={t('documents.withdrawal.in-use')}>
          <PlaceFacts place={{ ...place, clauses: {}, tthc: [], forms: [], legalBases: [] }} />
        </Notice>
      ) : null}
      <ErrorSummary form={form} labels={labels} />
      <Form method="post">
        <TextField name="decisionNumber" label={labels.decisionNumber} required form={form} />
        <TextArea name="reason" label={labels.reason} value={asked ?? undefined} required form={form} />
        <TextField
          name="from"
          type="date"
          label={labels.from}
          hint={t('documents.withdrawal.from-hint')}
          value={today}
          min={today}
          required
          form={form}
        />
        <Actions>
          <Button kind="danger">{t('documents.withdrawal.submit')}</Button>
        </Actions>
      </Form>
    </>
  );
}
