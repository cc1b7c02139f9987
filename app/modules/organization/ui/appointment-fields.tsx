import { useLocale, useT } from '#app/i18n/reader.tsx';
import { RadioField } from '#app/ui/choice-field.tsx';
import { type FormState, SelectField, TextField } from '#app/ui/form-field.tsx';
import { appointmentKinds } from '../appointment.ts';
import type { StaffedPosition } from '../positions.server.ts';
import { DaysFields, useDayLabels } from './days-fields.tsx';
import { RecordForm } from './record-form.tsx';

/** The select shows how many seats are taken, so that an overfull position is seen before it happens. */
export function AppointmentForm(props: {
  form: FormState;
  positions: readonly StaffedPosition[];
  today: string;
  back: string;
}) {
  const { form } = props;
  const t = useT();
  const locale = useLocale();
  const labels = {
    ...useDayLabels(),
    positionId: t('organization.field.position'),
    kind: t('organization.field.appointment-kind'),
    decision: t('organization.field.decision'),
  };
  return (
    <RecordForm form={form} labels={labels} submit={t('organization.appointment.record')} back={props.back}>
      <SelectField
        name="positionId"
        label={labels.positionId}
        form={form}
        required
        none={t('organization.choose')}
        options={props.positions.map((position) => ({
          value: position.id,
          label: t('organization.position-with-seats', {
            position: locale === 'vi' ? position.nameVi : position.nameEn,
            unit: locale === 'vi' ? position.unitNameVi : position.unitNameEn,
            taken: position.holders.length,
            seats: position.seats,
          }),
        }))}
      />
      <RadioField
        name="kind"
        label={labels.kind}
        form={form}
        required
        value="official"
        options={appointmentKinds.map((kind) => ({
          value: kind,
          label: t(`organization.appointment-kind.${kind}`),
        }))}
      />
      <DaysFields form={form} from={props.today} />
      <TextField
        name="decision"
        label={labels.decision}
        hint={t('organization.field.decision-hint')}
        form={form}
        maxLength={200}
      />
    </RecordForm>
  );
}
