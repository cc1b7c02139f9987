import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { lineDecisionPath, procedurePath, proceduresPath } from '#app/modules/documents/tthc/paths.ts';
import { readProcedure } from '#app/modules/documents/tthc/procedures.server.ts';
import '#app/modules/documents/ui/documents.css';
import { ProcedureFacts } from '#app/modules/documents/ui/tthc/procedure-facts.tsx';
import {
  Changes,
  Decisions,
  Dossier,
  SourceFields,
  Ways,
} from '#app/modules/documents/ui/tthc/procedure-parts.tsx';
import { LineStamp } from '#app/modules/documents/ui/tthc/procedure-table.tsx';
import { authorize, may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { FindingList } from '#app/ui/finding-list.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('tthc.one');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'administrative-procedure.read');
  const { services, locale, now } = context;
  const procedure = await readProcedure(services.db, actor, params.procedureCode ?? '', dayOf(now), locale);
  return {
    ...procedure,
    canMaintain: may(actor, 'administrative-procedure.maintain'),
    canDraft: may(actor, 'document.draft'),
  };
}

export default function Procedure() {
  const data = useLoaderData<typeof loader>();
  const { row, read, fields, bases, documents, changes, decisions, canMaintain, canDraft } = data;
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('tthc.title'), to: proceduresPath }]}
        over={row.code}
        title={<span lang="vi">{read.name}</span>}
        stamps={<LineStamp line={row.line} isDecided={row.isDecided} />}
        actions={
          <>
            {canDraft ? (
              <ButtonLink kind="primary" to={procedurePath(row.code, 'draft')}>
                {t('tthc.draft')}
              </ButtonLink>
            ) : null}
            {canMaintain ? (
              <ButtonLink to={`${lineDecisionPath}?code=${encodeURIComponent(row.code)}`}>
                {t('tthc.decide')}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <ProcedureFacts {...{ row, read, bases, documents }} />
      {read.findings.length > 0 ? (
        <Panel title={t('tthc.findings')}>
          <FindingList findings={read.findings} />
        </Panel>
      ) : null}
      <Panel title={t('tthc.ways')}>
        <Ways
          ways={read.ways}
          whole={fields.find((one) => one.field === 'cach_thuc_thuc_hien')?.text ?? ''}
        />
      </Panel>
      <Panel title={t('tthc.papers')}>
        <Dossier
          tables={read.dossier}
          whole={fields.find((one) => one.field === 'thanh_phan_ho_so')?.text ?? ''}
        />
      </Panel>
      <Panel title={t('tthc.changes')}>
        <Changes changes={changes} />
      </Panel>
      {decisions.length > 0 ? (
        <Panel title={t('tthc.decisions')}>
          <Decisions decisions={decisions} />
        </Panel>
      ) : null}
      <Panel title={t('tthc.source')}>
        <SourceFields fields={fields} />
      </Panel>
    </>
  );
}
