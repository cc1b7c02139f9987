import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Forbidden } from '#app/http/errors.ts';
import { attempt, formOf, parseForm, showMistakes } from '#app/http/forms.ts';
import { sessionCookie } from '#app/http/session-cookie.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { passwordForm } from '#app/modules/accounts/account-form.ts';
import { changeOwnPassword } from '#app/modules/accounts/own-password.server.ts';
import { accountPath } from '#app/modules/accounts/paths.ts';
import { listSessions, revokeSession } from '#app/modules/accounts/session.server.ts';
import { OwnSessions } from '#app/modules/accounts/ui/own-sessions.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { inTransaction } from '#db/unit-of-work.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'accounts.own.title') },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'account.read-own');
  const sessions = await listSessions(context.services.db, actor, context.now);
  return {
    locale: context.locale,
    name: actor.name,
    roles: actor.roles,
    sessions: sessions.map(({ token_hash, ...session }) => ({
      ...session,
      hash: token_hash,
      isThis: token_hash === actor.sessionHash,
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'account.read-own');
  const { db, env } = context.services;
  const form = await formOf(request);
  const ended = form.get('session');
  if (typeof ended === 'string') {
    await inTransaction(db, (trx) => revokeSession(trx, actor, ended, context.now));
    return redirect(accountPath, { status: 303 });
  }
  if (!actor.accountId) throw new Forbidden();
  const read = parseForm(form, passwordForm);
  if (!read.ok) return showMistakes(read);
  const done = await attempt({}, () => changeOwnPassword(db, actor, read.value, context.client, context.now));
  if (!done.ok) return showMistakes(done);
  return redirect(accountPath, {
    status: 303,
    headers: { 'Set-Cookie': sessionCookie(done.value, env.secure) },
  });
}

export default function Account() {
  const { name, roles, sessions } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const labels = {
    current: t('accounts.field.password-current'),
    password: t('accounts.field.password-new'),
    again: t('accounts.field.password-again'),
  };
  return (
    <>
      <PageHeader
        title={<span lang="vi">{name}</span>}
        lead={roles.map((role) => t(`accounts.role.${role}`)).join(', ')}
      />
      <Panel title={t('accounts.own.sessions')}>
        <OwnSessions sessions={sessions} />
      </Panel>
      <Panel title={t('accounts.own.password')}>
        <ErrorSummary form={form} labels={labels} />
        <Form method="post">
          <TextField
            name="current"
            type="password"
            label={labels.current}
            required
            form={form}
            autoComplete="current-password"
          />
          <TextField
            name="password"
            type="password"
            label={labels.password}
            required
            form={form}
            autoComplete="new-password"
          />
          <TextField
            name="again"
            type="password"
            label={labels.again}
            required
            form={form}
            autoComplete="new-password"
          />
          <Actions>
            <Button>{t('accounts.own.change')}</Button>
          </Actions>
        </Form>
      </Panel>
    </>
  );
}
