import { useLocale, useT } from '#app/i18n/reader.tsx';
import { CheckboxField } from '#app/ui/choice-field.tsx';
import { type FormState, SelectField, TextArea, TextField } from '#app/ui/form-field.tsx';

interface Released {
  id: string;
  code: string | null;
  titleVi: string;
  titleEn: string | null;
}

/** When its readers are to have read a release, whether it waits for them, and what they are asked. */
export function ReadingTermsFields({ form, revisions }: { form: FormState; revisions: readonly Released[] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <fieldset className="field">
      <legend>{t('acknowledgement.terms.title')}</legend>
      <CheckboxField
        name="whenAcknowledged"
        label={t('acknowledgement.terms.when-acknowledged')}
        hint={t('acknowledgement.terms.when-acknowledged-hint')}
        form={form}
      />
      <TextField
        name="acknowledgeWithin"
        type="number"
        min="0"
        max="60"
        label={t('acknowledgement.terms.within')}
        hint={t('acknowledgement.terms.within-hint')}
        value="5"
        required
        form={form}
      />
      <details className="insert-help">
        <summary>{t('acknowledgement.terms.questions')}</summary>
        <p className="hint">{t('acknowledgement.terms.questions-hint')}</p>
        {revisions.length > 1 ? (
          <SelectField
            name="questionsAbout"
            label={t('acknowledgement.terms.questions-about')}
            none=""
            options={revisions.map((one) => ({
              value: one.id,
              label: `${one.code ?? ''} – ${(locale === 'en' && one.titleEn) || one.titleVi}`,
            }))}
            form={form}
          />
        ) : null}
        {['1', '2'].map((number) => (
          <QuestionFields key={number} number={number} form={form} />
        ))}
      </details>
    </fieldset>
  );
}

function QuestionFields({ number, form }: { number: string; form: FormState }) {
  const t = useT();
  return (
    <>
      <TextField
        name={`question${number}`}
        label={t('acknowledgement.terms.question', { number })}
        maxLength={300}
        form={form}
      />
      <TextArea
        name={`choices${number}`}
        label={t('acknowledgement.terms.choices', { number })}
        hint={t('acknowledgement.terms.choices-hint')}
        rows={3}
        maxLength={2000}
        form={form}
      />
      <TextField
        name={`right${number}`}
        type="number"
        min="1"
        max="6"
        label={t('acknowledgement.terms.right', { number })}
        form={form}
      />
    </>
  );
}
