import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { attempt, type RefusedForm, readForm, showMistakes } from '#app/http/forms.ts';
import { formatDay } from '#app/i18n/day-format.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { acknowledgeParts } from '#app/modules/documents/acknowledgement/acknowledgement.server.ts';
import {
  acknowledgementForm,
  answersIn,
} from '#app/modules/documents/acknowledgement/acknowledgement-form.ts';
import { readToAcknowledge } from '#app/modules/documents/acknowledgement/reading-page.server.ts';
import { documentPath, revisionPath } from '#app/modules/documents/paths.ts';
import { ReadingForm, ReadingMistakes } from '#app/modules/documents/ui/acknowledgement/reading-form.tsx';
import { ShownParts } from '#app/modules/documents/ui/acknowledgement/shown-parts.tsx';
import { DocumentText } from '#app/modules/documents/ui/document-text.tsx';
import { RevisionHeader } from '#app/modules/documents/ui/revision-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { DocumentPage } from '#app/ui/document-page.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { inTransaction } from '#db/unit-of-work.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.act.acknowledgement') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'revision.acknowledge');
  const read = await readToAcknowledge(services, actor, params.documentId ?? '', now, locale);
  return { locale, signer: actor.name, ...read };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { services, now } = context;
  const actor = await context.actor();
  authorize(actor, 'revision.acknowledge');
  const read = await readForm(request, acknowledgementForm);
  if (!read.ok) return showMistakes(read);
  const { revision: revisionId, part: parts, seenHash } = read.value;
  const answers = answersIn(read.value);
  const done = await attempt(read.values, () =>
    inTransaction(services.db, (trx) =>
      acknowledgeParts(trx, actor, { revisionId, parts, seenHash, answers }, now),
    ),
  );
  if (!done.ok) return showMistakes(done);
  if (done.value.length > 0) return showMistakes(wronglyAnswered(read.value, done.value, read.values));
  return redirect(documentPath(params.documentId ?? ''), { status: 303 });
}

/** The answers that were not right, at their questions; what else was typed stays. */
function wronglyAnswered(
  form: { question1: string; question2: string },
  wrong: readonly string[],
  values: RefusedForm['values'],
): RefusedForm {
  const errors: RefusedForm['errors'] = {};
  if (wrong.includes(form.question1)) errors.answer1 = ['acknowledgement.wrong-answer'];
  if (wrong.includes(form.question2)) errors.answer2 = ['acknowledgement.wrong-answer'];
  return { ok: false, values, errors, refusal: null };
}

export default function Acknowledgement() {
  const { head, toRead, signer } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const locale = useLocale();
  const act = t('documents.act.acknowledgement');
  if (!toRead) {
    return (
      <>
        <RevisionHeader head={head} act={act} />
        <EmptyState title={t('acknowledgement.nothing-asked')}>
          <Link to={documentPath(head.documentId)}>{t('acknowledgement.read-document')}</Link>
        </EmptyState>
      </>
    );
  }
  const lead = toRead.whole ? 'acknowledgement.lead-whole' : 'acknowledgement.lead-change';
  return (
    <>
      <RevisionHeader head={head} act={act} lead={t(lead, { due: formatDay(locale, toRead.due) })} />
      <ReadingMistakes form={form} questions={toRead.questions} />
      {toRead.text ? (
        <section className="panel" aria-label={t('documents.sign.text')}>
          <DocumentPage lang={toRead.text.language}>
            <DocumentText text={toRead.text} title={head.revision.title_vi} />
          </DocumentPage>
        </section>
      ) : (
        <>
          <ShownParts parts={toRead.shown} against={toRead.against} language="vi" />
          <p>
            <Link to={revisionPath(toRead.revisionId)}>{t('acknowledgement.read-document')}</Link>
          </p>
        </>
      )}
      <ReadingForm toRead={toRead} signer={signer} form={form} />
    </>
  );
}
