import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { comingPath, currencyPath } from '#app/modules/documents/currency/paths.ts';
import { feesPath } from '#app/modules/documents/fees/paths.ts';
import { legalBasisStatuses } from '#app/modules/documents/legal/basis-status.ts';
import { legalRegister } from '#app/modules/documents/legal/legal-register-page.server.ts';
import { basisPath, newBasisPath } from '#app/modules/documents/legal/paths.ts';
import { documentPath, publicRegisterPath, registerPath } from '#app/modules/documents/paths.ts';
import { LegalStatus } from '#app/modules/documents/ui/legal-status.tsx';
import '#app/modules/documents/ui/documents.css';
import { publicDocumentPath } from '#app/paths.ts';
import { authorize, may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { SelectField, TextField } from '#app/ui/form-field.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pager, pageAsked } from '#app/ui/pager.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.legal.title') },
];

const pageSize = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'legal-basis.read');
  const url = new URL(request.url);
  const filter = {
    words: url.searchParams.get('q') ?? '',
    status: legalBasisStatuses.find((status) => status === url.searchParams.get('status')),
    key: url.searchParams.get('key') ?? '',
  };
  const all = await legalRegister(services.db, actor, filter, locale, dayOf(now));
  const page = Math.min(pageAsked(url), Math.max(1, Math.ceil(all.length / pageSize)));
  const rows = all.slice((page - 1) * pageSize, page * pageSize);
  const staff = may(actor, 'document.read');
  const canMaintain = may(actor, 'legal-basis.maintain');
  return { locale, staff, canMaintain, rows, filter, page, total: all.length };
}

export default function LegalBases() {
  const { staff, canMaintain, rows, filter, page, total } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={
          staff
            ? [{ label: t('documents.register.title'), to: registerPath }]
            : [{ label: t('documents.public.title'), to: publicRegisterPath }]
        }
        title={t('documents.legal.title')}
        lead={t('documents.legal.lead', { total })}
        actions={
          staff ? (
            <>
              {canMaintain ? (
                <ButtonLink kind="primary" to={newBasisPath}>
                  {t('legal.new')}
                </ButtonLink>
              ) : null}
              <ButtonLink to={comingPath}>{t('currency.coming')}</ButtonLink>
              <ButtonLink to={currencyPath}>{t('currency.title')}</ButtonLink>
              <ButtonLink kind="quiet" to={feesPath}>
                {t('fees.title')}
              </ButtonLink>
            </>
          ) : undefined
        }
      />
      <Filters>
        <TextField name="q" type="search" label={t('documents.legal.words')} value={filter.words} />
        <SelectField
          name="status"
          label={t('documents.field.state')}
          none={t('documents.filter.any')}
          value={filter.status}
          options={legalBasisStatuses.map((status) => ({
            value: status,
            label: t(`documents.legal.status.${status}`),
          }))}
        />
      </Filters>
      <DataTable
        caption={t('documents.legal.title')}
        rows={rows}
        rowKey={(row) => row.key}
        empty={<EmptyState title={t('documents.legal.none')} />}
        columns={[
          {
            key: 'name',
            label: t('documents.legal.number'),
            main: true,
            cell: (row) =>
              staff ? (
                <Link to={basisPath(row.key)}>
                  <InLanguage>{row.name}</InLanguage>
                </Link>
              ) : (
                <InLanguage>{row.name}</InLanguage>
              ),
          },
          {
            key: 'title',
            label: t('documents.legal.about'),
            cell: (row) => (
              <span lang="vi">
                {row.title}
                {row.note ? <span className="quiet line">{row.note}</span> : null}
              </span>
            ),
          },
          {
            key: 'issuer',
            label: t('documents.legal.issuer'),
            cell: (row) => <span lang="vi">{row.issuer}</span>,
          },
          {
            key: 'from',
            label: t('documents.field.in-force-from'),
            figures: true,
            cell: (row) => (row.inForceFrom ? <DayText day={row.inForceFrom} /> : ''),
          },
          { key: 'status', label: t('documents.field.state'), cell: (row) => <LegalStatus row={row} /> },
          {
            key: 'used',
            label: t('documents.legal.used'),
            cell: (row) => (
              <span className="codes">
                {row.openTasks > 0 ? <strong className="late">{t('currency.mark-short')}</strong> : null}
                {row.usedBy.map((user) => (
                  <Link key={user.id} to={staff ? documentPath(user.id) : publicDocumentPath(user.id)}>
                    {user.code}
                  </Link>
                ))}
              </span>
            ),
          },
        ]}
      />
      <Pager page={page} pageSize={pageSize} total={total} />
    </>
  );
}
