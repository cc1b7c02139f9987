import { Form } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { type FormState, type Option, SelectField, TextArea, TextField } from '#app/ui/form-field.tsx';
import { legalBasisKinds } from '../../legal/basis-form.ts';
import { legalBasisStatuses } from '../../legal/basis-status.ts';

interface Given {
  kind: string;
  numberSign: string;
  issuer: string;
  title: string;
  signedOn: string | null;
  inForceFrom: string | null;
  inForceUntil: string | null;
  recordedStatus: string;
  replacedBy: string | null;
  note: string;
}

/** The facts of a law, new or looked up again; a change needs its reason. */
export function BasisFields(props: {
  form: FormState;
  given?: Given;
  choices: readonly Option[];
  back: string;
}) {
  const { form, given, choices, back } = props;
  const t = useT();
  const names = ['kind', 'numberSign', 'issuer', 'title', 'signedOn', 'inForceFrom', 'inForceUntil'];
  const labels = Object.fromEntries(
    [...names, 'status', 'replacedBy', 'note', 'reason'].map((name) => [name, t(`legal.field.${name}`)]),
  );
  return (
    <>
      <ErrorSummary form={form} labels={labels} />
      <Form method="post">
        <SelectField
          name="kind"
          label={labels.kind}
          required
          form={form}
          value={given?.kind ?? 'nghi-dinh'}
          options={legalBasisKinds.map((kind) => ({ value: kind, label: t(`documents.legal.kind.${kind}`) }))}
        />
        <TextField
          name="numberSign"
          label={labels.numberSign}
          hint={t('legal.field.numberSign-hint')}
          required
          maxLength={120}
          form={form}
          value={given?.numberSign}
        />
        <TextField
          name="issuer"
          label={labels.issuer}
          required
          maxLength={200}
          form={form}
          value={given?.issuer}
        />
        <TextArea
          name="title"
          label={labels.title}
          required
          rows={2}
          maxLength={1000}
          form={form}
          value={given?.title}
        />
        <TextField
          name="signedOn"
          type="date"
          label={labels.signedOn}
          form={form}
          value={given?.signedOn ?? ''}
        />
        <TextField
          name="inForceFrom"
          type="date"
          label={labels.inForceFrom}
          form={form}
          value={given?.inForceFrom ?? ''}
        />
        <TextField
          name="inForceUntil"
          type="date"
          label={labels.inForceUntil}
          hint={t('legal.field.inForceUntil-hint')}
          form={form}
          value={given?.inForceUntil ?? ''}
        />
        <SelectField
          name="status"
          label={labels.status}
          hint={t('legal.field.status-hint')}
          required
          form={form}
          value={given?.recordedStatus ?? 'in-force'}
          options={legalBasisStatuses.map((status) => ({
            value: status,
            label: t(`documents.legal.status.${status}`),
          }))}
        />
        <SelectField
          name="replacedBy"
          label={labels.replacedBy}
          hint={t('legal.field.replacedBy-hint')}
          none={t('legal.none')}
          form={form}
          value={given?.replacedBy ?? ''}
          options={choices}
        />
        <TextArea name="note" label={labels.note} rows={2} maxLength={2000} form={form} value={given?.note} />
        {given ? (
          <TextField
            name="reason"
            label={labels.reason}
            hint={t('legal.field.reason-hint')}
            required
            maxLength={500}
            form={form}
          />
        ) : null}
        <Actions>
          <Button>{t('legal.save')}</Button>
          <ButtonLink to={back} kind="quiet">
            {t('legal.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
}
