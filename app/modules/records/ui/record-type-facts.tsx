import { Form, Link } from '@remix-run/react';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { documentPath } from '#app/modules/documents/paths.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { RadioField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { type FormState, TextField } from '#app/ui/form-field.tsx';
import { InLanguage, Title } from '#app/ui/in-language.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Panel } from '#app/ui/panel.tsx';
import type { RecordType } from '../record-type.ts';
import type { historyOfType } from '../record-types.server.ts';
import { readRetention } from '../retention.ts';
import { RetentionText } from './retention-text.tsx';

export function RecordTypeFacts({ type }: { type: RecordType }) {
  const t = useT();
  const locale = useLocale();
  return (
    <KeyValues
      facts={[
        {
          key: 'document',
          label: t('records.types.document'),
          value: (
            <Link to={documentPath(type.documentId)}>
              {type.code} <Title vi={type.titleVi} en={type.titleEn} />
            </Link>
          ),
        },
        {
          key: 'keeper',
          label: t('records.field.keeper'),
          value: type.keepers.map((one) => (locale === 'en' ? one.en : one.vi)).join('; '),
        },
        { key: 'forms', label: t('records.types.forms'), value: type.forms.join(', ') },
        {
          key: 'retention',
          label: t('records.types.retention-in-text'),
          value: <RetentionText written={type.retention} />,
        },
        {
          key: 'stated',
          label: t('records.types.retention-stated'),
          value: type.stated?.retention ? <RetentionText written={type.stated.retention} /> : '',
        },
        {
          key: 'place',
          label: t('records.field.place'),
          value: type.stated?.place ? <InLanguage>{type.stated.place}</InLanguage> : '',
        },
        {
          key: 'ground',
          label: t('records.field.ground'),
          value: type.stated?.legalGround ? <InLanguage>{type.stated.legalGround}</InLanguage> : '',
        },
      ]}
    />
  );
}

export function TypeFactForm({ type, today, form }: { type: RecordType; today: string; form: FormState }) {
  const t = useT();
  const open = readRetention(type.retention).kind === 'unknown';
  const stated = type.stated?.retention ? readRetention(type.stated.retention) : null;
  const labels = {
    from: t('records.types.from'),
    place: t('records.field.place'),
    legalGround: t('records.field.ground'),
    retention: t('records.field.retention'),
    years: t('records.types.years'),
    event: t('records.types.event'),
  };
  return (
    <Panel title={t('records.types.state')} id="state">
      <ErrorSummary form={form} labels={labels} />
      <Form method="post">
        <TextField name="from" type="date" label={labels.from} value={today} required form={form} />
        <TextField
          name="place"
          label={labels.place}
          hint={t('records.types.place-hint')}
          value={type.stated?.place}
          maxLength={300}
          form={form}
        />
        <TextField
          name="legalGround"
          label={labels.legalGround}
          hint={t('records.types.ground-hint')}
          value={type.stated?.legalGround}
          maxLength={500}
          form={form}
        />
        {open ? (
          <>
            <RadioField
              name="retention"
              label={labels.retention}
              hint={t('records.types.retention-hint')}
              value={chosenKind(stated)}
              form={form}
              options={[
                { value: '', label: t('records.retention.unknown') },
                { value: 'years', label: t('records.types.kind-years') },
                { value: 'until', label: t('records.types.kind-until') },
                { value: 'permanent', label: t('records.retention.permanent') },
              ]}
            />
            <TextField
              name="years"
              label={labels.years}
              inputMode="numeric"
              maxLength={3}
              value={stated?.kind === 'period' ? String(stated.months / 12) : ''}
              form={form}
            />
            <TextField
              name="event"
              label={labels.event}
              maxLength={300}
              value={stated?.kind === 'until' ? stated.event : ''}
              form={form}
            />
          </>
        ) : null}
        <Actions>
          <Button>{t('records.types.submit')}</Button>
        </Actions>
      </Form>
    </Panel>
  );
}

function chosenKind(stated: ReturnType<typeof readRetention> | null): string {
  if (stated?.kind === 'period') return 'years';
  return stated?.kind === 'until' || stated?.kind === 'permanent' ? stated.kind : '';
}

export function TypeHistory({ history }: { history: Awaited<ReturnType<typeof historyOfType>> }) {
  const t = useT();
  if (history.length === 0) return null;
  return (
    <Panel title={t('records.types.history')} id="history">
      <ol className="plain revisions">
        {history.map((one) => (
          <li key={one.id}>
            {t('records.types.from')} <DayText day={one.valid_from} />, {one.recordedByName}
            <span className="line" lang="vi">
              {[one.place, one.legal_ground].filter(Boolean).join('; ')}
            </span>
            {one.retention ? (
              <span className="line">
                <RetentionText written={one.retention} />
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
