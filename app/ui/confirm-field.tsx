import { useT } from '../i18n/reader.tsx';
import { type FormState, TextField } from './form-field.tsx';

/** The password once more, where the last confirmation is too old for a signature (`asksPassword`). */
export function ConfirmField({ asked, form }: { asked: boolean; form: FormState }) {
  const t = useT();
  if (!asked) return null;
  return (
    <TextField
      name="password"
      type="password"
      label={t('accounts.confirm.label')}
      hint={t('accounts.confirm.hint')}
      autoComplete="current-password"
      required
      form={form}
    />
  );
}
