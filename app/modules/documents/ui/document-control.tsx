import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { requestAbout, requestPath } from '../change-requests/request-paths.ts';
import { documentPath, releasePath } from '../paths.ts';
import { RequestStamp } from './requests/request-stamp.tsx';

interface ControlProps {
  documentId: string;
  /** The release that put the shown text in force. */
  current: { release_id: string; kind: string } | null;
  revisions: readonly unknown[];
  requests: readonly { id: string; number: string; kind: string; state: string }[];
}

/** How this document is changed: what was asked for, what can be asked for, what changed before. */
export function DocumentControl({ documentId, current, revisions, requests }: ControlProps) {
  const t = useT();
  return (
    <Panel title={t('requests.control')} id="control">
      {requests.length > 0 ? (
        <ul className="plain">
          {requests.map((one) => (
            <li key={one.id}>
              <Link to={requestPath(one.id)}>
                {one.number} · {t(`requests.kind.${one.kind}`)}
              </Link>{' '}
              <RequestStamp state={one.state} />
            </li>
          ))}
        </ul>
      ) : null}
      <ul className="plain">
        {current && requests.length === 0 ? (
          <>
            <li>
              <Link to={requestAbout(documentId, 'amend')}>{t('requests.act.about-amend')}</Link>
            </li>
            <li>
              <Link to={requestAbout(documentId, 'withdraw')}>{t('requests.act.about-withdraw')}</Link>
            </li>
          </>
        ) : null}
        {revisions.length > 1 ? (
          <li>
            <Link to={documentPath(documentId, 'comparison')}>{t('comparison.page.link')}</Link>
          </li>
        ) : null}
        {current ? (
          <li>
            <Link to={releasePath(current.release_id)}>{t('releases.page.link')}</Link>
          </li>
        ) : null}
      </ul>
    </Panel>
  );
}
