import { useT } from '#app/i18n/reader.tsx';
import { Filters } from '#app/ui/filters.tsx';
import { TextField } from '#app/ui/form-field.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** "Who held this on 3 March?": any page of the organisation can be asked for another day. */
export function DayFilter({ day, today }: { day: string; today: string }) {
  const t = useT();
  return (
    <>
      <Filters label={t('organization.as-of')}>
        <TextField name="day" type="date" label={t('organization.as-of')} required value={day} />
      </Filters>
      <OtherDayNotice day={day} today={today} />
    </>
  );
}

export function OtherDayNotice({ day, today }: { day: string; today: string }) {
  const t = useT();
  if (day === today) return null;
  return (
    <Notice>
      <p>
        {t('organization.as-of-other')} <DayText day={day} />.
      </p>
    </Notice>
  );
}
