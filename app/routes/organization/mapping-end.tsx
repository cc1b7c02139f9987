import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { rolePath, rolesPath } from '#app/modules/organization/paths.ts';
import { mappingEndForm } from '#app/modules/organization/role.ts';
import { endMapping, getMapping } from '#app/modules/organization/role-mappings.server.ts';
import { FormHead } from '#app/modules/organization/ui/organization-head.tsx';
import { RecordForm } from '#app/modules/organization/ui/record-form.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { TextField } from '#app/ui/form-field.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.mapping.end');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const mapping = await getMapping(context.services.db, actor, params.mappingId ?? '');
  return { mapping, today: dayOf(context.now) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const { db } = context.services;
  const mapping = await getMapping(db, actor, params.mappingId ?? '');
  const form = await readForm(request, mappingEndForm);
  if (!form.ok) return showMistakes(form);
  const input = { ...form.value, mappingId: mapping.id };
  const done = await attempt(form.values, () =>
    inTransaction(db, (trx) => endMapping(trx, actor, input, context.now)),
  );
  return done.ok ? redirect(rolePath(mapping.roleKey), 303) : showMistakes(done);
}

export default function MappingEnd() {
  const { mapping, today } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const label = t('organization.field.last-day');
  return (
    <>
      <FormHead
        title={t('organization.mapping.end')}
        lead={<Title vi={mapping.positionNameVi} en={mapping.positionNameEn} />}
        crumbs={[
          { to: rolesPath, label: t('organization.tab.roles') },
          { to: rolePath(mapping.roleKey), label: <Title vi={mapping.roleNameVi} en={mapping.roleNameEn} /> },
        ]}
      />
      <RecordForm
        form={form}
        labels={{ until: label }}
        submit={t('organization.mapping.end')}
        back={rolePath(mapping.roleKey)}
        danger
      >
        <TextField name="until" type="date" label={label} form={form} required value={today} />
      </RecordForm>
    </>
  );
}
