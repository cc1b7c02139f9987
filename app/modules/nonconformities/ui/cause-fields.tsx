import { useT } from '#app/i18n/reader.tsx';
import { CheckboxesField, CheckboxField, RadioField } from '#app/ui/choice-field.tsx';
import { type FormState, SelectField, TextArea, TextField } from '#app/ui/form-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { blamesAPerson } from '../blame.ts';
import { causeCategories } from '../cause-categories.ts';
import type { CasePage } from '../stage-page.server.ts';

interface Props {
  page: CasePage;
  form: FormState;
}

const whyRows = [1, 2, 3, 4, 5] as const;
const methods = ['five-whys', 'ishikawa', 'other'] as const;

/** Correction is not corrective action: the need for action on the cause is decided either way, with its reason. */
export function NeedFields({ page, form }: Props) {
  const t = useT();
  return (
    <>
      <RadioField
        name="needed"
        label={t('nonconformities.field.needed')}
        hint={t('nonconformities.hint.needed')}
        required
        value={page.need?.needed === false ? 'no' : 'yes'}
        options={[
          { value: 'yes', label: t('nonconformities.needed.yes') },
          { value: 'no', label: t('nonconformities.needed.no') },
        ]}
        form={form}
      />
      <TextArea
        name="reason"
        label={t('nonconformities.field.need-reason')}
        required
        rows={2}
        maxLength={4000}
        value={page.need?.reason}
        form={form}
      />
    </>
  );
}

/** Five whys, each with what proves the answer. */
export function WhyFields({ page, form }: Props) {
  const t = useT();
  return (
    <>
      <SelectField
        name="method"
        label={t('nonconformities.field.method')}
        required
        value={page.cause?.method ?? 'five-whys'}
        options={methods.map((method) => ({ value: method, label: t(`nonconformities.method.${method}`) }))}
        form={form}
      />
      {whyRows.map((n) => {
        const why = page.cause?.whys[n - 1];
        return (
          <fieldset key={n} className="why-row">
            <legend>{t('nonconformities.why', { n })}</legend>
            <TextField
              name={`why${n}`}
              label={t('nonconformities.why.question')}
              maxLength={1000}
              value={why?.question}
              form={form}
            />
            <TextField
              name={`answer${n}`}
              label={t('nonconformities.why.answer')}
              maxLength={1000}
              value={why?.answer}
              form={form}
            />
            <TextField
              name={`proof${n}`}
              label={t('nonconformities.why.evidence')}
              maxLength={1000}
              value={why?.evidence}
              form={form}
            />
          </fieldset>
        );
      })}
      <CheckboxesField
        name="categories"
        label={t('nonconformities.field.categories')}
        hint={t('nonconformities.hint.categories')}
        options={causeCategories.map((one) => ({ value: one, label: t(`nonconformities.category.${one}`) }))}
        values={page.cause?.categories}
        form={form}
      />
    </>
  );
}

/** The root cause and where else it may strike; a cause that blames a person asks for a second thought. */
export function RootCauseFields({ page, form }: Props) {
  const t = useT();
  const typed = form?.values.rootCause?.[0] ?? page.cause?.rootCause ?? '';
  const blames = blamesAPerson(typed);
  return (
    <>
      <TextArea
        name="rootCause"
        label={t('nonconformities.field.root-cause')}
        hint={t('nonconformities.hint.root-cause')}
        rows={3}
        maxLength={4000}
        value={page.cause?.rootCause}
        form={form}
      />
      {blames ? (
        <Notice kind="warning" title={t('nonconformities.blame.title')}>
          <p>{t('nonconformities.blame.text')}</p>
          <CheckboxField name="blameConfirmed" label={t('nonconformities.blame.confirm')} form={form} />
        </Notice>
      ) : null}
      <TextArea
        name="similarCases"
        label={t('nonconformities.field.similar-cases')}
        hint={t('nonconformities.hint.similar-cases')}
        rows={3}
        maxLength={4000}
        value={page.similarCases ?? ''}
        form={form}
      />
    </>
  );
}
