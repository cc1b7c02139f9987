import { Link } from '@remix-run/react';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import type { ShownTask } from '../../currency/tasks.server.ts';
import { basisPath } from '../../legal/paths.ts';
import { documentPath } from '../../paths.ts';
import { procedurePath } from '../../tthc/paths.ts';
import { ChangeSentence } from './task-table.tsx';

/** What a task is about: the change, where the text names it, whose it is and until when. */
export function TaskFacts({ task }: { task: ShownTask }) {
  const t = useT();
  const locale = useLocale();
  const { change, document, heads, places } = task;
  const facts = [
    { key: 'change', value: <ChangeSentence task={task} /> },
    {
      key: 'law',
      value: (
        <span lang="vi">
          <Link to={change.subject === 'tthc' ? procedurePath(change.key) : basisPath(change.key)}>
            {task.subjectName}
          </Link>{' '}
          {task.subjectTitle}
        </span>
      ),
    },
    { key: 'note', value: change.note ? <span lang="vi">{change.note}</span> : '' },
    {
      key: 'places',
      value:
        places.length > 0 ? (
          <ul className="plain">
            {places.map((place) => (
              <li key={place.key}>
                <a href={`${documentPath(document.id)}#${place.isStep ? 'step-' : ''}${place.key}`}>
                  {t(place.isStep ? 'currency.step' : 'currency.section', { title: place.title })}
                </a>
              </li>
            ))}
          </ul>
        ) : (
          t('currency.whole-document')
        ),
    },
    {
      key: 'who',
      value: [
        heads.map((head) => head.name).join(', ') || t('currency.quality-officer'),
        (locale === 'en' ? document.unitEn : document.unitVi) ?? '',
      ]
        .filter(Boolean)
        .join(' – '),
    },
    {
      key: 'due',
      value: (
        <>
          <DayText day={task.due} />
          <span className="quiet line">{t('currency.due-ground')}</span>
        </>
      ),
    },
  ];
  return <KeyValues facts={facts.map((fact) => ({ ...fact, label: t(`currency.field.${fact.key}`) }))} />;
}

/** What was written down about a document and changes of law. */
export function TaskHistory(props: {
  history: readonly {
    id: string;
    kind: string;
    subject_key: string;
    reason: string;
    recorded_at: string;
    name: string | null;
  }[];
}) {
  const t = useT();
  return (
    <Timeline
      label={t('currency.history')}
      happenings={props.history.map((fact) => ({
        key: fact.id,
        at: fact.recorded_at,
        who: fact.name ?? t('ui.product'),
        what: `${t(`currency.fact.${fact.kind}`)} (${fact.subject_key})`,
        note: fact.reason,
      }))}
    />
  );
}
