import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { giveCopy, listCopies } from '#app/modules/records/copies.server.ts';
import { copiesPath, recordsPath } from '#app/modules/records/paths.ts';
import { copyForm } from '#app/modules/records/record-forms.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/form-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('copies.give.title');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'controlled-copy.keep');
  const asked = new URL(request.url).searchParams;
  const today = dayOf(context.now);
  const copies = await listCopies(context.services.db, actor, today);
  const print = copies.find(
    (one) => one.revisionId === asked.get('revision') && String(one.number) === asked.get('number'),
  );
  return { print: print?.state === 'not-given' ? print : null, today };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'controlled-copy.keep');
  const read = await readForm(request, copyForm);
  if (!read.ok) return showMistakes(read);
  const { revision: revisionId, ...given } = read.value;
  const done = await attempt(read.values, () =>
    inTransaction(context.services.db, (trx) => giveCopy(trx, actor, { revisionId, ...given }, context.now)),
  );
  return done.ok ? redirect(copiesPath, { status: 303 }) : showMistakes(done);
}

export default function NewCopy() {
  const { print, today } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const labels = {
    holder: t('copies.give.holder'),
    place: t('copies.give.place'),
    on: t('copies.field.given'),
  };
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('records.register.title'), to: recordsPath },
          { label: t('copies.title'), to: copiesPath },
        ]}
        title={t('copies.give.title')}
        lead={print ? t('copies.give.lead', { code: print.code ?? '', number: print.number }) : undefined}
      />
      <ErrorSummary form={form} labels={labels} />
      {print ? (
        <Form method="post">
          <input type="hidden" name="revision" value={print.revisionId} />
          <input type="hidden" name="number" value={print.number} />
          <TextField name="holder" label={labels.holder} maxLength={300} form={form} />
          <TextField
            name="place"
            label={labels.place}
            hint={t('copies.give.place-hint')}
            maxLength={300}
            form={form}
          />
          <TextField name="on" type="date" label={labels.on} value={today} max={today} required form={form} />
          <Actions>
            <Button>{t('copies.give.submit')}</Button>
          </Actions>
        </Form>
      ) : (
        <Notice kind="warning" title={t('copies.give.none')} />
      )}
    </>
  );
}
