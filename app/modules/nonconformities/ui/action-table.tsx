import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { documentPath } from '#app/modules/documents/paths.ts';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Stamp } from '#app/ui/stamp.tsx';
import { actionEvidencePath } from '../paths.ts';
import type { CasePage } from '../stage-page.server.ts';

type Action = CasePage['actions'][number];

/** The plan: what, who, until when, what it revises, and the proof that it was done. */
export function ActionTable({ page }: { page: CasePage }) {
  const t = useT();
  const columns: Column<Action>[] = [
    { key: 'what', label: t('nonconformities.action.what'), main: true, cell: (action) => action.what },
    { key: 'owner', label: t('nonconformities.action.owner'), cell: (action) => action.owner },
    {
      key: 'due',
      label: t('nonconformities.action.due'),
      figures: true,
      cell: (action) => (
        <>
          <DayText day={action.dueOn} /> {action.late ? <Stamp kind="overdue" /> : null}
        </>
      ),
    },
    {
      key: 'revises',
      label: t('nonconformities.action.revises'),
      cell: (action) => <Revises action={action} />,
    },
    {
      key: 'evidence',
      label: t('nonconformities.action.evidence'),
      cell: (action) => (
        <>
          {action.proofs.map((proof) => (
            <p key={proof.enteredAt} className="written">
              <DayText day={proof.doneOn} />: {proof.evidence}{' '}
              <span className="quiet">({proof.enteredBy})</span>
            </p>
          ))}
          {action.mayProve ? (
            <Link to={actionEvidencePath(page.id, action.id)}>{t('nonconformities.act.evidence')}</Link>
          ) : null}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('nonconformities.part.plan')}
      columns={columns}
      rows={page.actions}
      rowKey={(action) => action.id}
    />
  );
}

function Revises({ action }: { action: Action }) {
  const t = useT();
  const { revises } = action;
  if (!revises) return null;
  const state = !revises.newerInForce ? 'waiting' : revises.acknowledged ? 'read' : 'in-force';
  return (
    <>
      <Link to={documentPath(revises.documentId)}>{revises.code}</Link>{' '}
      <span className="quiet">{t(`nonconformities.revises.${state}`)}</span>
    </>
  );
}
