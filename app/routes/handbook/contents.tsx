import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/http/errors.ts';
import { listHandbook } from '#app/http/handbook.server.ts';
import { publicPageHeaders } from '#app/http/public-page.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { handbookPath } from '#app/paths.ts';
import { Title } from '#app/ui/in-language.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';

export const headers = publicPageHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'start.handbook.title') },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const { services, locale } = context;
  if (services.handbookFolder === null) throw new NotFound();
  return { locale, pages: await listHandbook(services.press, services.handbookFolder, locale) };
}

export default function HandbookContents() {
  const { pages } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader title={t('start.handbook.title')} lead={t('start.handbook.lead')} />
      {(['use', 'building', 'decisions'] as const).map((room) => (
        <Panel key={room} title={t(`start.handbook.${room}`)}>
          <ul>
            {pages
              .filter((page) => page.room === room)
              .map((page) => (
                <li key={page.path}>
                  <Link to={handbookPath(page.path)}>
                    <Title {...page.title} />
                  </Link>
                </li>
              ))}
          </ul>
        </Panel>
      ))}
    </>
  );
}
