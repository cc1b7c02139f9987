import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { publicPageHeaders } from '#app/http/public-page.ts';
import { formatDay } from '#app/i18n/day-format.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { copyStatus } from '#app/modules/documents/reading/reading.server.ts';
import { Issue } from '#app/modules/documents/ui/issue.tsx';
import { RevisionStamp } from '#app/modules/documents/ui/stamps.tsx';
import '#app/modules/documents/ui/documents.css';
import { publicDocumentPath } from '#app/paths.ts';
import { Title } from '#app/ui/in-language.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const headers = publicPageHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.status.title') },
  { name: 'robots', content: 'noindex' },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const today = dayOf(context.now);
  const { revision, isPublic, state, inForceFrom, newer } = await copyStatus(
    context.services.db,
    params.revisionId ?? '',
    today,
  );
  const { document_id: documentId, code, issue, amendment } = revision;
  // The title of an internal document is not told to whoever has its QR code.
  const title = isPublic ? { vi: revision.title_vi, en: revision.title_en } : null;
  return {
    locale: context.locale,
    today,
    documentId,
    code,
    issue,
    amendment,
    title,
    state,
    inForceFrom,
    newer,
  };
}

/** What the QR code of a printed copy asks: may I still go by this paper? */
export default function Status() {
  const { documentId, code, issue, amendment, title, state, inForceFrom, newer, today } =
    useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  const day = (one: string) => formatDay(locale, one);
  const good = state === 'in-force';
  return (
    <>
      <PageHeader
        over={t('documents.status.title')}
        title={
          <>
            {code} {title ? <Title {...title} /> : null}
          </>
        }
        stamps={<RevisionStamp state="released" force={state} />}
      />
      <section className={`verdict ${good ? 'verdict-good' : 'verdict-bad'}`}>
        <h2>{t(`documents.status.${state}`)}</h2>
        <p>
          <Issue issue={issue} amendment={amendment} />
          {inForceFrom ? `, ${t('documents.status.from', { day: day(inForceFrom) })}` : ''}
        </p>
        {newer ? (
          <p>
            {t('documents.status.newer', {
              code: code ?? '',
              issue: newer.issue,
              amendment: newer.amendment,
              day: day(newer.in_force_from),
            })}
          </p>
        ) : null}
        <p>{t('documents.status.today', { day: day(today) })}</p>
        {title && (good || newer) ? (
          <p>
            <Link to={publicDocumentPath(documentId)}>{t('documents.status.read')}</Link>
          </p>
        ) : null}
      </section>
    </>
  );
}
