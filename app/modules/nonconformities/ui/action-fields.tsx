import { useT } from '#app/i18n/reader.tsx';
import { type FormState, type Option, SelectField, TextField } from '#app/ui/form-field.tsx';
import { actionCount } from '../action-count.ts';
import type { CasePage, Choices } from '../stage-page.server.ts';
import { useOfficerOptions } from './choices.tsx';

const parts = ['what', 'owner', 'due', 'revises'] as const;

export function useActionLabels(): Record<string, string> {
  const t = useT();
  const labels: Record<string, string> = {};
  for (let n = 1; n <= actionCount; n++) {
    for (const part of parts)
      labels[`${part}${n}`] = `${t('nonconformities.action', { n })}, ${t(`nonconformities.action.${part}`)}`;
  }
  return labels;
}

interface Props {
  page: CasePage;
  officers: Choices['officers'];
  documents: readonly Option[];
  form: FormState;
}

/** Rows of the plan: those already written and still open, then empty ones. An empty row is no action. */
export function ActionFields({ page, officers, documents, form }: Props) {
  const t = useT();
  const people = useOfficerOptions(officers);
  const open = page.actions.filter((action) => action.proofs.length === 0);
  const typed = Object.keys(form?.values ?? {}).length > 0 ? actionCount : 0;
  const count = Math.min(actionCount, Math.max(open.length + 2, 4, typed));
  return (
    <>
      {Array.from({ length: count }, (_, at) => at + 1).map((n) => {
        const action = open[n - 1];
        const required = n === 1;
        return (
          <fieldset key={n} className="action-row">
            <legend>{t('nonconformities.action', { n })}</legend>
            <TextField
              name={`what${n}`}
              label={t('nonconformities.action.what')}
              required={required}
              maxLength={1000}
              value={action?.what}
              form={form}
            />
            <SelectField
              name={`owner${n}`}
              label={t('nonconformities.action.owner')}
              required={required}
              none=""
              options={people}
              value={action?.ownerId}
              form={form}
            />
            <TextField
              name={`due${n}`}
              type="date"
              label={t('nonconformities.action.due')}
              required={required}
              min={page.today}
              value={action?.dueOn}
              form={form}
            />
            <SelectField
              name={`revises${n}`}
              label={t('nonconformities.action.revises')}
              none={t('nonconformities.action.revises-none')}
              options={documents}
              value={action?.revises?.documentId}
              form={form}
            />
          </fieldset>
        );
      })}
    </>
  );
}
