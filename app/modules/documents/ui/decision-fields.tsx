import { useT } from '#app/i18n/reader.tsx';
import { type FormState, type Option, SelectField, TextField } from '#app/ui/form-field.tsx';

/** Number, day and signer of a decision and the days it puts in force. */
export function DecisionFields(props: {
  form: FormState;
  offered: { signedOn?: string; signer?: string; inForceFrom?: string };
  /** Who may sign here, where the office knows it. */
  signatories?: readonly Option[];
}) {
  const { form, offered, signatories } = props;
  const t = useT();
  return (
    <>
      <TextField
        name="decisionNumber"
        label={t('documents.release.number')}
        hint={t('documents.release.number-hint')}
        required
        form={form}
      />
      <TextField
        name="signedOn"
        type="date"
        label={t('documents.release.signed-on')}
        value={offered.signedOn}
        required
        form={form}
      />
      {signatories ? (
        <SelectField
          name="signatory"
          label={t('releases.form.signatory')}
          hint={t('releases.form.signatory-hint')}
          none={t('releases.form.other')}
          value={signatories[0]?.value}
          options={signatories}
          form={form}
        />
      ) : null}
      <TextField
        name="signer"
        label={t(signatories ? 'releases.form.signer' : 'documents.release.signer')}
        hint={t(signatories ? 'releases.form.signer-hint' : 'documents.release.signer-hint')}
        value={signatories ? '' : offered.signer}
        required={!signatories}
        form={form}
      />
      <TextField
        name="inForceFrom"
        type="date"
        label={t('documents.release.from')}
        hint={t('documents.release.from-hint')}
        value={offered.inForceFrom}
        required
        form={form}
      />
      <TextField
        name="inForceUntil"
        type="date"
        label={t('documents.release.until')}
        hint={t('documents.release.until-hint')}
        form={form}
      />
    </>
  );
}

export function useDecisionLabels(): Record<string, string> {
  const t = useT();
  return {
    decisionNumber: t('documents.release.number'),
    signedOn: t('documents.release.signed-on'),
    signatory: t('releases.form.signatory'),
    signer: t('documents.release.signer'),
    inForceFrom: t('documents.release.from'),
    inForceUntil: t('documents.release.until'),
    revision: t('documents.release.which'),
    decisionFile: t('documents.adoption.file'),
    password: t('accounts.confirm.label'),
  };
}
