import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { readRequest } from '#app/modules/documents/change-requests/request-page.server.ts';
import { requestPath } from '#app/modules/documents/change-requests/request-paths.ts';
import { documentPath, revisionPath } from '#app/modules/documents/paths.ts';
import {
  DecisionTaken,
  Opinions,
  RequestHistory,
} from '#app/modules/documents/ui/requests/request-course.tsx';
import { RequestFacts } from '#app/modules/documents/ui/requests/request-facts.tsx';
import { RequestHeader } from '#app/modules/documents/ui/requests/request-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { pageTitle } from '../../page-title.ts';

export const meta = pageTitle('requests.title');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'change-request.read');
  return { read: await readRequest(context.services.db, actor, params.requestId ?? '', context.now) };
}

export default function Request() {
  const { read } = useLoaderData<typeof loader>();
  const t = useT();
  const { row, revision, acts } = read;
  return (
    <>
      <RequestHeader
        read={read}
        actions={
          <>
            {acts.map((act) => (
              <ButtonLink
                key={act}
                kind={act === 'cancellation' ? 'danger' : 'primary'}
                to={
                  act === 'withdrawal'
                    ? documentPath(row.document_id ?? '', 'withdrawal')
                    : requestPath(row.id, act)
                }
              >
                {t(`requests.act.${act}`)}
              </ButtonLink>
            ))}
            {revision ? (
              <ButtonLink to={revisionPath(revision.id)}>{t('requests.act.see-draft')}</ButtonLink>
            ) : null}
            <ButtonLink kind="quiet" to={requestPath(row.id, 'file.pdf')} download>
              {t('requests.act.file')}
            </ButtonLink>
          </>
        }
      />
      <RequestFacts read={read} />
      <Opinions read={read} />
      <DecisionTaken decision={read.decision} />
      <RequestHistory read={read} />
    </>
  );
}
