import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { readAuditPage } from '#app/modules/audits/audit-page.server.ts';
import { auditPath, auditsPath, checklistFor } from '#app/modules/audits/paths.ts';
import { AuditFacts, AuditState, Team } from '#app/modules/audits/ui/audit-header.tsx';
import { ChecklistTable } from '#app/modules/audits/ui/checklist-table.tsx';
import { FindingTable, GradeCounts } from '#app/modules/audits/ui/findings.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('audits.one');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'audit.read');
  return readAuditPage(context.services.db, actor, params.auditId ?? '');
}

export default function AuditPage() {
  const page = useLoaderData<typeof loader>();
  const t = useT();
  const { audit, can } = page;
  return (
    <>
      <PageHeader
        over={`${audit.number} · ${t(`audits.kind.${audit.kind}`)}`}
        title={audit.title}
        lead={t(`audits.next.${audit.state}`)}
        crumbs={[{ label: t('audits.title'), to: auditsPath }]}
        stamps={<AuditState state={audit.state} />}
        actions={
          <>
            {can.next ? (
              <ButtonLink kind="primary" to={auditPath(audit.id, can.next)}>
                {t(`audits.act.${can.next}`)}
              </ButtonLink>
            ) : null}
            {can.assign ? (
              <ButtonLink to={auditPath(audit.id, 'auditors/new')}>{t('audits.act.auditor')}</ButtonLink>
            ) : null}
            {can.make ? (
              <ButtonLink to={checklistFor(audit.id)}>{t('audits.checklist.new')}</ButtonLink>
            ) : null}
          </>
        }
      />
      <div className="columns">
        <div>
          <Panel title={t('audits.part.checklists')}>
            <ChecklistTable rows={page.checklists} empty={t('audits.checklist.none')} />
          </Panel>
          <Panel title={t('audits.part.findings')}>
            <GradeCounts counts={page.counts} />
            <FindingTable findings={page.findings} />
          </Panel>
          {audit.conclusion ? (
            <Panel title={t('audits.field.conclusion')}>
              <p className="written">{audit.conclusion}</p>
            </Panel>
          ) : null}
        </div>
        <div>
          <Panel title={t('audits.part.team')}>
            <Team auditors={page.auditors} />
          </Panel>
          <Panel title={t('audits.part.plan')}>
            <AuditFacts page={page} />
          </Panel>
        </div>
      </div>
      <Panel title={t('audits.part.history')}>
        <Timeline
          label={t('audits.part.history')}
          happenings={[
            {
              key: 'planned',
              at: audit.createdAt,
              who: page.plannedBy ?? '',
              what: t('audits.happened.planned'),
            },
            ...page.moves.map((move) => ({
              key: move.id,
              at: move.at,
              who: move.by ?? '',
              what: t(`audits.happened.${move.toState}`),
              note: move.note,
            })),
          ]}
        />
      </Panel>
    </>
  );
}
