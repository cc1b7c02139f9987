import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { type Column, DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Stamp } from '#app/ui/stamp.tsx';
import type { Pending } from '../pending.ts';

/** What is asked of this person now, what is late on top. */
export function PendingList({ pending, today }: { pending: readonly Pending[]; today: string }) {
  const t = useT();
  const columns: Column<Pending>[] = [
    {
      key: 'kind',
      label: t('responsibilities.pending.kind'),
      cell: (one) => t(`responsibilities.pending.${one.kind}`),
    },
    {
      key: 'title',
      label: t('responsibilities.pending.what'),
      main: true,
      cell: (one) => (
        <Link to={one.to}>
          {one.code ? `${one.code} ` : ''}
          <Title vi={one.titleVi} en={one.titleEn} />
        </Link>
      ),
    },
    {
      key: 'due',
      label: t('responsibilities.pending.due'),
      figures: true,
      cell: (one) =>
        one.due ? (
          <>
            <DayText day={one.due} /> {one.due < today ? <Stamp kind="overdue" /> : null}
          </>
        ) : null,
    },
  ];
  return (
    <DataTable
      caption={t('responsibilities.pending.title')}
      columns={columns}
      rows={pending}
      rowKey={(one) => `${one.kind} ${one.id}`}
      empty={<EmptyState title={t('responsibilities.pending.none')} />}
    />
  );
}
