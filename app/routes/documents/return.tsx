import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { returnForm } from '#app/modules/documents/document-forms.ts';
import { revisionPath } from '#app/modules/documents/paths.ts';
import { revisionHead } from '#app/modules/documents/reading/revision-page.server.ts';
import { returnRevision } from '#app/modules/documents/signing/approval.server.ts';
import { RevisionHeader } from '#app/modules/documents/ui/revision-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { TextArea } from '#app/ui/form-field.tsx';
import { inTransaction } from '#db/unit-of-work.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.act.return') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'revision.review');
  const { services, locale, now } = context;
  return { locale, head: await revisionHead(services.db, actor, params.revisionId ?? '', dayOf(now)) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  const revisionId = params.revisionId ?? '';
  authorize(actor, 'revision.review');
  const read = await readForm(request, returnForm);
  if (!read.ok) return showMistakes(read);
  const { comment } = read.value;
  const done = await attempt(read.values, () =>
    inTransaction(context.services.db, (trx) =>
      returnRevision(trx, actor, { revisionId, comment }, context.now),
    ),
  );
  return done.ok ? redirect(revisionPath(revisionId), { status: 303 }) : showMistakes(done);
}

export default function Return() {
  const { head } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <RevisionHeader head={head} act={t('documents.act.return')} lead={t('documents.return.lead')} />
      <ErrorSummary form={form} labels={{ comment: t('documents.return.comment') }} />
      <Form method="post">
        <TextArea
          name="comment"
          label={t('documents.return.comment')}
          hint={t('documents.return.hint')}
          required
          rows={8}
          form={form}
        />
        <Actions>
          <Button kind="danger">{t('documents.return.submit')}</Button>
        </Actions>
      </Form>
    </>
  );
}
