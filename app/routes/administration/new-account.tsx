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
import { createAccount } from '#app/modules/accounts/account.server.ts';
import { newAccountForm } from '#app/modules/accounts/account-form.ts';
import { officersWithoutAccount } from '#app/modules/accounts/officers-without-account.server.ts';
import { accountOf, accountsPath, administrationPath } from '#app/modules/accounts/paths.ts';
import { accountRoles } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { CheckboxesField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SelectField, TextField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'accounts.new.title') },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const officers = await officersWithoutAccount(
    context.services.db,
    await context.actor(),
    dayOf(context.now),
  );
  return { locale: context.locale, officers };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'account.maintain');
  const read = await readForm(request, newAccountForm);
  if (!read.ok) return showMistakes(read);
  const input = { ...read.value, officerId: read.value.officerId || null };
  const done = await attempt(read.values, () =>
    inTransaction(context.services.db, (trx) => createAccount(trx, actor, input, context.now)),
  );
  return done.ok ? redirect(accountOf(done.value), { status: 303 }) : showMistakes(done);
}

export default function NewAccount() {
  const { officers } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const labels = {
    login: t('accounts.field.login'),
    displayName: t('accounts.field.display-name'),
    officerId: t('accounts.field.officer'),
    roles: t('accounts.field.roles'),
  };
  return (
    <div className="narrow">
      <PageHeader
        title={t('accounts.new.title')}
        lead={t('accounts.new.lead')}
        crumbs={[
          { label: t('accounts.administration.title'), to: administrationPath },
          { label: t('accounts.list.title'), to: accountsPath },
        ]}
      />
      <ErrorSummary form={form} labels={labels} />
      <Form method="post">
        <TextField
          name="login"
          label={labels.login}
          hint={t('accounts.field.login-hint')}
          required
          form={form}
        />
        <TextField name="displayName" label={labels.displayName} required form={form} />
        <SelectField
          name="officerId"
          label={labels.officerId}
          hint={t('accounts.field.officer-hint')}
          none={t('accounts.field.officer-none')}
          options={officers.map((officer) => ({ value: officer.id, label: officer.name }))}
          form={form}
        />
        <CheckboxesField
          name="roles"
          label={labels.roles}
          options={accountRoles.map((role) => ({ value: role, label: t(`accounts.role.${role}`) }))}
          values={['officer']}
          form={form}
        />
        <Actions>
          <Button>{t('accounts.new.submit')}</Button>
        </Actions>
      </Form>
    </div>
  );
}
