import { useLocale, useT } from '#app/i18n/reader.tsx';
import { documentKinds } from '#app/mdx/compiled-document.ts';
import { CheckboxesField } from '#app/ui/choice-field.tsx';
import { type FormState, SelectField, TextArea, TextField } from '#app/ui/form-field.tsx';
import type { ListedOfficer } from '../officers.server.ts';
import type { Role } from '../roles.server.ts';
import { DaysFields, useDayLabels } from './days-fields.tsx';
import { RecordForm } from './record-form.tsx';

export function useDelegationLabels() {
  const t = useT();
  return {
    ...useDayLabels(),
    fromOfficerId: t('organization.delegation.from'),
    toOfficerId: t('organization.delegation.to'),
    roleKeys: t('organization.delegation.tasks'),
    approvalKinds: t('organization.delegation.approvals'),
    conditions: t('organization.delegation.conditions'),
    decisionNumber: t('organization.delegation.decision'),
  };
}

/** A refusal names the task or kind by its key; the form says it by its name. */
function useNamedRefusal(form: FormState, roles: readonly Role[]): FormState {
  const t = useT();
  const locale = useLocale();
  const item = form?.refusal?.details.item;
  if (!form?.refusal || item === undefined) return form;
  const role = roles.find((one) => one.key === item);
  const roleName = role && (locale === 'vi' ? role.nameVi : role.nameEn);
  const details = { ...form.refusal.details, item: roleName ?? t(`documents.kind.${item}`) };
  return { ...form, refusal: { ...form.refusal, details } };
}

export function DelegationFields(props: {
  form: FormState;
  officers: readonly ListedOfficer[];
  roles: readonly Role[];
  from?: string;
  today: string;
  back: string;
}) {
  const form = useNamedRefusal(props.form, props.roles);
  const t = useT();
  const locale = useLocale();
  const labels = useDelegationLabels();
  const people = props.officers.map((officer) => {
    const held = officer.positions.map((one) => (locale === 'vi' ? one.nameVi : one.nameEn)).join(', ');
    return { value: officer.id, label: held ? `${officer.name} – ${held}` : officer.name };
  });
  return (
    <RecordForm form={form} labels={labels} submit={t('organization.delegation.record')} back={props.back}>
      <SelectField
        name="fromOfficerId"
        label={labels.fromOfficerId}
        form={form}
        required
        none={t('organization.choose')}
        value={props.from}
        options={people}
      />
      <SelectField
        name="toOfficerId"
        label={labels.toOfficerId}
        form={form}
        required
        none={t('organization.choose')}
        options={people}
      />
      <TextField
        name="decisionNumber"
        label={labels.decisionNumber}
        hint={t('organization.delegation.decision-hint')}
        form={form}
        required
        maxLength={200}
      />
      <DaysFields form={form} from={props.today} untilRequired />
      <CheckboxesField
        name="approvalKinds"
        label={labels.approvalKinds}
        hint={t('organization.delegation.approvals-hint')}
        form={form}
        options={documentKinds.map((kind) => ({
          value: kind,
          label: t(`documents.kind.${kind}`),
        }))}
      />
      <CheckboxesField
        name="roleKeys"
        label={labels.roleKeys}
        hint={t('organization.delegation.tasks-hint')}
        form={form}
        options={props.roles.map((role) => ({
          value: role.key,
          label: locale === 'vi' ? role.nameVi : role.nameEn,
        }))}
      />
      <TextArea name="conditions" label={labels.conditions} form={form} rows={3} maxLength={2000} />
    </RecordForm>
  );
}
