import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { readDisposal } from '#app/modules/records/disposal-page.server.ts';
import { disposalPath } from '#app/modules/records/paths.ts';
import { DisposalFacts, DisposalHeader, DisposalItems } from '#app/modules/records/ui/disposal-parts.tsx';
import { authorize, may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('records.disposals.title');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'disposal.read');
  const read = await readDisposal(context.services.db, actor, params.disposalId ?? '');
  return {
    read,
    canDecide: read.state === 'proposed' && may(actor, 'disposal.decide'),
    canCarryOut: read.state === 'agreed' && may(actor, 'disposal.propose'),
  };
}

export default function Disposal() {
  const { read, canDecide, canCarryOut } = useLoaderData<typeof loader>();
  const t = useT();
  const { id } = read.disposal;
  return (
    <>
      <DisposalHeader
        read={read}
        actions={
          <>
            {canDecide ? (
              <ButtonLink kind="primary" to={disposalPath(id, 'decision')}>
                {t('records.disposals.decide')}
              </ButtonLink>
            ) : null}
            {canCarryOut ? (
              <ButtonLink kind="danger" to={disposalPath(id, 'minute')}>
                {t('records.disposals.carry-out')}
              </ButtonLink>
            ) : null}
            {read.minute ? (
              <ButtonLink to={disposalPath(id, 'minute.pdf')} download>
                {t('records.disposals.minute-file')}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <DisposalFacts read={read} />
      <DisposalItems items={read.items} />
    </>
  );
}
