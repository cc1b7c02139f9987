import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { decideLines } from '#app/modules/documents/tthc/line-decision.server.ts';
import { lineForm, lines } from '#app/modules/documents/tthc/line-form.ts';
import { procedurePath, proceduresPath } from '#app/modules/documents/tthc/paths.ts';
import { listProcedures } from '#app/modules/documents/tthc/procedures.server.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { RadioField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/form-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('tthc.decide');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'administrative-procedure.maintain');
  const codes = new Set(new URL(request.url).searchParams.getAll('code'));
  const nothing = { words: '', field: '', level: '', line: '', documents: '', changed: false };
  const { rows } = await listProcedures(context.services.db, actor, nothing, dayOf(context.now));
  return { chosen: rows.filter((row) => codes.has(row.code)) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'administrative-procedure.maintain');
  const form = await readForm(request, lineForm);
  if (!form.ok) return showMistakes(form);
  const { code: codes, line, reason } = form.value;
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) =>
      decideLines(trx, actor, { codes, line, reason }, context.now),
    ),
  );
  if (!done.ok) return showMistakes(done);
  const [only, ...more] = codes;
  return redirect(only && more.length === 0 ? procedurePath(only) : proceduresPath, 303);
}

export default function LineDecision() {
  const { chosen } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('tthc.title'), to: proceduresPath }]}
        title={t('tthc.decide')}
        lead={t('tthc.decide-lead')}
      />
      <ErrorSummary
        form={form}
        labels={{ line: t('tthc.field.line'), reason: t('tthc.field.reason'), code: t('tthc.field.code') }}
      />
      {chosen.length === 0 ? (
        <Notice kind="information" title={t('tthc.refusal.none-chosen')}>
          <ButtonLink to={proceduresPath}>{t('tthc.title')}</ButtonLink>
        </Notice>
      ) : (
        <Form method="post">
          <p>{t('tthc.decide-chosen', { count: chosen.length })}</p>
          <ul className="plain" lang="vi">
            {chosen.map((row) => (
              <li key={row.code}>
                <input type="hidden" name="code" value={row.code} />
                {row.code} {row.name}
              </li>
            ))}
          </ul>
          <RadioField
            name="line"
            label={t('tthc.field.line')}
            required
            form={form}
            options={lines.map((line) => ({ value: line, label: t(`tthc.line.${line}`) }))}
          />
          <TextField name="reason" label={t('tthc.field.reason')} required maxLength={500} form={form} />
          <Actions>
            <Button>{t('tthc.decide-submit')}</Button>
          </Actions>
        </Form>
      )}
    </>
  );
}
