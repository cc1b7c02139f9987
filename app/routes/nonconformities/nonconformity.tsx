import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { nonconformitiesPath, nonconformityPath } from '#app/modules/nonconformities/paths.ts';
import { readCasePage } from '#app/modules/nonconformities/stage-page.server.ts';
import { ActionTable } from '#app/modules/nonconformities/ui/action-table.tsx';
import { CaseStamps, Finding } from '#app/modules/nonconformities/ui/case-header.tsx';
import {
  Analysis,
  CheckFacts,
  CorrectionFacts,
  Origin,
} from '#app/modules/nonconformities/ui/case-parts.tsx';
import { NextAct } from '#app/modules/nonconformities/ui/next-act.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('nonconformities.one');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'nonconformity.read');
  return readCasePage(context.services.db, actor, params.nonconformityId ?? '', context.now);
}

export default function NonconformityPage() {
  const page = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={page.number}
        over={t('nonconformities.one')}
        crumbs={[{ label: t('nonconformities.title'), to: nonconformitiesPath }]}
        stamps={<CaseStamps page={page} />}
      />
      <NextAct page={page} />
      <div className="columns">
        <div>
          <Panel title={t('nonconformities.part.finding')}>
            <Finding page={page} />
          </Panel>
          {page.correction ? (
            <Panel title={t('nonconformities.part.correction')}>
              <CorrectionFacts page={page} />
            </Panel>
          ) : null}
          {page.need ? (
            <Panel title={t('nonconformities.part.cause')}>
              <Analysis page={page} />
            </Panel>
          ) : null}
          {page.actions.length > 0 ? (
            <Panel title={t('nonconformities.part.plan')}>
              <ActionTable page={page} />
            </Panel>
          ) : null}
          {page.verification ? (
            <Panel title={t('nonconformities.part.check')}>
              <CheckFacts page={page} />
            </Panel>
          ) : null}
        </div>
        <div>
          <Panel title={t('nonconformities.part.origin')}>
            <Origin page={page} />
            <div className="actions">
              <ButtonLink to={nonconformityPath(page.id, 'car.pdf')} download>
                {t('nonconformities.car')}
              </ButtonLink>
              {page.canCancel ? (
                <ButtonLink kind="danger" to={nonconformityPath(page.id, 'cancellation')}>
                  {t('nonconformities.act.cancellation')}
                </ButtonLink>
              ) : null}
            </div>
          </Panel>
        </div>
      </div>
      <Panel title={t('nonconformities.part.timeline')}>
        <Timeline
          label={t('nonconformities.part.timeline')}
          happenings={page.timeline.map((one) => ({
            key: `${one.at} ${one.what}`,
            at: one.at,
            who: one.by,
            what: t(`nonconformities.happened.${one.what}`),
            note: one.note,
          }))}
        />
      </Panel>
    </>
  );
}
