import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { acknowledgementsAfter } from '#app/modules/documents/acknowledgement/paths.ts';
import { decisionFilePath, registerPath, releasePath, revisionPath } from '#app/modules/documents/paths.ts';
import { readRelease } from '#app/modules/documents/release/release-page.server.ts';
import { authorize, may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { InLanguage, Title } from '#app/ui/in-language.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { pageTitle } from '../page-title.ts';
import '#app/modules/documents/ui/documents.css';

export const meta = pageTitle('releases.page.link');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'document.read');
  const release = await readRelease(context.services.db, actor, params.releaseId ?? '');
  return { release, mayFollow: may(actor, 'acknowledgement.read') };
}

export default function DecidedRelease() {
  const { release, mayFollow } = useLoaderData<typeof loader>();
  const t = useT();
  const { signing, items } = release;
  const readers = acknowledgementsAfter(items.map((item) => item.documentId));
  const capacity = signing
    ? [signing.prefix, [signing.onBehalfOf, signing.position].filter(Boolean).join(', ')]
        .filter(Boolean)
        .join(' ')
    : '';
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('documents.register.title'), to: registerPath }]}
        title={t('releases.page.title', { number: release.decision_number })}
        lead={t('releases.page.lead')}
        actions={
          <>
            {release.kind === 'decided' ? (
              <ButtonLink kind="primary" to={`${releasePath(release.id)}/decision.pdf`} download>
                {t('releases.page.file')}
              </ButtonLink>
            ) : null}
            {release.file_id ? (
              <ButtonLink to={decisionFilePath(release.file_id)} download>
                {t('releases.page.scan')}
              </ButtonLink>
            ) : null}
            {mayFollow ? <ButtonLink to={readers}>{t('documents.act.acknowledgements')}</ButtonLink> : null}
          </>
        }
      />
      <KeyValues
        facts={[
          {
            key: 'kind',
            label: t('documents.field.decision'),
            value: t(`releases.page.kind.${release.kind}`),
          },
          { key: 'on', label: t('releases.page.signed-on'), value: <DayText day={release.signed_on} /> },
          {
            key: 'signer',
            label: t('releases.page.signer'),
            value: (
              <>
                {capacity ? (
                  <span className="line">
                    <InLanguage>{capacity}</InLanguage>
                  </span>
                ) : null}
                {release.signer}
              </>
            ),
          },
        ]}
      />
      <Panel title={t('releases.page.documents')}>
        <DataTable
          caption={t('releases.page.documents')}
          rows={items}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'document',
              label: t('releases.page.document'),
              main: true,
              cell: (row) => (
                <Link to={revisionPath(row.id)}>
                  {row.code} <Title vi={row.title_vi} en={row.title_en} />
                </Link>
              ),
            },
            {
              key: 'issue',
              label: t('releases.page.issue'),
              figures: true,
              cell: (row) => t('documents.issue-amended', { issue: row.issue, amendment: row.amendment }),
            },
            {
              key: 'from',
              label: t('releases.page.from'),
              figures: true,
              cell: (row) =>
                row.in_force_from ? <DayText day={row.in_force_from} /> : t('releases.page.waits'),
            },
          ]}
        />
      </Panel>
    </>
  );
}
