import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { asksPassword, confirmPerson } from '#app/modules/accounts/confirmation.server.ts';
import { questionsIn, readReleaseForm } from '#app/modules/documents/document-forms.ts';
import { registerPath, releasePath } from '#app/modules/documents/paths.ts';
import { approvedRevisions, releaseTogether } from '#app/modules/documents/release/releasing.server.ts';
import { offeredSignatories } from '#app/modules/documents/release/signatory.server.ts';
import { ReadingTermsFields } from '#app/modules/documents/ui/acknowledgement/reading-terms-fields.tsx';
import { DecisionFields, useDecisionLabels } from '#app/modules/documents/ui/decision-fields.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { CheckboxesField } from '#app/ui/choice-field.tsx';
import { ConfirmField } from '#app/ui/confirm-field.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.release.title') },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'revision.release');
  const revisions = await approvedRevisions(services.db, actor);
  return {
    locale,
    confirm: await asksPassword(services, actor, now),
    today: dayOf(now),
    chosen: new URL(request.url).searchParams.getAll('revision'),
    revisions,
    signatories: await offeredSignatories(
      services.db,
      actor,
      revisions.map((one) => one.kind),
      now,
    ),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { services, client, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'revision.release');
  const read = await readForm(request, readReleaseForm);
  if (!read.ok) return showMistakes(read);
  const { revision, password, decisionNumber, signedOn, signer, inForceFrom, inForceUntil } = read.value;
  const decision = {
    ...{ decisionNumber, signedOn, signer, inForceFrom, inForceUntil },
    signatoryKey: read.value.signatory,
    whenAcknowledged: read.value.whenAcknowledged === 'yes',
    acknowledgeWithin: read.value.acknowledgeWithin,
    questions: questionsIn(read.value),
  };
  const done = await attempt(read.values, async () => {
    await confirmPerson(services, actor, { password, address: client.address }, now);
    return releaseTogether(services, actor, revision, decision, now, locale);
  });
  return done.ok ? redirect(releasePath(done.value), { status: 303 }) : showMistakes(done);
}

export default function NewRelease() {
  const { confirm, revisions, chosen, today, signatories } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const locale = useLocale();
  const labels = useDecisionLabels();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('documents.register.title'), to: registerPath }]}
        title={t('documents.release.title')}
        lead={t('documents.release.lead')}
      />
      <ErrorSummary form={form} labels={labels} />
      {revisions.length === 0 ? (
        <EmptyState title={t('documents.release.none')}>
          <p>{t('documents.release.none-hint')}</p>
        </EmptyState>
      ) : (
        <Form method="post">
          <CheckboxesField
            name="revision"
            label={t('documents.release.which')}
            hint={t('documents.release.which-hint')}
            values={chosen}
            form={form}
            options={revisions.map((one) => ({
              value: one.id,
              label: `${one.code ?? ''} – ${(locale === 'en' && one.titleEn) || one.titleVi} (${t('documents.issue-amended', { issue: one.issue, amendment: one.amendment })})`,
            }))}
          />
          <DecisionFields
            form={form}
            offered={{ signedOn: today, inForceFrom: today }}
            signatories={signatories}
          />
          <ReadingTermsFields form={form} revisions={revisions} />
          <ConfirmField asked={confirm} form={form} />
          <Actions>
            <Button>{t('documents.release.submit')}</Button>
          </Actions>
        </Form>
      )}
    </>
  );
}
