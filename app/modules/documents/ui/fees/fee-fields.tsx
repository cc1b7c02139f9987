import { Form } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { type FormState, type Option, SelectField, TextArea, TextField } from '#app/ui/form-field.tsx';
import { feesPath } from '../../fees/paths.ts';

interface Given {
  nameVi: string;
  nameEn: string;
  amount: number | null;
  unit: string;
  legalBasis: string | null;
  note: string;
}

/** What an item costs from a day on; a new item has its key beside. */
export function FeeFields(props: { form: FormState; given?: Given; choices: readonly Option[] }) {
  const { form, given, choices } = props;
  const t = useT();
  const names = [
    'item',
    'nameVi',
    'nameEn',
    'amount',
    'unit',
    'legalBasis',
    'note',
    'validFrom',
    'validUntil',
  ];
  const labels = Object.fromEntries(names.map((name) => [name, t(`fees.field.${name}`)]));
  return (
    <>
      <ErrorSummary form={form} labels={labels} />
      <Form method="post">
        {given ? null : (
          <TextField
            name="item"
            label={labels.item}
            hint={t('fees.field.item-hint')}
            required
            maxLength={64}
            form={form}
          />
        )}
        <TextField
          name="nameVi"
          label={labels.nameVi}
          required
          maxLength={300}
          form={form}
          value={given?.nameVi}
        />
        <TextField
          name="nameEn"
          label={labels.nameEn}
          required
          maxLength={300}
          form={form}
          value={given?.nameEn}
        />
        <TextField
          name="amount"
          inputMode="numeric"
          label={labels.amount}
          hint={t('fees.field.amount-hint')}
          form={form}
          value={given?.amount === null || given === undefined ? '' : String(given.amount)}
        />
        <TextField
          name="unit"
          label={labels.unit}
          hint={t('fees.field.unit-hint')}
          required
          maxLength={60}
          form={form}
          value={given?.unit ?? ''}
        />
        <SelectField
          name="legalBasis"
          label={labels.legalBasis}
          none={t('legal.none')}
          options={choices}
          form={form}
          value={given?.legalBasis ?? ''}
        />
        <TextArea name="note" label={labels.note} rows={2} maxLength={1000} form={form} value={given?.note} />
        <TextField name="validFrom" type="date" label={labels.validFrom} required form={form} />
        <TextField name="validUntil" type="date" label={labels.validUntil} form={form} />
        <Actions>
          <Button>{t('legal.save')}</Button>
          <ButtonLink to={feesPath} kind="quiet">
            {t('legal.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  );
}
