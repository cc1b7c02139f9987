import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { documentPath } from '#app/modules/documents/paths.ts';
import { procedurePath, proceduresPath } from '#app/modules/documents/tthc/paths.ts';
import { readCoverage } from '#app/modules/documents/tthc/procedures.server.ts';
import '#app/modules/documents/ui/documents.css';
import { authorize } from '#app/permissions/matrix.ts';
import { KeyValues } from '#app/ui/key-values.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('tthc.coverage');

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'administrative-procedure.read');
  return readCoverage(context.services.db, actor, dayOf(context.now));
}

export default function Coverage() {
  const { own, covered, percent, undecided, missing, wrong } = useLoaderData<typeof loader>();
  const t = useT();
  const facts = [
    { key: 'own', value: String(own) },
    { key: 'covered', value: String(covered) },
    { key: 'percent', value: `${percent} %` },
    {
      key: 'undecided',
      value: undecided > 0 ? <Link to={`${proceduresPath}?line=undecided`}>{undecided}</Link> : '0',
    },
  ];
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('tthc.title'), to: proceduresPath }]}
        title={t('tthc.coverage')}
        lead={t('tthc.coverage-lead')}
      />
      <KeyValues facts={facts.map((fact) => ({ ...fact, label: t(`tthc.coverage.${fact.key}`) }))} />
      <Panel title={t('tthc.coverage.missing')}>
        {missing.length === 0 ? (
          <p className="quiet">{t('tthc.coverage.missing-none')}</p>
        ) : (
          <ul className="plain" lang="vi">
            {missing.map((one) => (
              <li key={one.code}>
                <Link to={procedurePath(one.code)}>
                  {one.code} {one.name}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={t('tthc.coverage.wrong')}>
        {wrong.length === 0 ? (
          <p className="quiet">{t('tthc.coverage.wrong-none')}</p>
        ) : (
          <ul className="plain">
            {wrong.map(({ document, code, why }) => (
              <li key={`${document.id} ${code}`}>
                <Link to={documentPath(document.id)}>{document.code}</Link>: {code} –{' '}
                {t(`tthc.coverage.why.${why}`)}
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}
