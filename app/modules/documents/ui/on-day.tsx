import { Form, Link, useLocation } from '@remix-run/react';
import { formatDay, formatInstant } from '#app/i18n/day-format.ts';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { ForceState } from '../in-force.ts';

const coming = new Set<ForceState>(['not-yet-in-force', 'awaiting-acknowledgement']);

/** Says which day the page is for, when that is not today, and what may not be used any more. */
export function OnDay(props: { on: string; today: string; knownAt: string | null; force: ForceState }) {
  const { on, today, knownAt, force } = props;
  const t = useT();
  const locale = useLocale();
  const { pathname } = useLocation();
  const stale = force === 'superseded' || force === 'withdrawn' || force === 'expired';
  if (on === today && !knownAt && force === 'awaiting-acknowledgement') {
    return <Notice title={t('documents.stale.awaiting-acknowledgement')} />;
  }
  if (on === today && !knownAt) {
    return stale ? <Notice kind="refused" title={t(`documents.stale.${force}`)} /> : null;
  }
  return (
    <Notice kind="warning" title={t('documents.on-day', { day: formatDay(locale, on) })}>
      {knownAt ? <p>{t('documents.known-at', { at: formatInstant(locale, knownAt) })}</p> : null}
      {stale || coming.has(force) ? <p>{t(`documents.stale.${force}`)}</p> : null}
      <Link to={pathname}>{t('documents.on-today')}</Link>
    </Notice>
  );
}

/** Chooses the day. */
export function DayChoice({ on }: { on: string }) {
  const t = useT();
  return (
    <Form method="get" className="day-choice">
      <label htmlFor="field-on">{t('documents.filter.on')}</label>
      <input id="field-on" type="date" name="on" defaultValue={on} required />
      <button type="submit" className="button button-secondary">
        {t('documents.on-day-show')}
      </button>
    </Form>
  );
}
