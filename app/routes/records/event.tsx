import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { recordPath, recordsPath } from '#app/modules/records/paths.ts';
import { recordEvent } from '#app/modules/records/record-event.server.ts';
import { recordEventForm } from '#app/modules/records/record-forms.ts';
import { readRecord } from '#app/modules/records/record-page.server.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea, TextField } from '#app/ui/form-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('records.event.title');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'record.note-event');
  const { db } = context.services;
  const { row, kept, canNoteEvent } = await readRecord(db, actor, params.recordId ?? '', context.now);
  const event = kept.retention.kind === 'until' ? kept.retention.event : null;
  return { id: row.id, number: row.number, event, canNoteEvent, today: dayOf(context.now) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'record.note-event');
  const { db } = context.services;
  const recordId = params.recordId ?? '';
  await readRecord(db, actor, recordId, context.now);
  const read = await readForm(request, recordEventForm);
  if (!read.ok) return showMistakes(read);
  const done = await attempt(read.values, () =>
    inTransaction(db, (trx) => recordEvent(trx, actor, { recordId, ...read.value }, context.now)),
  );
  return done.ok ? redirect(recordPath(recordId), { status: 303 }) : showMistakes(done);
}

export default function RecordEvent() {
  const { id, number, event, canNoteEvent, today } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const labels = { on: t('records.event.on'), description: t('records.event.description') };
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('records.register.title'), to: recordsPath },
          { label: number, to: recordPath(id) },
        ]}
        title={t('records.event.title')}
        lead={event ? t('records.event.lead', { event }) : t('records.refusal.no-event-awaited')}
      />
      <ErrorSummary form={form} labels={labels} />
      {canNoteEvent ? (
        <Form method="post">
          <TextField name="on" type="date" label={labels.on} max={today} value={today} required form={form} />
          <TextArea
            name="description"
            label={labels.description}
            hint={t('records.event.description-hint')}
            rows={3}
            maxLength={2000}
            required
            form={form}
          />
          <Actions>
            <Button>{t('records.event.submit')}</Button>
          </Actions>
        </Form>
      ) : (
        <Notice kind="warning" title={t('records.event.not-now')} />
      )}
    </>
  );
}
