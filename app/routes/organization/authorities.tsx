import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { listAuthorities, recordAuthority } from '#app/modules/organization/authorities.server.ts';
import { authorityForm } from '#app/modules/organization/authority.ts';
import { authoritiesPath } from '#app/modules/organization/paths.ts';
import { listPositions } from '#app/modules/organization/positions.server.ts';
import { AuthorityFields, AuthorityTable } from '#app/modules/organization/ui/authorities.tsx';
import { OrganizationHead } from '#app/modules/organization/ui/organization-head.tsx';
import { authorize, may } from '#app/permissions/matrix.ts';
import { Panel } from '#app/ui/panel.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('organization.tab.authorities');

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  const { db } = context.services;
  const today = dayOf(context.now);
  const authorities = await listAuthorities(db, actor, today);
  const positions = await listPositions(db, actor, today);
  return { today, authorities, positions, mayMaintain: may(actor, 'organization.maintain') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'organization.maintain');
  const form = await readForm(request, authorityForm);
  if (!form.ok) return showMistakes(form);
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) => recordAuthority(trx, actor, form.value, context.now)),
  );
  return done.ok ? redirect(authoritiesPath, 303) : showMistakes(done);
}

export default function Authorities() {
  const { today, authorities, positions, mayMaintain } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <OrganizationHead lead={t('organization.authority.lead')} />
      <AuthorityTable authorities={authorities} mayEnd={mayMaintain} />
      {mayMaintain ? (
        <Panel title={t('organization.authority.new')}>
          <AuthorityFields form={form} positions={positions} today={today} />
        </Panel>
      ) : null}
    </>
  );
}
