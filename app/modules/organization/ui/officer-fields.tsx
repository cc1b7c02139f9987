import { useT } from '#app/i18n/reader.tsx';
import { type FormState, TextField } from '#app/ui/form-field.tsx';
import type { Officer } from '../officers.server.ts';
import { KeyField } from './name-fields.tsx';
import { RecordForm } from './record-form.tsx';

export function OfficerForm(props: {
  form: FormState;
  officer: Officer | null;
  today: string;
  back: string;
}) {
  const { form, officer } = props;
  const t = useT();
  const labels = {
    key: t('organization.field.key'),
    name: t('organization.field.officer-name'),
    email: t('organization.field.email'),
    validFrom: t('organization.field.service-from'),
  };
  return (
    <RecordForm form={form} labels={labels} submit={t('organization.save')} back={props.back}>
      <KeyField form={form} recorded={officer?.key} />
      <TextField
        name="name"
        label={labels.name}
        form={form}
        required
        maxLength={200}
        lang="vi"
        autoComplete="off"
        value={officer?.name}
      />
      <TextField
        name="email"
        type="email"
        label={labels.email}
        form={form}
        maxLength={200}
        autoComplete="off"
        value={officer?.email ?? undefined}
      />
      <TextField
        name="validFrom"
        type="date"
        label={labels.validFrom}
        form={form}
        required
        value={officer?.validFrom ?? props.today}
      />
    </RecordForm>
  );
}
