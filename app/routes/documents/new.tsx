import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { contentFolder } from '#app/http/installation.server.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { documentKinds } from '#app/mdx/compiled-document.ts';
import { newDocumentForm } from '#app/modules/documents/document-forms.ts';
import { beginDocument } from '#app/modules/documents/drafting/editing.server.ts';
import {
  starterText,
  startsToChoose,
  textFrom,
  textFromLibrary,
} from '#app/modules/documents/drafting/starter-text.server.ts';
import { importPath, registerPath, revisionPath } from '#app/modules/documents/paths.ts';
import { authorize, may } from '#app/permissions/matrix.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SelectField, TextField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.new.title') },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'document.draft');
  const starts = await startsToChoose(services.db, actor, contentFolder(), dayOf(now), locale);
  return { locale, ...starts, canImport: may(actor, 'document.import') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { services, now } = context;
  const actor = await context.actor();
  authorize(actor, 'document.draft');
  const read = await readForm(request, newDocumentForm);
  if (!read.ok) return showMistakes(read);
  const { title, kind, template, from } = read.value;
  const done = await attempt(read.values, async () => {
    const source = from
      ? await textFrom(services, actor, from, title)
      : template
        ? await textFromLibrary(services.press, contentFolder(), template, title)
        : starterText(contentFolder(), kind, title);
    return beginDocument(services, actor, { source, kind, title }, now);
  });
  return done.ok
    ? redirect(revisionPath(done.value.revisionId, 'form'), { status: 303 })
    : showMistakes(done);
}

export default function NewDocument() {
  const { documents, templates, canImport } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const kinds = documentKinds.map((kind) => ({ value: kind, label: t(`documents.kind.${kind}`) }));
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('documents.register.title'), to: registerPath }]}
        title={t('documents.new.title')}
        lead={t('documents.new.lead')}
        actions={
          canImport ? <ButtonLink to={importPath}>{t('documents.register.import')}</ButtonLink> : undefined
        }
      />
      <ErrorSummary
        form={form}
        labels={{ title: t('documents.field.title'), kind: t('documents.field.kind') }}
      />
      <Form method="post">
        <TextField
          name="title"
          label={t('documents.field.title')}
          hint={t('documents.new.title-hint')}
          required
          maxLength={300}
          form={form}
        />
        <SelectField
          name="kind"
          label={t('documents.field.kind')}
          hint={t('documents.new.kind-hint')}
          options={kinds}
          value="procedure"
          required
          form={form}
        />
        <SelectField
          name="template"
          label={t('documents.new.template')}
          hint={t('documents.new.template-hint')}
          options={templates}
          none={t('documents.new.template-none')}
          form={form}
        />
        <SelectField
          name="from"
          label={t('documents.new.from')}
          hint={t('documents.new.from-hint')}
          options={documents}
          none={t('documents.new.from-none')}
          form={form}
        />
        <Actions>
          <Button>{t('documents.new.submit')}</Button>
        </Actions>
      </Form>
    </>
  );
}
