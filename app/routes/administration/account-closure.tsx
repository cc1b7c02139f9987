import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { disableAccount, getAccount } from '#app/modules/accounts/account.server.ts';
import { closureForm } from '#app/modules/accounts/account-form.ts';
import { accountOf, accountsPath } from '#app/modules/accounts/paths.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'accounts.closure.title') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'account.maintain');
  const { id, login } = await getAccount(context.services.db, actor, params.accountId ?? '');
  return { locale: context.locale, id, login };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  const accountId = params.accountId ?? '';
  authorize(actor, 'account.maintain');
  const read = await readForm(request, closureForm);
  if (!read.ok) return showMistakes(read);
  const done = await attempt(read.values, () =>
    inTransaction(context.services.db, (trx) =>
      disableAccount(trx, actor, { accountId, reason: read.value.reason }, context.now),
    ),
  );
  return done.ok ? redirect(accountOf(accountId), { status: 303 }) : showMistakes(done);
}

export default function AccountClosure() {
  const { id, login } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="narrow">
      <PageHeader
        title={t('accounts.closure.title')}
        lead={t('accounts.closure.lead', { login })}
        crumbs={[
          { label: t('accounts.list.title'), to: accountsPath },
          { label: login, to: accountOf(id) },
        ]}
      />
      <ErrorSummary form={form} labels={{ reason: t('accounts.field.reason') }} />
      <Form method="post">
        <TextArea name="reason" label={t('accounts.field.reason')} required form={form} rows={3} />
        <Actions>
          <Button kind="danger">{t('accounts.closure.submit')}</Button>
        </Actions>
      </Form>
    </div>
  );
}
