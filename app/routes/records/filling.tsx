import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { attempt, formOf, showMistakes, typedValues } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { saveFilling } from '#app/modules/records/filling.server.ts';
import { readFilling } from '#app/modules/records/filling-page.server.ts';
import { mistakesIn, valuesOf } from '#app/modules/records/form-field.ts';
import { fillingPath } from '#app/modules/records/paths.ts';
import { FilledFields } from '#app/modules/records/ui/filled-fields.tsx';
import { FillingHeader, RevisionNotice } from '#app/modules/records/ui/filling-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('records.filling.title');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'record.fill');
  return { read: await readFilling(context.services.db, actor, params.fillingId ?? '', context.now) };
}

/** Saves what was typed as it stands; which button was pressed says where the person goes on. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'record.fill');
  const { services, now } = context;
  const fillingId = params.fillingId ?? '';
  const { fields } = await readFilling(services.db, actor, fillingId, now);
  const typed = typedValues(await formOf(request));
  const addRow = typed.addRow?.[0] ?? '';
  const values = valuesOf(fields, typed, addRow);
  const errors = mistakesIn(fields, values, 'unfinished');
  if (Object.keys(errors).length > 0)
    return showMistakes({ ok: false, values: typed, errors, refusal: null });
  const seen = Number(typed.version?.[0] ?? 'NaN');
  const done = await attempt(typed, () =>
    inTransaction(services.db, (trx) => saveFilling(trx, actor, { fillingId, seen, values }, now)),
  );
  if (!done.ok) return showMistakes(done);
  if (addRow !== '') return redirect(`${fillingPath(fillingId)}#field-v:${addRow}`, { status: 303 });
  const goesOn = typed.onward?.[0] === 'completion';
  return redirect(fillingPath(fillingId, goesOn ? 'completion' : undefined), { status: 303 });
}

export default function FillingPage() {
  const { read } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const values = form ? valuesOf(read.fields, form.values) : read.values;
  const labels = Object.fromEntries(read.fields.map((field) => [`v:${field.key}`, field.label]));
  return (
    <>
      <FillingHeader read={read} lead={t('records.filling.lead')} />
      <RevisionNotice read={read} />
      <Notice>
        <p>{t('records.filling.no-citizen-data')}</p>
      </Notice>
      <ErrorSummary form={form} labels={labels} />
      {/* The version is part of the key: after a save the fields show what was kept. */}
      <Form method="post" key={read.version}>
        <input type="hidden" name="version" value={read.version} />
        {/* Enter in a line saves; without this the first button of a table would be pressed. */}
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true">
          {t('records.filling.save')}
        </button>
        <FilledFields fields={read.fields} values={values} form={form} />
        <Actions>
          <Button name="onward" value="completion">
            {t('records.filling.save-and-complete')}
          </Button>
          <Button kind="secondary" name="onward" value="stay">
            {t('records.filling.save')}
          </Button>
          <ButtonLink kind="quiet" to={fillingPath(read.id, 'abandonment')}>
            {t('records.abandonment.title')}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
}
