import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, useLoaderData, useRouteLoaderData } from '@remix-run/react';
import { publicPageHeaders } from '#app/http/public-page.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { myWorkPath, searchPath, signInPath } from '#app/paths.ts';
import { isSignedIn } from '#app/permissions/actor.ts';
import type { loader as rootLoader } from '#app/root.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';

export const headers = publicPageHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'ui.product') },
  { name: 'description', content: translate(data?.locale ?? 'vi', 'start.lead') },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const { locale, hasRoute } = context;
  const actor = await context.actor();
  if (isSignedIn(actor) && hasRoute(myWorkPath)) throw redirect(myWorkPath);
  return { locale, has: { search: hasRoute(searchPath), signIn: hasRoute(signInPath) } };
}

export default function Start() {
  const { has } = useLoaderData<typeof loader>();
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
