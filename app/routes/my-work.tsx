import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { formatDay } from '#app/i18n/day-format.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { foldCode } from '#app/modules/documents/document-code.ts';
import { positionsOfOfficer } from '#app/modules/organization/appointments.server.ts';
import { HeldPositions } from '#app/modules/organization/ui/held-positions.tsx';
import { fillableCodes } from '#app/modules/records/form-fields.server.ts';
import { fillPath } from '#app/modules/records/paths.ts';
import { dutiesOfOfficer } from '#app/modules/responsibilities/duties.server.ts';
import { byDocument } from '#app/modules/responsibilities/duty.ts';
import { askAll } from '#app/modules/responsibilities/pending.ts';
import { DutyList } from '#app/modules/responsibilities/ui/duty-list.tsx';
import { PendingList } from '#app/modules/responsibilities/ui/pending-list.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { pageTitle } from './page-title.ts';
import { pendingSources } from './pending-sources.server.ts';

export const meta = pageTitle('responsibilities.my-work');

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'duty.read-own');
  const { db } = context.services;
  const today = dayOf(context.now);
  const pending = await askAll(pendingSources, db, actor, today);
  if (!actor.officerId) return { today, pending, officer: null };
  const duties = await dutiesOfOfficer(db, actor, actor.officerId, today);
  const positions = await positionsOfOfficer(db, actor, actor.officerId, today);
  const documents = byDocument(duties);
  const steps = documents.reduce((sum, document) => sum + document.steps.length, 0);
  const fillable = await fillableCodes(db, actor, today);
  return { today, pending, officer: { positions, documents, steps, fillable } };
}

export default function MyWork() {
  const { today, pending, officer } = useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const counts = {
    day: formatDay(locale, today),
    pending: pending.length,
    steps: officer?.steps ?? 0,
    documents: officer?.documents.length ?? 0,
  };
  return (
    <>
      <PageHeader
        title={t('responsibilities.my-work')}
        lead={t('responsibilities.my-work-lead', counts)}
        over={officer ? <HeldPositions positions={officer.positions} /> : null}
      />
      <Panel title={t('responsibilities.pending.title')} id="pending">
        <PendingList pending={pending} today={today} />
      </Panel>
      {officer ? null : (
        <Notice>
          <p>{t('responsibilities.no-officer')}</p>
        </Notice>
      )}
      {officer && officer.documents.length === 0 ? (
        <EmptyState title={t('responsibilities.no-duty-mine')}>
          <p>{t('responsibilities.no-duty-hint')}</p>
        </EmptyState>
      ) : null}
      {officer && officer.documents.length > 0 ? (
        <DutyList
          documents={officer.documents}
          fill={(code, step) => (officer.fillable.includes(foldCode(code)) ? fillPath(code, step) : null)}
        />
      ) : null}
    </>
  );
}
