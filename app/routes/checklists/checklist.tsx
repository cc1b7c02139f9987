import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { answerItem } from '#app/modules/audits/answering.server.ts';
import { answerForm } from '#app/modules/audits/audit-forms.ts';
import { readChecklistPage } from '#app/modules/audits/checklist-page.server.ts';
import { nextUnanswered } from '#app/modules/audits/checklist-progress.ts';
import type { Answer } from '#app/modules/audits/grades.ts';
import { auditPath, checklistFilePath, checklistPath, checklistsPath } from '#app/modules/audits/paths.ts';
import { ChecklistProgress } from '#app/modules/audits/ui/checklist-progress.tsx';
import { Question } from '#app/modules/audits/ui/question.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('audits.checklist.one');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'checklist.read');
  return readChecklistPage(context.services.db, actor, params.checklistId ?? '', context.now);
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'checklist.answer');
  const { db } = context.services;
  const page = await readChecklistPage(db, actor, params.checklistId ?? '', context.now);
  const read = await readForm(request, answerForm);
  if (!read.ok) return showMistakes(read);
  const { item, operation, answer, evidence, note, unit, personInCharge } = read.value;
  const done = await attempt(read.values, () =>
    inTransaction(db, (trx) =>
      answerItem(
        trx,
        actor,
        {
          checklistId: page.id,
          itemId: item,
          answer: answer as Answer, // one of the values of the schema
          evidence,
          note,
          operationId: operation,
          unitId: unit,
          personInChargeId: personInCharge,
        },
        context.now,
      ),
    ),
  );
  if (!done.ok) return showMistakes(done);
  const next = nextUnanswered(page.rows, item);
  return redirect(`${checklistPath(page.id)}#row-${next ?? item}`, { status: 303 });
}

export default function ChecklistPage() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const refusedItem = form?.values.item?.[0];
  return (
    <>
      <PageHeader
        over={page.number}
        title={page.title}
        lead={t('audits.checklist.answer-lead')}
        crumbs={[
          { label: t('audits.checklist.title'), to: checklistsPath },
          ...(page.audit ? [{ label: page.audit.number, to: auditPath(page.audit.id) }] : []),
        ]}
        actions={
          <>
            <ButtonLink to={checklistFilePath(page.id)} download>
              {t('audits.checklist.pdf')}
            </ButtonLink>
            <ButtonLink kind="quiet" to={checklistFilePath(page.id, true)} download>
              {t('audits.checklist.pdf-blank')}
            </ButtonLink>
          </>
        }
      />
      <ChecklistProgress rows={page.rows} />
      {page.rows.map((row) => (
        <Question key={row.id} row={row} page={page} form={refusedItem === row.id ? form : null} />
      ))}
    </>
  );
}
