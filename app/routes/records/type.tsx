import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { recordsPath, recordTypePath, recordTypesPath } from '#app/modules/records/paths.ts';
import { recordTypeForm, retentionWritten } from '#app/modules/records/record-type-form.ts';
import { getRecordType, historyOfType, stateTypeFact } from '#app/modules/records/record-types.server.ts';
import { RecordTypeFacts, TypeFactForm, TypeHistory } from '#app/modules/records/ui/record-type-facts.tsx';
import { authorize, may } from '#app/permissions/matrix.ts';
import { InLanguage } from '#app/ui/in-language.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('records.types.title');

const named = (params: Record<string, string | undefined>) => ({
  documentId: params.documentId ?? '',
  key: params.recordKey ?? '',
});

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'record.read');
  const { db } = context.services;
  const today = dayOf(context.now);
  return {
    type: await getRecordType(db, actor, named(params), today),
    history: await historyOfType(db, actor, named(params)),
    canState: may(actor, 'record-type.maintain'),
    today,
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'record-type.maintain');
  const { db } = context.services;
  const about = named(params);
  await getRecordType(db, actor, about, dayOf(context.now));
  const read = await readForm(request, recordTypeForm);
  if (!read.ok) return showMistakes(read);
  const { from, place, legalGround } = read.value;
  const fact = { ...about, from, place, legalGround, retention: retentionWritten(read.value) };
  const done = await attempt(read.values, () =>
    inTransaction(db, (trx) => stateTypeFact(trx, actor, fact, context.now)),
  );
  return done.ok
    ? redirect(recordTypePath(about.documentId, about.key), { status: 303 })
    : showMistakes(done);
}

export default function RecordTypePage() {
  const { type, history, canState, today } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('records.register.title'), to: recordsPath },
          { label: t('records.types.title'), to: recordTypesPath },
        ]}
        over={type.code}
        title={<InLanguage>{type.name}</InLanguage>}
      />
      <RecordTypeFacts type={type} />
      {canState ? <TypeFactForm type={type} today={today} form={form} /> : null}
      <TypeHistory history={history} />
    </>
  );
}
