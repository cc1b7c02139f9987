import { useT } from '#app/i18n/reader.tsx';
import { type FormState, SelectField, TextField } from '#app/ui/form-field.tsx';
import { unitKinds } from '../unit.ts';
import type { Unit } from '../units.server.ts';
import { DaysFields, useDayLabels } from './days-fields.tsx';
import { KeyField, NameFields, useNameLabels } from './name-fields.tsx';
import { RecordForm } from './record-form.tsx';

export function UnitForm(props: { form: FormState; unit: Unit | null; today: string; back: string }) {
  const { form, unit } = props;
  const t = useT();
  const labels = {
    ...useNameLabels(),
    ...useDayLabels(),
    kind: t('organization.field.kind'),
    sort: t('organization.field.sort'),
  };
  return (
    <RecordForm form={form} labels={labels} submit={t('organization.save')} back={props.back}>
      <KeyField form={form} recorded={unit?.key} />
      <NameFields form={form} named={unit} />
      <SelectField
        name="kind"
        label={labels.kind}
        form={form}
        required
        value={unit?.kind ?? 'division'}
        options={unitKinds.map((kind) => ({ value: kind, label: t(`organization.unit-kind.${kind}`) }))}
      />
      <TextField
        name="sort"
        label={labels.sort}
        hint={t('organization.field.sort-hint')}
        form={form}
        required
        inputMode="numeric"
        value={String(unit?.sort ?? 99)}
      />
      <DaysFields form={form} from={unit?.validFrom ?? props.today} until={unit?.validUntil} />
    </RecordForm>
  );
}
