import { useT } from '#app/i18n/reader.tsx';
import { documentKinds } from '#app/mdx/compiled-document.ts';
import { RadioField } from '#app/ui/choice-field.tsx';
import { type FormState, type Option, SelectField, TextArea, TextField } from '#app/ui/form-field.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { requestKinds } from '../../change-requests/change-request.ts';

export const requestFieldNames = [
  'kind',
  'document',
  'title',
  'documentKind',
  'reason',
  'legalGround',
  'groundInForceFrom',
  'contentBefore',
  'contentAfter',
  'impactForms',
  'impactTraining',
  'impactSoftware',
] as const;

interface FieldsProps {
  form: FormState;
  documents: readonly Option[];
  /** What the address asks for. */
  asked: { kind: string; document: string };
}

/** What is asked for: BM-01-01 from its kind to its legal basis. */
export function RequestFields({ form, documents, asked }: FieldsProps) {
  const t = useT();
  const field = (name: string) => t(`requests.form.${name}`);
  return (
    <>
      <RadioField
        name="kind"
        label={field('kind')}
        value={asked.kind}
        required
        form={form}
        options={requestKinds.map((kind) => ({ value: kind, label: t(`requests.kind-long.${kind}`) }))}
      />
      <SelectField
        name="document"
        label={field('document')}
        hint={t('requests.hint.document')}
        none={t('requests.new.no-document')}
        value={asked.document}
        options={documents}
        form={form}
      />
      <TextField
        name="title"
        label={field('title')}
        hint={t('requests.hint.title')}
        maxLength={300}
        form={form}
      />
      <SelectField
        name="documentKind"
        label={field('documentKind')}
        hint={t('requests.hint.documentKind')}
        value="procedure"
        options={documentKinds.map((kind) => ({ value: kind, label: t(`documents.kind.${kind}`) }))}
        form={form}
      />
      <TextArea
        name="reason"
        label={field('reason')}
        hint={t('requests.hint.reason')}
        rows={3}
        maxLength={4000}
        required
        form={form}
      />
      <TextField
        name="legalGround"
        label={field('legalGround')}
        hint={t('requests.hint.legalGround')}
        maxLength={1000}
        form={form}
      />
      <TextField name="groundInForceFrom" type="date" label={field('groundInForceFrom')} form={form} />
    </>
  );
}

/** What is to be otherwise, and what follows from it. */
export function ChangeFields({ form }: { form: FormState }) {
  const t = useT();
  const field = (name: string) => t(`requests.form.${name}`);
  return (
    <>
      <TextArea name="contentBefore" label={field('contentBefore')} rows={3} maxLength={4000} form={form} />
      <TextArea
        name="contentAfter"
        label={field('contentAfter')}
        hint={t('requests.hint.contentAfter')}
        rows={4}
        maxLength={4000}
        form={form}
      />
      <Panel title={t('requests.part.impact')}>
        <p className="quiet">{t('requests.hint.impact')}</p>
        {(['impactForms', 'impactTraining', 'impactSoftware'] as const).map((name) => (
          <TextField key={name} name={name} label={field(name)} maxLength={1000} form={form} />
        ))}
      </Panel>
    </>
  );
}
