import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { formatDay } from '#app/i18n/day-format.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { manualPath, registerFileOf, registerPath } from '#app/modules/documents/paths.ts';
import { officeRegisters } from '#app/modules/documents/register/office-register.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { TextField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { askedDay } from '../../asked-day.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'registers.title') },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  authorize(await context.actor(), 'document.read');
  const today = dayOf(context.now);
  return { locale: context.locale, codes: officeRegisters, today, on: askedDay(request, context.now) };
}

const endings = ['pdf', 'xlsx', 'csv'] as const;

/** Every register of the documents, each as paper and as a table. */
export default function Registers() {
  const { codes, today, on } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const asked = on === today ? undefined : on;
  const columns: Column<(typeof codes)[number]>[] = [
    { key: 'code', label: t('registers.code'), cell: (code) => code, figures: true },
    { key: 'name', label: t('registers.name'), cell: (code) => t(`registers.name.${code}`), main: true },
    { key: 'what', label: t('registers.what'), cell: (code) => t(`registers.what.${code}`) },
    {
      key: 'files',
      label: t('registers.files'),
      cell: (code) => (
        <>
          {endings.map((ending) => (
            <span key={ending}>
              <a
                href={registerFileOf(code, ending, asked)}
                aria-label={t('registers.file', { code, ending: ending.toUpperCase() })}
                download
              >
                {ending.toUpperCase()}
              </a>{' '}
            </span>
          ))}
        </>
      ),
    },
  ];
  return (
    <>
      <PageHeader
        title={t('registers.title')}
        lead={t('registers.lead', { day: formatDay(locale, on) })}
        actions={
          <>
            <ButtonLink to={manualPath}>{t('registers.manual')}</ButtonLink>
            <ButtonLink kind="quiet" to={registerPath}>
              {t('registers.all')}
            </ButtonLink>
          </>
        }
      />
      <Filters>
        <TextField name="day" type="date" label={t('registers.on')} value={asked ?? ''} />
      </Filters>
      <DataTable caption={t('registers.table')} columns={columns} rows={codes} rowKey={(code) => code} />
    </>
  );
}
