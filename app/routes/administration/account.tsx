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
import { getAccount, setRoles } from '#app/modules/accounts/account.server.ts';
import { rolesForm } from '#app/modules/accounts/account-form.ts';
import { accountOf, accountsPath, administrationPath } from '#app/modules/accounts/paths.ts';
import { accountRoles } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { CheckboxesField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Stamp } from '#app/ui/stamp.tsx';
import { inTransaction } from '#db/unit-of-work.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.account.login ?? translate('vi', 'accounts.list.title') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'account.maintain');
  const account = await getAccount(context.services.db, actor, params.accountId ?? '');
  return { locale: context.locale, account, isOwn: account.id === actor.accountId };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'account.maintain');
  const accountId = params.accountId ?? '';
  const read = await readForm(request, rolesForm);
  if (!read.ok) return showMistakes(read);
  const done = await attempt(read.values, () =>
    inTransaction(context.services.db, (trx) =>
      setRoles(trx, actor, { accountId, roles: read.value.roles }, context.now),
    ),
  );
  return done.ok ? redirect(accountOf(accountId), { status: 303 }) : showMistakes(done);
}

export default function AccountOfOthers() {
  const { account, isOwn } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const open = account.disabled_at === null;
  return (
    <div className="narrow">
      <PageHeader
        title={account.login}
        lead={<span lang="vi">{account.display_name}</span>}
        crumbs={[
          { label: t('accounts.administration.title'), to: administrationPath },
          { label: t('accounts.list.title'), to: accountsPath },
        ]}
        stamps={<Stamp kind={open ? 'active' : 'disabled'} />}
        actions={
          open && !isOwn ? (
            <>
              <ButtonLink kind="secondary" to={`${accountOf(account.id)}/invitation`}>
                {t('accounts.invitation.title')}
              </ButtonLink>
              <ButtonLink kind="danger" to={`${accountOf(account.id)}/closure`}>
                {t('accounts.closure.title')}
              </ButtonLink>
            </>
          ) : null
        }
      />
      <ErrorSummary form={form} labels={{ roles: t('accounts.field.roles') }} />
      {open && !isOwn ? (
        <Form method="post">
          <CheckboxesField
            name="roles"
            label={t('accounts.field.roles')}
            options={accountRoles.map((role) => ({ value: role, label: t(`accounts.role.${role}`) }))}
            values={account.roles}
            form={form}
          />
          <Actions>
            <Button>{t('accounts.roles.submit')}</Button>
          </Actions>
        </Form>
      ) : (
        <p>{account.roles.map((role) => t(`accounts.role.${role}`)).join(', ')}</p>
      )}
    </div>
  );
}
