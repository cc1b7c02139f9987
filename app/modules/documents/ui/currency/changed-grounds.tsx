import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { currencyTaskPath } from '../../currency/paths.ts';
import type { ShownTask } from '../../currency/tasks.server.ts';
import { ChangeSentence } from './task-table.tsx';

/** "Căn cứ đã thay đổi" above a text: what changed, which steps name it, and until when it must be followed. */
export function ChangedGrounds({ tasks }: { tasks: readonly ShownTask[] }) {
  const t = useT();
  if (tasks.length === 0) return null;
  return (
    <Notice kind="warning" title={t('currency.mark')}>
      <ul className="plain">
        {tasks.map((task) => (
          <li key={task.id}>
            <Link to={currencyTaskPath(task.id)}>
              <ChangeSentence task={task} />
            </Link>
            {task.places.length > 0 ? (
              <span className="line">
                {t('currency.places')}{' '}
                {task.places.map((place, at) => (
                  <span key={place.key}>
                    {at > 0 ? '; ' : ''}
                    <a href={`#${place.isStep ? 'step-' : ''}${place.key}`}>{place.title}</a>
                  </span>
                ))}
              </span>
            ) : null}
            <span className="line">
              {t('currency.field.due')} <DayText day={task.due} />
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
