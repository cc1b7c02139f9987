import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { publicPageHeaders } from '#app/http/public-page.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { publicRegisterPath, revisionPath } from '#app/modules/documents/paths.ts';
import { placeInSystem } from '#app/modules/documents/reading/place-in-system.server.ts';
import { readDocument } from '#app/modules/documents/reading/reading.server.ts';
import { shownText } from '#app/modules/documents/reading/shown-text.server.ts';
import { DocumentText } from '#app/modules/documents/ui/document-text.tsx';
import { Issue } from '#app/modules/documents/ui/issue.tsx';
import { PlaceFacts } from '#app/modules/documents/ui/place-facts.tsx';
import { RevisionStamp } from '#app/modules/documents/ui/stamps.tsx';
import { publicDocumentPath } from '#app/paths.ts';
import { citizenOf } from '#app/permissions/actor.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DocumentPage } from '#app/ui/document-page.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const headers = publicPageHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.code} – ${data.title.vi}` : translate('vi', 'documents.public.title') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = citizenOf((await context.actor()).agencyId);
  const today = dayOf(now);
  const read = await readDocument(services.db, actor, params.documentId ?? '', today);
  const { document, revision, current, unit, force } = read;
  const text = await shownText(services, actor, revision, today, locale);
  const about = { revisionId: revision.id, code: document.code, language: text.language };
  return {
    ...{ locale, current, unit, force },
    text: { ...text, findings: [] },
    code: document.code,
    kind: revision.kind,
    revisionId: revision.id,
    issue: revision.issue,
    amendment: revision.amendment,
    title: { vi: revision.title_vi, en: revision.title_en },
    place: await placeInSystem(services.db, actor, about, today),
  };
}

export default function PublicDocument() {
  const { text, title, code, kind, current, unit, force, place, revisionId, ...facts } =
    useLoaderData<typeof loader>();
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('documents.public.title'), to: publicRegisterPath }]}
        over={
          <>
            {t(`documents.kind.${kind}`)} {code} · <Issue {...facts} />
          </>
        }
        title={<Title {...title} />}
        stamps={<RevisionStamp state="released" force={force} />}
        actions={
          <>
            <ButtonLink to={revisionPath(revisionId, 'file.pdf')} download>
              {t('documents.act.file')}
            </ButtonLink>
            <ButtonLink kind="quiet" to={revisionPath(revisionId, 'file.docx')} download>
              {t('documents.act.word-file')}
            </ButtonLink>
          </>
        }
      />
      <DocumentPage
        lang={text.language}
        asideLabel={t('documents.aside')}
        aside={
          <>
            <KeyValues
              facts={[
                {
                  key: 'from',
                  label: t('documents.field.in-force-from'),
                  value: current ? <DayText day={current.in_force_from} /> : '',
                },
                {
                  key: 'unit',
                  label: t('documents.field.unit'),
                  value: unit ? (locale === 'en' ? unit.name_en : unit.name_vi) : '',
                },
              ]}
            />
            <PlaceFacts place={place} to={publicDocumentPath} />
          </>
        }
      >
        <DocumentText text={text} title={(text.language === 'en' && title.en) || title.vi} />
      </DocumentPage>
    </>
  );
}
