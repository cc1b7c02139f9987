import type { ReactNode } from 'react';
import { useT } from '#app/i18n/reader.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import type { ReadRequest } from '../../change-requests/request-page.server.ts';
import { requestPath, requestsPath } from '../../change-requests/request-paths.ts';
import { registerPath } from '../../paths.ts';
import { RequestStamp } from './request-stamp.tsx';
import '../documents.css';

interface HeaderProps {
  read: Pick<ReadRequest, 'row' | 'document'>;
  /** The act of this page; without it the page is the request itself. */
  act?: string;
  lead?: ReactNode;
  actions?: ReactNode;
}

export function RequestHeader({ read, act, lead, actions }: HeaderProps) {
  const t = useT();
  const { row, document } = read;
  const title = <InLanguage>{row.title}</InLanguage>;
  return (
    <PageHeader
      crumbs={[
        { label: t('documents.register.title'), to: registerPath },
        { label: t('requests.title'), to: requestsPath },
        ...(act ? [{ label: row.number, to: requestPath(row.id) }] : []),
      ]}
      over={`${row.number} · ${t(`requests.kind.${row.kind}`)} ${document?.code ?? ''}`}
      title={
        act ? (
          <>
            {act}: {title}
          </>
        ) : (
          title
        )
      }
      stamps={<RequestStamp state={row.state} />}
      lead={lead}
      actions={actions}
    />
  );
}
