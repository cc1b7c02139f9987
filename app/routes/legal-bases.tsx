import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { comingPath, currencyPath } from '#app/modules/documents/currency/paths.ts';
import { feesPath } from '#app/modules/documents/fees/paths.ts';
import { legalBasisStatuses } from '#app/modules/documents/legal/basis-status.ts';
import { legalRegister } from '#app/modules/documents/legal/legal-register-page.server.ts';
import { newBasisPath } from '#app/modules/documents/legal/paths.ts';
import { publicRegisterPath, registerPath } from '#app/modules/documents/paths.ts';
import { BasisTable } from '#app/modules/documents/ui/legal/basis-table.tsx';
import '#app/modules/documents/ui/documents.css';
import { authorize, may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { SelectField, TextField } from '#app/ui/form-field.tsx';
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
      <BasisTable rows={rows} staff={staff} />
      <Pager page={page} pageSize={pageSize} total={total} />
    </>
  );
}
