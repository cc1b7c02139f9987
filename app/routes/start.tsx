import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, Link, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { publicPageHeaders } from '#app/http/public-page.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { listRegister } from '#app/modules/documents/register/register.server.ts';
import { publicDocumentPath, publicDocumentsPath, searchPath, signInPath } from '#app/paths.ts';
import { isSignedIn } from '#app/permissions/actor.ts';
import type { loader as rootLoader } from '#app/root.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { homeOf } from '#app/ui/shell/navigation.ts';

const newestShown = 8;

export const headers = publicPageHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'ui.product') },
  { name: 'description', content: translate(data?.locale ?? 'vi', 'start.lead') },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const { services, locale, now, hasRoute } = context;
  const actor = await context.actor();
  const home = isSignedIn(actor) ? homeOf(actor, hasRoute) : null;
  if (home) throw redirect(home);
  const today = dayOf(now);
  const filter = { on: today, state: 'in-force', sort: 'in-force-from' } as const;
  const { rows } = await listRegister(services.db, actor, filter);
  const newest = rows.slice(0, newestShown).map((row) => ({
    id: row.documentId,
    code: row.code ?? '',
    title: { vi: row.titleVi, en: row.titleEn },
    since: row.inForceFrom,
  }));
  const has = {
    search: hasRoute(searchPath),
    signIn: hasRoute(signInPath),
    document: hasRoute(publicDocumentPath(':documentId')),
  };
  return { locale, newest, has };
}

export default function Start() {
  const { has, newest } = useLoaderData<typeof loader>();
  const root = useRouteLoaderData<typeof rootLoader>('root');
  const locale = useLocale();
  const t = useT();
  const office = root?.facts.office?.[locale];
  return (
    <>
      <PageHeader
        title={office ? t('start.title-agency', { agency: office }) : t('start.title')}
        lead={t('start.lead')}
      />
      <div className="columns">
        <div>
          {has.search ? <SearchPanel /> : null}
          <Panel
            title={t('start.newest.title')}
            actions={has.document ? <Link to={publicDocumentsPath}>{t('start.newest.all')}</Link> : null}
          >
            <DataTable
              caption={t('start.newest.caption')}
              rows={newest}
              rowKey={(row) => row.id}
              columns={[
                { key: 'code', label: t('start.newest.code'), figures: true, cell: (row) => row.code },
                {
                  key: 'title',
                  label: t('start.newest.document'),
                  main: true,
                  cell: ({ id, title }) =>
                    has.document ? (
                      <Link to={publicDocumentPath(id)}>
                        <Title {...title} />
                      </Link>
                    ) : (
                      <Title {...title} />
                    ),
                },
                {
                  key: 'since',
                  label: t('start.newest.since'),
                  figures: true,
                  cell: (row) => (row.since ? <DayText day={row.since} /> : null),
                },
              ]}
              empty={
                <EmptyState title={t('start.newest.none')}>
                  <p>{t('start.newest.none-hint')}</p>
                </EmptyState>
              }
            />
          </Panel>
          <Panel title={t('start.system.title')}>
            <ul>
              <li>{t('start.system.clear')}</li>
              <li>{t('start.system.current')}</li>
              <li>{t('start.system.history')}</li>
            </ul>
          </Panel>
        </div>
        <div>
          <Panel title={t('start.copy.title')}>
            <p>{t('start.copy.text')}</p>
          </Panel>
          {has.signIn ? (
            <Panel title={t('start.staff.title')}>
              <p>{t('start.staff.text')}</p>
              <ButtonLink to={signInPath}>{t('ui.sign-in')}</ButtonLink>
            </Panel>
          ) : null}
        </div>
      </div>
    </>
  );
}

function SearchPanel() {
  const t = useT();
  return (
    <Panel title={t('start.search.title')}>
      <Form method="get" action={searchPath} className="big-search">
        <label htmlFor="start-words" className="hint">
          {t('start.search.hint')}
        </label>
        <div className="search-line">
          <input id="start-words" type="search" name="q" maxLength={200} autoComplete="off" />
          <button type="submit" className="button button-primary">
            {t('ui.search.button')}
          </button>
        </div>
      </Form>
    </Panel>
  );
}
