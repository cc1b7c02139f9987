import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { publicPageHeaders } from '#app/http/public-page.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { registerPageSize, wholeRegister } from '#app/modules/documents/register/register.server.ts';
import { registerFilterOf } from '#app/modules/documents/register/register-filter.ts';
import { RegisterTable } from '#app/modules/documents/ui/register-table.tsx';
import '#app/modules/documents/ui/documents.css';
import { publicDocumentPath } from '#app/paths.ts';
import { citizenOf } from '#app/permissions/actor.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { TextField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pager } from '#app/ui/pager.tsx';

export const headers = publicPageHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.public.title') },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  // The same for everyone: what the public may read today.
  const actor = citizenOf((await context.actor()).agencyId);
  const filter = { ...registerFilterOf(new URL(request.url), ''), on: dayOf(context.now) };
  const all = await wholeRegister(context.services.db, actor, { ...filter, state: 'in-force' });
  // What citizens come for stands first; forms and rules follow.
  const rows =
    filter.sort === 'code'
      ? all.sort((a, b) => Number(b.kind === 'procedure') - Number(a.kind === 'procedure'))
      : all;
  const page = Math.min(filter.page, Math.max(1, Math.ceil(rows.length / registerPageSize)));
  return {
    ...{ locale: context.locale, words: filter.words, sort: filter.sort },
    rows: rows.slice((page - 1) * registerPageSize, page * registerPageSize),
    ...{ total: rows.length, page },
    pageSize: registerPageSize,
  };
}

export default function PublicRegister() {
  const { rows, total, page, pageSize, words, sort } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader title={t('documents.public.title')} lead={t('documents.public.lead')} />
      <Filters>
        <TextField name="q" type="search" label={t('documents.filter.words')} value={words} />
      </Filters>
      <RegisterTable
        rows={rows}
        sort={sort}
        to={(row) => publicDocumentPath(row.documentId)}
        empty={<EmptyState title={t('documents.public.none')} />}
      />
      <Pager page={page} pageSize={pageSize} total={total} />
    </>
  );
}
