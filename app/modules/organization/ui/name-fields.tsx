import { useT } from '#app/i18n/reader.tsx';
import { type FormState, TextField } from '#app/ui/form-field.tsx';

export function useNameLabels() {
  const t = useT();
  return {
    key: t('organization.field.key'),
    nameVi: t('organization.field.name-vi'),
    nameEn: t('organization.field.name-en'),
  };
}

/** A key is chosen once; afterwards it is only shown and sent along. */
export function KeyField({ form, recorded }: { form: FormState; recorded?: string }) {
  const t = useT();
  if (recorded === undefined) {
    return (
      <TextField
        name="key"
        label={t('organization.field.key')}
        hint={t('organization.field.key-hint')}
        form={form}
        required
        maxLength={60}
      />
    );
  }
  return (
    <p>
      {t('organization.field.key')}: <code>{recorded}</code>
      <input type="hidden" name="key" value={recorded} />
    </p>
  );
}

export function NameFields(props: { form: FormState; named: { nameVi: string; nameEn: string } | null }) {
  const labels = useNameLabels();
  return (
    <>
      <TextField
        name="nameVi"
        label={labels.nameVi}
        form={props.form}
        required
        maxLength={200}
        lang="vi"
        value={props.named?.nameVi}
      />
      <TextField
        name="nameEn"
        label={labels.nameEn}
        form={props.form}
        required
        maxLength={200}
        lang="en"
        value={props.named?.nameEn}
      />
    </>
  );
}
