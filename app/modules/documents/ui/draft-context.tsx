import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { requestPath } from '../change-requests/request-paths.ts';
import { comparisonPath } from '../paths.ts';
import type { DraftContext } from '../reading/draft-context.server.ts';
import { OpenComments } from './comments/open-comments.tsx';
import { Sentences } from './comparison/comparison-parts.tsx';

/** Before the text: which request it answers, what it changes in the work, which comments are still open. */
export function DraftContextParts({ context }: { context: DraftContext }) {
  const t = useT();
  const { documentId, revisionId, request, comments, against, changes } = context;
  return (
    <>
      <OpenComments revisionId={revisionId} count={comments.unanswered} />
      {request ? <RequestBehind request={request} /> : null}
      {against && changes.length > 0 ? (
        <Panel
          title={t('comparison.page.in-field')}
          id="field-changes"
          actions={
            <Link to={comparisonPath(documentId, against, revisionId)}>{t('comparison.page.full')}</Link>
          }
        >
          <Sentences sentences={changes} />
        </Panel>
      ) : null}
    </>
  );
}

function RequestBehind({ request }: { request: NonNullable<DraftContext['request']> }) {
  const t = useT();
  const from = request.ground_in_force_from;
  return (
    <Panel
      title={t('requests.of-revision', { number: request.number })}
      id="request"
      actions={<Link to={requestPath(request.id)}>{request.number}</Link>}
    >
      <KeyValues
        facts={[
          {
            key: 'reason',
            label: t('requests.form.reason'),
            value: (
              <span className="written">
                <InLanguage>{request.reason}</InLanguage>
              </span>
            ),
          },
          {
            key: 'ground',
            label: t('requests.form.legalGround'),
            value: request.legal_ground ? <InLanguage>{request.legal_ground}</InLanguage> : '',
          },
          {
            key: 'from',
            label: t('requests.form.groundInForceFrom'),
            value: from ? <DayText day={from} /> : '',
          },
        ]}
      />
    </Panel>
  );
}
