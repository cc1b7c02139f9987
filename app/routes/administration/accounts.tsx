import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { listAccounts } from '#app/modules/accounts/account.server.ts';
import { accountOf, administrationPath, newAccountPath } from '#app/modules/accounts/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Stamp } from '#app/ui/stamp.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'accounts.list.title') },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const accounts = await listAccounts(context.services.db, await context.actor());
  return { locale: context.locale, accounts };
}

export default function Accounts() {
  const { accounts } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={t('accounts.list.title')}
        crumbs={[{ label: t('accounts.administration.title'), to: administrationPath }]}
        actions={<ButtonLink to={newAccountPath}>{t('accounts.new.title')}</ButtonLink>}
      />
      <DataTable
        caption={t('accounts.list.title')}
        rows={accounts}
        rowKey={(account) => account.id}
        columns={[
          {
            key: 'login',
            label: t('accounts.field.login'),
            main: true,
            cell: (account) => <Link to={accountOf(account.id)}>{account.login}</Link>,
          },
          {
            key: 'name',
            label: t('accounts.field.display-name'),
            cell: (account) => <span lang="vi">{account.display_name}</span>,
          },
          {
            key: 'roles',
            label: t('accounts.field.roles'),
            cell: (account) => account.roles.map((role) => t(`accounts.role.${role}`)).join(', '),
          },
          {
            key: 'state',
            label: t('accounts.field.state'),
            cell: (account) =>
              account.disabled_at ? (
                <Stamp kind="disabled" />
              ) : account.hasPassword ? (
                <Stamp kind="active" />
              ) : (
                t('accounts.state.no-password')
              ),
          },
        ]}
      />
    </>
  );
}
