import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { readBasis } from '#app/modules/documents/legal/basis-page.server.ts';
import { basisPath } from '#app/modules/documents/legal/paths.ts';
import { legalBasesPath } from '#app/modules/documents/paths.ts';
import { TaskTable } from '#app/modules/documents/ui/currency/task-table.tsx';
import {
  Amendments,
  BasisFactsList,
  BasisHistory,
  BasisUsers,
} from '#app/modules/documents/ui/legal/basis-facts.tsx';
import '#app/modules/documents/ui/documents.css';
import { LegalStatus } from '#app/modules/documents/ui/legal-status.tsx';
import { authorize, may } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('legal.one');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'currency.read');
  const read = await readBasis(context.services.db, actor, params.basisKey ?? '', dayOf(context.now));
  return { ...read, canMaintain: may(actor, 'legal-basis.maintain') };
}

export default function Basis() {
  const { basis, versions, amendments, usedBy, tasks, canMaintain } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('documents.legal.title'), to: legalBasesPath }]}
        over={<span lang="vi">{basis.issuer}</span>}
        title={
          <span lang="vi">
            {t(`documents.legal.kind.${basis.kind}`)} {basis.numberSign}
          </span>
        }
        lead={<span lang="vi">{basis.title}</span>}
        stamps={<LegalStatus row={{ ...basis, replacedBy: basis.replacedByName }} />}
        actions={
          canMaintain ? (
            <>
              <ButtonLink kind="primary" to={basisPath(basis.key, 'change')}>
                {t('legal.change')}
              </ButtonLink>
              <ButtonLink to={basisPath(basis.key, 'amendments/new')}>{t('legal.amend')}</ButtonLink>
            </>
          ) : undefined
        }
      />
      <BasisFactsList basis={basis} />
      {tasks.length > 0 ? (
        <Panel title={t('currency.title')}>
          <TaskTable tasks={tasks} />
        </Panel>
      ) : null}
      <Panel title={t('legal.used-by')}>
        <BasisUsers users={usedBy} />
      </Panel>
      <Panel title={t('legal.amendments')}>
        <Amendments basisKey={basis.key} amendments={amendments} canMaintain={canMaintain} />
      </Panel>
      <Panel title={t('legal.history')}>
        <BasisHistory versions={versions} />
      </Panel>
    </>
  );
}
