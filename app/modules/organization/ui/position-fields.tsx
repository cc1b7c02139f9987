import { useLocale, useT } from '#app/i18n/reader.tsx';
import { CheckboxesField, CheckboxField } from '#app/ui/choice-field.tsx';
import { type FormState, SelectField, TextField } from '#app/ui/form-field.tsx';
import type { Position } from '../positions.server.ts';
import type { Role } from '../roles.server.ts';
import type { Unit } from '../units.server.ts';
import { DaysFields, useDayLabels } from './days-fields.tsx';
import { KeyField, NameFields, useNameLabels } from './name-fields.tsx';
import { RecordForm } from './record-form.tsx';

interface PositionFormProps {
  form: FormState;
  position: Position | null;
  units: readonly Unit[];
  /** Roles a new position may fill, and those it fills unless unticked. */
  roles?: readonly Role[];
  rolesTicked?: readonly string[];
  unitId?: string;
  today: string;
  back: string;
}

export function PositionForm(props: PositionFormProps) {
  const { form, position } = props;
  const t = useT();
  const locale = useLocale();
  const labels = {
    ...useNameLabels(),
    ...useDayLabels(),
    unitId: t('organization.field.unit'),
    seats: t('organization.field.seats'),
    sort: t('organization.field.sort'),
    roleKeys: t('organization.field.roles'),
  };
  return (
    <RecordForm form={form} labels={labels} submit={t('organization.save')} back={props.back}>
      <KeyField form={form} recorded={position?.key} />
      <SelectField
        name="unitId"
        label={labels.unitId}
        form={form}
        required
        value={position?.unitId ?? props.unitId}
        options={props.units.map((unit) => ({
          value: unit.id,
          label: locale === 'vi' ? unit.nameVi : unit.nameEn,
        }))}
      />
      <NameFields form={form} named={position} />
      <TextField
        name="seats"
        label={labels.seats}
        hint={t('organization.field.seats-hint')}
        form={form}
        required
        inputMode="numeric"
        value={String(position?.seats ?? 1)}
      />
      <CheckboxField
        name="isHead"
        label={t('organization.field.head')}
        form={form}
        checked={position?.isHead ?? false}
      />
      <TextField
        name="sort"
        label={labels.sort}
        hint={t('organization.field.sort-hint')}
        form={form}
        required
        inputMode="numeric"
        value={String(position?.sort ?? 99)}
      />
      <DaysFields form={form} from={position?.validFrom ?? props.today} until={position?.validUntil} />
      {props.roles ? (
        <CheckboxesField
          name="roleKeys"
          label={labels.roleKeys}
          hint={t('organization.field.roles-hint')}
          form={form}
          values={props.rolesTicked ?? []}
          options={props.roles.map((role) => ({
            value: role.key,
            label: locale === 'vi' ? role.nameVi : role.nameEn,
          }))}
        />
      ) : null}
    </RecordForm>
  );
}
