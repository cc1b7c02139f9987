import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useLocation } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { documentKinds } from '#app/mdx/compiled-document.ts';
import { acknowledgementRegisterPath } from '#app/modules/documents/acknowledgement/paths.ts';
import { requestsPath } from '#app/modules/documents/change-requests/request-paths.ts';
import {
  importPath,
  legalBasesPath,
  newDocumentPath,
  newReleasePath,
  registerFilePath,
  registersPath,
} from '#app/modules/documents/paths.ts';
import { periodicReviewsPath } from '#app/modules/documents/periodic-review/paths.ts';
import {
  listRegister,
  registerPageSize,
  registerStates,
} from '#app/modules/documents/register/register.server.ts';
import { registerFilterOf } from '#app/modules/documents/register/register-filter.ts';
import { proceduresPath } from '#app/modules/documents/tthc/paths.ts';
import { RegisterTable } from '#app/modules/documents/ui/register-table.tsx';
import { listUnits } from '#app/modules/organization/units.server.ts';
import { authorize, may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { SelectField, TextField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pager } from '#app/ui/pager.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.register.title') },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'document.read');
  const { db } = context.services;
  const today = dayOf(context.now);
  const filter = registerFilterOf(new URL(request.url), today);
  const { rows, total, page } = await listRegister(db, actor, filter);
  const units = await listUnits(db, actor, today);
  return {
    locale: context.locale,
    ...{ rows, total, page, filter, today },
    states: registerStates,
    pageSize: registerPageSize,
    units: units.map(({ id, nameVi, nameEn }) => ({ id, nameVi, nameEn })),
    can: {
      draft: may(actor, 'document.draft'),
      import: may(actor, 'document.import'),
      release: may(actor, 'revision.release'),
      acknowledgements: may(actor, 'acknowledgement.read'),
      reviews: may(actor, 'periodic-review.read'),
    },
  };
}

export default function Register() {
  const { rows, total, page, pageSize, filter, today, units, states, can } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const { search } = useLocation();
  return (
    <>
      <PageHeader
        title={t('documents.register.title')}
        lead={t('documents.register.lead', { total })}
        actions={
          <>
            {can.draft ? (
              <ButtonLink kind="primary" to={newDocumentPath}>
                {t('documents.register.new')}
              </ButtonLink>
            ) : null}
            {can.import ? <ButtonLink to={importPath}>{t('documents.register.import')}</ButtonLink> : null}
            {can.reviews ? (
              <ButtonLink kind="quiet" to={periodicReviewsPath}>
                {t('periodic-review.title')}
              </ButtonLink>
            ) : null}
            {can.acknowledgements ? (
              <ButtonLink kind="quiet" to={acknowledgementRegisterPath}>
                {t('acknowledgement.register.title')}
              </ButtonLink>
            ) : null}
            {can.release ? (
              <ButtonLink to={newReleasePath}>{t('documents.register.release')}</ButtonLink>
            ) : null}
            <ButtonLink to={requestsPath}>{t('requests.title')}</ButtonLink>
            <ButtonLink kind="quiet" to={`${registerFilePath}${search}`} download>
              {t('documents.register.export')}
            </ButtonLink>
            <ButtonLink kind="quiet" to={registersPath}>
              {t('registers.link')}
            </ButtonLink>
            <ButtonLink kind="quiet" to={proceduresPath}>
              {t('tthc.title')}
            </ButtonLink>
            <ButtonLink kind="quiet" to={legalBasesPath}>
              {t('documents.legal.title')}
            </ButtonLink>
          </>
        }
      />
      <Filters>
        <TextField name="q" type="search" label={t('documents.filter.words')} value={filter.words} />
        <SelectField
          name="kind"
          label={t('documents.filter.kind')}
          none={t('documents.filter.any')}
          value={filter.kind}
          options={documentKinds.map((kind) => ({ value: kind, label: t(`documents.kind.${kind}`) }))}
        />
        <SelectField
          name="unit"
          label={t('documents.filter.unit')}
          none={t('documents.filter.any')}
          value={filter.unitId}
          options={units.map((unit) => ({
            value: unit.id,
            label: locale === 'en' ? unit.nameEn : unit.nameVi,
          }))}
        />
        <SelectField
          name="state"
          label={t('documents.filter.state')}
          none={t('documents.filter.any')}
          value={filter.state}
          options={states.map((state) => ({ value: state, label: t(`documents.state.${state}`) }))}
        />
        <TextField
          name="on"
          type="date"
          label={t('documents.filter.on')}
          value={filter.on === today ? '' : filter.on}
        />
      </Filters>
      <RegisterTable
        reviews
        rows={rows}
        sort={filter.sort}
        empty={
          <EmptyState title={t('documents.register.none')}>
            <p>{t('documents.register.none-hint')}</p>
          </EmptyState>
        }
      />
      <Pager page={page} pageSize={pageSize} total={total} />
    </>
  );
}
