import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { recordPath, recordsPath } from '#app/modules/records/paths.ts';
import { readRecord } from '#app/modules/records/record-page.server.ts';
import { RecordFacts, RecordVersions } from '#app/modules/records/ui/record-facts.tsx';
import { ShownValues } from '#app/modules/records/ui/shown-values.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Stamp } from '#app/ui/stamp.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.read.row.number ?? translate('vi', 'records.register.title') },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'record.read');
  const asked = Number(new URL(request.url).searchParams.get('version') ?? 'NaN');
  const version = Number.isInteger(asked) ? asked : null;
  return {
    read: await readRecord(context.services.db, actor, params.recordId ?? '', context.now, version),
  };
}

export default function RecordPage() {
  const { read } = useLoaderData<typeof loader>();
  const t = useT();
  const { row, shown, versions, disposed, disposals } = read;
  const isOld = shown !== null && shown.version !== versions[0]?.version;
  const query = isOld ? `?version=${shown.version}` : '';
  const disposal = disposals.find((one) => one.disposed_on !== null);
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('records.register.title'), to: recordsPath }]}
        over={row.number}
        title={<InLanguage>{row.title}</InLanguage>}
        stamps={disposed ? <Stamp kind="withdrawn">{t('records.state.disposed')}</Stamp> : null}
        actions={
          <>
            {read.canCorrect ? (
              <ButtonLink to={recordPath(row.id, 'correction')}>{t('records.correction.title')}</ButtonLink>
            ) : null}
            {read.canNoteEvent ? (
              <ButtonLink to={recordPath(row.id, 'event')}>{t('records.event.title')}</ButtonLink>
            ) : null}
            {shown?.values ? (
              <ButtonLink kind="quiet" to={`${recordPath(row.id, 'file.pdf')}${query}`} download>
                {t('records.page.file')}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {isOld ? <Notice kind="warning" title={t('records.page.old-version')} /> : null}
      {disposed && disposal ? (
        <Notice
          kind="warning"
          title={t('records.page.disposed', {
            number: disposal.number,
            decision: disposal.decision_number ?? '',
          })}
        />
      ) : null}
      <RecordFacts read={read} />
      {shown?.values ? <ShownValues fields={shown.fields} values={shown.values} /> : null}
      <RecordVersions read={read} />
    </>
  );
}
