import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf, isDay } from '#app/http/clock.ts';
import { readerPageHeaders } from '#app/http/reader-pages.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { openRequestsOf } from '#app/modules/documents/change-requests/request-page.server.ts';
import { listCurrencyTasks } from '#app/modules/documents/currency/tasks.server.ts';
import { registerPath } from '#app/modules/documents/paths.ts';
import { reviewFacts } from '#app/modules/documents/periodic-review/periodic-review.server.ts';
import { actsOnDocument, actsOnRevision } from '#app/modules/documents/possible-acts.server.ts';
import { placeInSystem } from '#app/modules/documents/reading/place-in-system.server.ts';
import { readDocument } from '#app/modules/documents/reading/reading.server.ts';
import { shownText } from '#app/modules/documents/reading/shown-text.server.ts';
import { ChangedGrounds } from '#app/modules/documents/ui/currency/changed-grounds.tsx';
import { DocumentActs } from '#app/modules/documents/ui/document-acts.tsx';
import { DocumentAside, MySteps } from '#app/modules/documents/ui/document-aside.tsx';
import { DocumentControl } from '#app/modules/documents/ui/document-control.tsx';
import { DocumentText } from '#app/modules/documents/ui/document-text.tsx';
import { Issue } from '#app/modules/documents/ui/issue.tsx';
import { OnDay } from '#app/modules/documents/ui/on-day.tsx';
import { RevisionStamp } from '#app/modules/documents/ui/stamps.tsx';
import { recordsOfDocument } from '#app/modules/records/document-use.server.ts';
import { DocumentUse } from '#app/modules/records/ui/document-use.tsx';
import { dutiesOfOfficer } from '#app/modules/responsibilities/duties.server.ts';
import { byDocument } from '#app/modules/responsibilities/duty.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { DocumentPage } from '#app/ui/document-page.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const headers = readerPageHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? [data.code, data.revision.title_vi].filter(Boolean).join(' – ')
      : translate('vi', 'documents.register.title'),
  },
];

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?Z$/;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'document.read');
  const url = new URL(request.url);
  const [asked, known] = [url.searchParams.get('on') ?? '', url.searchParams.get('known') ?? ''];
  const today = dayOf(now);
  const on = isDay(asked) ? asked : today;
  const knownAt = instant.test(known) ? new Date(known).toISOString() : undefined;
  const read = await readDocument(services.db, actor, params.documentId ?? '', on, knownAt);
  const { document, revision, current, unit, force, revisions, signatures } = read;
  const text = await shownText(services, actor, revision, on, locale);
  const place = await placeInSystem(
    services.db,
    actor,
    { revisionId: revision.id, code: document.code, language: text.language },
    on,
  );
  const duties = actor.officerId ? await dutiesOfOfficer(services.db, actor, actor.officerId, on) : [];
  const newest = revisions[0];
  const open = newest && newest.state !== 'released' ? newest : null;
  const openRevision = open && open.id === revision.id ? revision : null;
  return {
    ...{ locale, today, on, knownAt: knownAt ?? null, current, unit, force, signatures, text, place },
    documentId: document.id,
    code: document.code ?? document.claimed_code,
    revision: {
      ...{ id: revision.id, state: revision.state, kind: revision.kind, issue: revision.issue },
      ...{ amendment: revision.amendment, title_vi: revision.title_vi, title_en: revision.title_en },
      ...{ is_public: revision.is_public, review_interval: revision.review_interval },
    },
    revisions,
    open,
    use: await recordsOfDocument(services.db, actor, document.id, on),
    requests: await openRequestsOf(services.db, actor, document.id),
    changedGrounds: current
      ? await listCurrencyTasks(services.db, actor, on, { documentId: document.id })
      : [],
    mySteps: byDocument(duties.filter((duty) => duty.revisionId === revision.id))[0]?.steps ?? [],
    nextReview: (await reviewFacts(services.db, actor, document.id, on))?.next ?? null,
    acts: await actsOnDocument(
      services.db,
      actor,
      { id: document.id, current, newestState: newest?.state },
      now,
    ),
    revisionActs: openRevision ? await actsOnRevision(services.db, actor, openRevision, now) : [],
  };
}

export default function Document() {
  const data = useLoaderData<typeof loader>();
  const { code, revision, force, text, on, today } = data;
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('documents.register.title'), to: registerPath }]}
        over={
          <>
            {t(`documents.kind.${revision.kind}`)} {code} · <Issue {...revision} />
          </>
        }
        title={<Title vi={revision.title_vi || t('documents.no-title')} en={revision.title_en} />}
        stamps={<RevisionStamp state={revision.state} force={force} />}
        actions={<DocumentActs {...data} />}
      />
      <OnDay on={on} today={today} knownAt={data.knownAt} force={force} />
      <ChangedGrounds tasks={data.changedGrounds} />
      {/* On a phone what one has to do comes before the text, not after it. */}
      <div className="my-steps-first">
        <MySteps steps={data.mySteps} />
      </div>
      <DocumentPage
        lang={text.language}
        aside={
          <>
            <DocumentAside {...data} />
            <DocumentControl {...data} />
            <DocumentUse documentId={data.documentId} use={data.use} />
          </>
        }
        asideLabel={t('documents.aside')}
      >
        <DocumentText
          text={text}
          title={(text.language === 'en' && revision.title_en) || revision.title_vi}
        />
      </DocumentPage>
    </>
  );
}
