import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { rolePath } from '#app/modules/organization/paths.ts';
import { getPosition, listPositions } from '#app/modules/organization/positions.server.ts';
import { listMappings } from '#app/modules/organization/role-mappings.server.ts';
import { DayFilter } from '#app/modules/organization/ui/day-filter.tsx';
import { useFieldName } from '#app/modules/organization/ui/field-name.tsx';
import { Holders } from '#app/modules/organization/ui/holders.tsx';
import { dutiesOfPosition } from '#app/modules/responsibilities/duties.server.ts';
import { byDocument } from '#app/modules/responsibilities/duty.ts';
import { dutiesOfOfficerPath, responsibilitiesPath } from '#app/modules/responsibilities/paths.ts';
import { DutyList } from '#app/modules/responsibilities/ui/duty-list.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { askedDay } from '../asked-day.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('responsibilities.of-position');

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  const { db } = context.services;
  const day = askedDay(request, context.now);
  const position = await getPosition(db, actor, params.positionId ?? '');
  const staffed = (await listPositions(db, actor, day, { unitId: position.unitId })).find(
    (one) => one.id === position.id,
  );
  const duties = await dutiesOfPosition(db, actor, position, day);
  return {
    day,
    today: dayOf(context.now),
    position,
    staffed: staffed ?? null,
    roles: await listMappings(db, actor, day, { positionId: position.id }),
    duties: duties.length,
    documents: byDocument(duties),
  };
}

export default function DutiesOfPosition() {
  const { day, today, position, staffed, roles, duties, documents } = useLoaderData<typeof loader>();
  const t = useT();
  const fieldName = useFieldName();
  return (
    <>
      <PageHeader
        title={<Title vi={position.nameVi} en={position.nameEn} />}
        over={<Title vi={position.unitNameVi} en={position.unitNameEn} />}
        lead={t('responsibilities.counted', { duties, documents: documents.length })}
        crumbs={[{ to: responsibilitiesPath, label: t('responsibilities.title') }]}
      />
      <DayFilter day={day} today={today} />
      <KeyValues
        facts={[
          {
            key: 'holders',
            label: t('organization.holders'),
            value: staffed ? (
              <Holders position={staffed} to={dutiesOfOfficerPath} />
            ) : (
              t('organization.position.not-then')
            ),
          },
          { key: 'seats', label: t('organization.field.seats'), value: position.seats },
          {
            key: 'roles',
            label: t('organization.tab.roles'),
            value: roles.map((role, at) => (
              <span key={role.id}>
                {at > 0 ? '; ' : ''}
                <Link to={rolePath(role.roleKey)}>
                  <Title vi={role.roleNameVi} en={role.roleNameEn} />
                </Link>
                {role.field ? ` (${t('organization.role.in-field', { field: fieldName(role.field) })})` : ''}
              </span>
            )),
          },
        ]}
      />
      {documents.length === 0 ? (
        <EmptyState title={t('responsibilities.no-duty')} />
      ) : (
        <DutyList documents={documents} />
      )}
    </>
  );
}
