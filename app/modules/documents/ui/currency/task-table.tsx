import { Link } from '@remix-run/react';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Stamp } from '#app/ui/stamp.tsx';
import { currencyTaskPath } from '../../currency/paths.ts';
import type { ShownTask } from '../../currency/tasks.server.ts';

/** What changed, in one sentence: "Luật … hết hiệu lực từ …, thay bằng …". */
export function ChangeSentence({ task }: { task: Pick<ShownTask, 'change' | 'subjectName' | 'byName'> }) {
  const t = useT();
  const { change, subjectName, byName } = task;
  return (
    <>
      {t(`currency.what.${change.what}`, { name: subjectName })} <DayText day={change.effect} />
      {byName ? (
        <> · {t(`currency.by.${change.what === 'ended' ? 'ended' : 'amended'}`, { name: byName })}</>
      ) : null}
    </>
  );
}

/** Documents that have to follow a change, what is due first on top. */
export function TaskTable({ tasks }: { tasks: readonly ShownTask[] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <DataTable
      caption={t('currency.title')}
      rows={tasks}
      rowKey={(task) => task.id}
      empty={<EmptyState title={t('currency.none')} />}
      columns={[
        {
          key: 'document',
          label: t('currency.field.document'),
          main: true,
          cell: (task) => (
            <Link to={currencyTaskPath(task.id)}>
              {task.document.code ? `${task.document.code} ` : ''}
              <Title vi={task.document.titleVi} en={task.document.titleEn} />
            </Link>
          ),
        },
        {
          key: 'change',
          label: t('currency.field.change'),
          cell: (task) => <ChangeSentence task={task} />,
        },
        {
          key: 'who',
          label: t('currency.field.who'),
          cell: (task) => (
            <>
              {task.heads.map((head) => head.name).join(', ') || t('currency.quality-officer')}
              <span className="quiet line">
                {(locale === 'en' ? task.document.unitEn : task.document.unitVi) ?? ''}
              </span>
            </>
          ),
        },
        {
          key: 'due',
          label: t('currency.field.due'),
          figures: true,
          cell: (task) => (
            <>
              <DayText day={task.due} /> {task.isLate ? <Stamp kind="overdue" /> : null}
            </>
          ),
        },
      ]}
    />
  );
}
