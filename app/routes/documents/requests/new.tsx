import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { proposeChange } from '#app/modules/documents/change-requests/proposing.server.ts';
import { requestForm } from '#app/modules/documents/change-requests/request-forms.ts';
import { requestPath, requestsPath } from '#app/modules/documents/change-requests/request-paths.ts';
import { registerPath } from '#app/modules/documents/paths.ts';
import { wholeRegister } from '#app/modules/documents/register/register.server.ts';
import {
  ChangeFields,
  RequestFields,
  requestFieldNames,
} from '#app/modules/documents/ui/requests/request-fields.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../../page-title.ts';

export const meta = pageTitle('requests.new.title');

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'change-request.propose');
  const { services, locale, now } = context;
  const asked = new URL(request.url).searchParams;
  const register = await wholeRegister(services.db, actor, { on: dayOf(now), state: 'in-force' });
  return {
    asked: { kind: asked.get('kind') ?? 'amend', document: asked.get('document') ?? '' },
    documents: register.map((row) => ({
      value: row.documentId,
      label: `${row.code ?? ''} – ${(locale === 'en' && row.titleEn) || row.titleVi}`,
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'change-request.propose');
  const read = await readForm(request, requestForm);
  if (!read.ok) return showMistakes(read);
  const { document, ...asked } = read.value;
  if (asked.kind !== 'write' && document === null) {
    return showMistakes({
      ...read,
      ok: false,
      errors: { document: ['errors.field.required'] },
      refusal: null,
    });
  }
  const done = await attempt(read.values, () =>
    inTransaction(context.services.db, (trx) =>
      proposeChange(trx, actor, { ...asked, documentId: document }, context.now),
    ),
  );
  return done.ok ? redirect(requestPath(done.value), { status: 303 }) : showMistakes(done);
}

export default function NewRequest() {
  const { documents, asked } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('documents.register.title'), to: registerPath },
          { label: t('requests.title'), to: requestsPath },
        ]}
        title={t('requests.new.title')}
        lead={t('requests.new.lead')}
      />
      <ErrorSummary
        form={form}
        labels={Object.fromEntries(requestFieldNames.map((name) => [name, t(`requests.form.${name}`)]))}
      />
      <Form method="post">
        <RequestFields {...{ form, documents, asked }} />
        <ChangeFields form={form} />
        <Actions>
          <Button>{t('requests.new.submit')}</Button>
        </Actions>
      </Form>
    </>
  );
}
