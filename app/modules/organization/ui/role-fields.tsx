import { useLocale, useT } from '#app/i18n/reader.tsx';
import { type FormState, SelectField, TextArea, TextField } from '#app/ui/form-field.tsx';
import type { Position } from '../positions.server.ts';
import { roleKinds } from '../role.ts';
import type { Role } from '../roles.server.ts';
import { DaysFields, useDayLabels } from './days-fields.tsx';
import { KeyField, NameFields, useNameLabels } from './name-fields.tsx';
import { RecordForm } from './record-form.tsx';

export function RoleForm({ form, known, back }: { form: FormState; known: Role | null; back: string }) {
  const t = useT();
  const labels = {
    ...useNameLabels(),
    kind: t('organization.field.kind'),
    aliases: t('organization.field.aliases'),
  };
  return (
    <RecordForm form={form} labels={labels} submit={t('organization.save')} back={back}>
      <KeyField form={form} recorded={known?.key} />
      <SelectField
        name="kind"
        label={labels.kind}
        form={form}
        required
        value={known?.kind ?? 'own'}
        options={roleKinds.map((kind) => ({ value: kind, label: t(`organization.role-kind.${kind}`) }))}
      />
      <NameFields form={form} named={known} />
      <TextArea
        name="aliases"
        label={labels.aliases}
        hint={t('organization.field.aliases-hint')}
        form={form}
        value={known?.aliases.join('\n')}
      />
    </RecordForm>
  );
}

export function MappingFields(props: {
  form: FormState;
  role: Role;
  positions: readonly Position[];
  today: string;
  back: string;
}) {
  const { form } = props;
  const t = useT();
  const locale = useLocale();
  const labels = {
    ...useDayLabels(),
    positionId: t('organization.field.position'),
    field: t('organization.field.field'),
  };
  return (
    <RecordForm form={form} labels={labels} submit={t('organization.mapping.record')} back={props.back}>
      <input type="hidden" name="roleKey" value={props.role.key} />
      <SelectField
        name="positionId"
        label={labels.positionId}
        form={form}
        required
        none={t('organization.choose')}
        options={props.positions.map((position) => ({
          value: position.id,
          label:
            locale === 'vi'
              ? `${position.nameVi} – ${position.unitNameVi}`
              : `${position.nameEn} – ${position.unitNameEn}`,
        }))}
      />
      <TextField
        name="field"
        label={labels.field}
        hint={t('organization.field.field-hint')}
        form={form}
        maxLength={60}
      />
      <DaysFields form={form} from={props.today} />
    </RecordForm>
  );
}
