import type { LoaderFunctionArgs } from '@remix-run/node';

import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { comingPath } from '#app/modules/documents/currency/paths.ts';
import { listCurrencyTasks } from '#app/modules/documents/currency/tasks.server.ts';
import { registerPath } from '#app/modules/documents/paths.ts';
import '#app/modules/documents/ui/documents.css';
import { TaskTable } from '#app/modules/documents/ui/currency/task-table.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { SelectField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pager, pageAsked } from '#app/ui/pager.tsx';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('currency.title');

const pageSize = 50;
const shows = ['all', 'late', 'legal-basis', 'tthc'] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'currency.read');
  const url = new URL(request.url);
  const show = shows.find((one) => one === url.searchParams.get('show')) ?? 'all';
  const all = await listCurrencyTasks(context.services.db, actor, dayOf(context.now));
  const tasks = all.filter(
    (task) => show === 'all' || (show === 'late' ? task.isLate : task.change.subject === show),
  );
  const page = Math.min(pageAsked(url), Math.max(1, Math.ceil(tasks.length / pageSize)));
  return {
    ...{ show, page, total: tasks.length, open: all.length },
    late: all.filter((task) => task.isLate).length,
    tasks: tasks.slice((page - 1) * pageSize, page * pageSize),
  };
}

export default function CurrencyTasks() {
  const { tasks, show, page, total, open, late } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('documents.register.title'), to: registerPath }]}
        title={t('currency.title')}
        lead={t('currency.lead', { open, late })}
        actions={<ButtonLink to={comingPath}>{t('currency.coming')}</ButtonLink>}
      />
      <Filters>
        <SelectField
          name="show"
          label={t('currency.field.show')}
          value={show}
          options={shows.map((one) => ({ value: one, label: t(`currency.show.${one}`) }))}
        />
      </Filters>
      <TaskTable tasks={tasks} />
      <Pager page={page} pageSize={pageSize} total={total} />
    </>
  );
}
