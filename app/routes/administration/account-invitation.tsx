import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { getAccount } from '#app/modules/accounts/account.server.ts';
import { invite } from '#app/modules/accounts/invitation.server.ts';
import { accountOf, accountsPath, welcomePath } from '#app/modules/accounts/paths.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'accounts.invitation.title') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'account.maintain');
  const { id, login } = await getAccount(context.services.db, actor, params.accountId ?? '');
  return { locale: context.locale, id, login };
}

/** The link is shown once, here; the database keeps only its hash. */
export async function action({ params, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'account.maintain');
  const { db, env } = context.services;
  const token = await inTransaction(db, (trx) => invite(trx, actor, params.accountId ?? '', context.now));
  return { address: `${env.origin}${welcomePath(token)}` };
}

export default function AccountInvitation() {
  const { id, login } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="narrow">
      <PageHeader
        title={t('accounts.invitation.title')}
        lead={t('accounts.invitation.lead', { login })}
        crumbs={[
          { label: t('accounts.list.title'), to: accountsPath },
          { label: login, to: accountOf(id) },
        ]}
      />
      {made ? (
        <Notice kind="done" title={t('accounts.invitation.made')}>
          <p className="one-time-address">{made.address}</p>
        </Notice>
      ) : (
        <Form method="post">
          <Actions>
            <Button>{t('accounts.invitation.submit')}</Button>
          </Actions>
        </Form>
      )}
    </div>
  );
}
