import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Refused } from '#app/http/errors.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { sessionCookie } from '#app/http/session-cookie.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { welcomeForm } from '#app/modules/accounts/account-form.ts';
import { acceptInvitation, readInvitation } from '#app/modules/accounts/invitation.server.ts';
import { hashPassword } from '#app/modules/accounts/password.server.ts';
import { shortestPassword } from '#app/modules/accounts/password.ts';
import { openSession } from '#app/modules/accounts/session.server.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'accounts.welcome.title') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const invitation = await readInvitation(context.services.db, params.token ?? '', context.now);
  const { purpose, login, display_name } = invitation;
  return { locale: context.locale, first: purpose === 'first-admin', login, name: display_name };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { db, env } = context.services;
  const token = params.token ?? '';
  await readInvitation(db, token, context.now);
  const read = await readForm(request, welcomeForm);
  if (!read.ok) return showMistakes(read);
  const { login = '', displayName = '', password, again } = read.value;
  const kept = { ...read.values, password: [], again: [] };
  const done = await attempt(kept, async () => {
    if (password !== again) throw new Refused('accounts.refusal.password-differs');
    const passwordHash = await hashPassword(password);
    return inTransaction(db, async (trx) => {
      const accountId = await acceptInvitation(
        trx,
        { token, passwordHash, password, login, displayName: displayName || login },
        context.now,
      );
      return openSession(trx, accountId, context.client, context.now);
    });
  });
  if (!done.ok) return showMistakes(done);
  return redirect('/', { status: 303, headers: { 'Set-Cookie': sessionCookie(done.value, env.secure) } });
}

export default function Welcome() {
  const { first, login, name } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const labels = {
    login: t('accounts.field.login'),
    displayName: t('accounts.field.display-name'),
    password: t('accounts.field.password'),
    again: t('accounts.field.password-again'),
  };
  return (
    <div className="narrow">
      <PageHeader
        title={first ? t('accounts.welcome.first-title') : t('accounts.welcome.title')}
        lead={
          first
            ? t('accounts.welcome.first-lead')
            : t('accounts.welcome.lead', { name: name ?? '', login: login ?? '' })
        }
      />
      <ErrorSummary form={form} labels={labels} />
      <Form method="post">
        {first ? (
          <>
            <TextField
              name="login"
              label={labels.login}
              hint={t('accounts.field.login-hint')}
              required
              form={form}
              autoComplete="username"
            />
            <TextField
              name="displayName"
              label={labels.displayName}
              required
              form={form}
              autoComplete="name"
            />
          </>
        ) : null}
        <TextField
          name="password"
          type="password"
          label={labels.password}
          hint={t('accounts.field.password-hint', { least: shortestPassword })}
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
          <Button>{t('accounts.welcome.submit')}</Button>
        </Actions>
      </Form>
    </div>
  );
}
