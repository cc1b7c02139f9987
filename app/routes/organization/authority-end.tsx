import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { endAuthority, getAuthority } from '#app/modules/organization/authorities.server.ts';
import { authorityEndForm } from '#app/modules/organization/authority.ts';
import { authoritiesPath } from '#app/modules/organization/paths.ts';
import { FormHead } from '#app/modules/organization/ui/organization-head.tsx';
import { RecordForm } from '#app/modules/organization/ui/record-form.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { TextField } from '#app/ui/form-field.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.authority.end');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const authority = await getAuthority(context.services.db, actor, params.authorityId ?? '');
  return { authority, today: dayOf(context.now) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const { db } = context.services;
  const authority = await getAuthority(db, actor, params.authorityId ?? '');
  const form = await readForm(request, authorityEndForm);
  if (!form.ok) return showMistakes(form);
  const input = { ...form.value, authorityId: authority.id };
  const done = await attempt(form.values, () =>
    inTransaction(db, (trx) => endAuthority(trx, actor, input, context.now)),
  );
  return done.ok ? redirect(authoritiesPath, 303) : showMistakes(done);
}

export default function AuthorityEnd() {
  const { authority, today } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const label = t('organization.field.last-day');
  return (
    <>
      <FormHead
        title={t('organization.authority.end')}
        lead={<Title vi={authority.positionNameVi} en={authority.positionNameEn} />}
        crumbs={[{ to: authoritiesPath, label: t('organization.tab.authorities') }]}
      />
      <RecordForm
        form={form}
        labels={{ until: label }}
        submit={t('organization.authority.end')}
        back={authoritiesPath}
        danger
      >
        <TextField name="until" type="date" label={label} form={form} required value={today} />
      </RecordForm>
    </>
  );
}
