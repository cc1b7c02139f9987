import { useT } from '#app/i18n/reader.tsx';
import { type FormState, TextField } from '#app/ui/form-field.tsx';

export function useDayLabels() {
  const t = useT();
  return { validFrom: t('organization.field.from'), validUntil: t('organization.field.until') };
}

/** First and last day, both included; no last day = open. */
export function DaysFields(props: {
  form: FormState;
  from?: string;
  until?: string | null;
  untilRequired?: boolean;
}) {
  const t = useT();
  const labels = useDayLabels();
  return (
    <>
      <TextField
        name="validFrom"
        type="date"
        label={labels.validFrom}
        form={props.form}
        required
        value={props.from}
      />
      <TextField
        name="validUntil"
        type="date"
        label={labels.validUntil}
        hint={props.untilRequired ? undefined : t('organization.field.until-hint')}
        form={props.form}
        required={props.untilRequired}
        value={props.until ?? undefined}
      />
    </>
  );
}

/** The last day of something and why it ends. */
export function EndFields(props: {
  form: FormState;
  until: string;
  hint?: string;
  reasonRequired?: boolean;
}) {
  const t = useT();
  return (
    <>
      <TextField
        name="until"
        type="date"
        label={t('organization.field.last-day')}
        hint={props.hint}
        form={props.form}
        required
        value={props.until}
      />
      <TextField
        name="reason"
        label={t('organization.field.reason')}
        form={props.form}
        required={props.reasonRequired ?? true}
        maxLength={200}
      />
    </>
  );
}

export function useEndLabels() {
  const t = useT();
  return { until: t('organization.field.last-day'), reason: t('organization.field.reason') };
}
