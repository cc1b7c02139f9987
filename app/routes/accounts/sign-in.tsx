import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, formOf, parseForm, showMistakes } from '#app/http/forms.ts';
import { safeRedirectPath } from '#app/http/security.ts';
import { sessionCookie } from '#app/http/session-cookie.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { signInForm } from '#app/modules/accounts/account-form.ts';
import { listSamplePeople } from '#app/modules/accounts/sample-people.server.ts';
import { signIn, signInAsSample } from '#app/modules/accounts/sign-in.server.ts';
import { SamplePeople } from '#app/modules/accounts/ui/sample-people.tsx';
import { isSignedIn } from '#app/permissions/actor.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'accounts.sign-in.title') },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const to = safeRedirectPath(new URL(request.url).searchParams.get('to'));
  if (isSignedIn(await context.actor())) throw redirect(to);
  const { db, data } = context.services;
  return {
    locale: context.locale,
    to,
    people: data.isDemo ? await listSamplePeople(db, dayOf(context.now)) : null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, env, data } = context.services;
  const form = await formOf(request);
  const sample = form.get('sample');
  if (typeof sample === 'string' && data.isDemo) {
    const token = await signInAsSample(db, sample, context.client, context.now);
    return enter(token, form.get('to'), env.secure);
  }
  const read = parseForm(form, signInForm);
  if (!read.ok) return showMistakes(read);
  const { login, password } = read.value;
  const done = await attempt(read.values, () =>
    signIn(db, { login, password, ...context.client }, context.now),
  );
  if (!done.ok) return showMistakes(done);
  return enter(done.value, read.value.to ?? null, env.secure);
}

function enter(token: string, to: FormDataEntryValue | null, secure: boolean) {
  return redirect(safeRedirectPath(to), {
    status: 303,
    headers: { 'Set-Cookie': sessionCookie(token, secure) },
  });
}

export default function SignIn() {
  const { to, people } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="narrow">
      <PageHeader
        title={t('accounts.sign-in.title')}
        lead={people ? t('accounts.sign-in.demo') : t('accounts.sign-in.lead')}
      />
      {people ? <SamplePeople people={people} to={to} /> : null}
      <ErrorSummary
        form={form}
        labels={{ login: t('accounts.field.login'), password: t('accounts.field.password') }}
      />
      <Form method="post">
        <input type="hidden" name="to" value={to} />
        <TextField
          name="login"
          label={t('accounts.field.login')}
          required
          form={form}
          autoComplete="username"
        />
        <TextField
          name="password"
          type="password"
          label={t('accounts.field.password')}
          required
          form={form}
          autoComplete="current-password"
        />
        <Actions>
          <Button>{t('accounts.sign-in.submit')}</Button>
        </Actions>
      </Form>
      <p className="hint">{t('accounts.sign-in.forgotten')}</p>
    </div>
  );
}
