import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { listFees } from '#app/modules/documents/fees/fees.server.ts';
import { feePath, newFeePath } from '#app/modules/documents/fees/paths.ts';
import { basisPath } from '#app/modules/documents/legal/paths.ts';
import { documentPath, legalBasesPath } from '#app/modules/documents/paths.ts';
import '#app/modules/documents/ui/documents.css';
import { FeeAmount } from '#app/modules/documents/ui/fees/fee-amount.tsx';
import { authorize, may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('fees.title');

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'fee.read');
  const fees = await listFees(context.services.db, actor, dayOf(context.now));
  return { fees, canMaintain: may(actor, 'legal-basis.maintain') };
}

export default function Fees() {
  const { fees, canMaintain } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('documents.legal.title'), to: legalBasesPath }]}
        title={t('fees.title')}
        lead={t('fees.lead', { total: fees.length })}
        actions={
          canMaintain ? (
            <ButtonLink kind="primary" to={newFeePath}>
              {t('fees.new')}
            </ButtonLink>
          ) : undefined
        }
      />
      <DataTable
        caption={t('fees.title')}
        rows={fees}
        rowKey={(fee) => fee.item}
        empty={<EmptyState title={t('fees.none')} />}
        columns={[
          {
            key: 'name',
            label: t('fees.field.name'),
            main: true,
            cell: (fee) => (
              <Link to={feePath(fee.item)}>
                <Title vi={fee.nameVi} en={fee.nameEn} />
              </Link>
            ),
          },
          {
            key: 'amount',
            label: t('fees.field.amount'),
            figures: true,
            cell: (fee) => (
              <>
                {fee.now ? (
                  <FeeAmount fee={fee.now} />
                ) : (
                  <strong className="late">{t('fees.none-now')}</strong>
                )}
                {fee.later.map((one) => (
                  <span key={one.validFrom} className="quiet line">
                    {t('fees.later')} <DayText day={one.validFrom} />: <FeeAmount fee={one} />
                  </span>
                ))}
              </>
            ),
          },
          {
            key: 'from',
            label: t('fees.field.validFrom'),
            figures: true,
            cell: (fee) => (fee.now ? <DayText day={fee.now.validFrom} /> : ''),
          },
          {
            key: 'basis',
            label: t('fees.field.legalBasis'),
            cell: (fee) =>
              fee.basis ? (
                <>
                  <Link to={basisPath(fee.basis.key)}>{fee.basis.numberSign}</Link>
                  {fee.basis.isOver ? <strong className="late line">{t('currency.mark')}</strong> : null}
                </>
              ) : (
                ''
              ),
          },
          {
            key: 'used',
            label: t('documents.legal.used'),
            cell: (fee) => (
              <span className="codes">
                {fee.usedBy.map((user) => (
                  <Link key={user.id} to={documentPath(user.id)}>
                    {user.code}
                  </Link>
                ))}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
