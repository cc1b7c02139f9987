import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/http/errors.ts';
import { findHandbookPage } from '#app/http/handbook.server.ts';
import { publicPageHeaders } from '#app/http/public-page.ts';
import { useT } from '#app/i18n/reader.tsx';
import { handbookPath } from '#app/paths.ts';
import { DocumentPage, StoredHtml } from '#app/ui/document-page.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const headers = publicPageHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: (data?.locale === 'en' && data.page.title.en) || (data?.page.title.vi ?? '') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, locale } = context;
  if (services.handbookFolder === null) throw new NotFound();
  const page = await findHandbookPage(services.press, services.handbookFolder, params['*'] ?? '', locale);
  if (!page) throw new NotFound();
  return { locale, page };
}

export default function HandbookText() {
  const { page } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[{ to: handbookPath(), label: t('start.handbook.title') }]}
        title={<Title {...page.title} />}
      />
      <DocumentPage lang={page.language}>
        <StoredHtml html={page.html} />
      </DocumentPage>
    </>
  );
}
