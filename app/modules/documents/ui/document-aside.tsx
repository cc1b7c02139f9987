import { Link } from '@remix-run/react';
import { useLocale, useT } from '#app/i18n/reader.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Panel } from '#app/ui/panel.tsx';
import type { ForceState } from '../in-force.ts';
import { revisionPath } from '../paths.ts';
import type { PlaceInSystem } from '../reading/place-in-system.server.ts';
import { DayChoice } from './on-day.tsx';
import { PlaceFacts } from './place-facts.tsx';
import { type ShownSignature, SignOff } from './sign-off.tsx';
import { RevisionStamp } from './stamps.tsx';

interface AsideProps {
  on: string;
  unit: { name_vi: string; name_en: string } | null;
  current: {
    in_force_from: string;
    in_force_until: string | null;
    decision_number: string;
    signed_on: string;
    kind: string;
  } | null;
  nextReview: string | null;
  mySteps: { stepKey: string; stepOrder: number; stepTitle: string; letters: string[] }[];
  signatures: ShownSignature[];
  place: PlaceInSystem;
  revisions: {
    id: string;
    number: number;
    issue: number;
    amendment: number;
    state: string;
    change_summary: string;
    force: ForceState;
  }[];
}

/** What this document asks of the reader. */
export function MySteps({ steps }: { steps: AsideProps['mySteps'] }) {
  const t = useT();
  if (steps.length === 0) return null;
  return (
    <Panel title={t('documents.my-steps')}>
      <ol className="plain my-steps">
        {steps.map((step) => (
          <li key={`${step.stepKey} ${step.letters.join('')}`}>
            <a href={`#step-${step.stepKey}`}>
              {step.stepOrder}. {step.stepTitle}
            </a>
            <span className="quiet line">
              {step.letters.map((letter) => t(`documents.letter.${letter}`)).join(', ')}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** What the printed page has around its text: my steps first, then sign-off, place in the system and history. */
export function DocumentAside({
  on,
  unit,
  current,
  nextReview,
  mySteps,
  signatures,
  place,
  revisions,
}: AsideProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <div className="my-steps-beside">
        <MySteps steps={mySteps} />
      </div>
      <Panel title={t('documents.sign-off')}>
        <SignOff signatures={signatures} />
      </Panel>
      <Panel title={t('documents.place.title')}>
        <KeyValues
          facts={[
            {
              key: 'unit',
              label: t('documents.field.unit'),
              value: unit ? (locale === 'en' ? unit.name_en : unit.name_vi) : '',
            },
            {
              key: 'from',
              label: t('documents.field.in-force-from'),
              value: current ? <DayText day={current.in_force_from} /> : '',
            },
            {
              key: 'until',
              label: t('documents.field.in-force-until'),
              value: current?.in_force_until ? <DayText day={current.in_force_until} /> : '',
            },
            {
              key: 'review',
              label: t('documents.field.next-review'),
              value: nextReview ? <DayText day={nextReview} /> : '',
            },
            {
              key: 'decision',
              label: t('documents.field.decision'),
              value: current ? (
                <>
                  {current.decision_number}, <DayText day={current.signed_on} />
                </>
              ) : (
                ''
              ),
            },
          ]}
        />
        <PlaceFacts place={place} />
      </Panel>
      <Panel title={t('documents.revisions')}>
        <ol className="plain revisions">
          {revisions.map((one) => (
            <li key={one.id}>
              <Link to={revisionPath(one.id)}>
                {t('documents.issue-amended', { issue: one.issue, amendment: one.amendment })}
              </Link>{' '}
              <RevisionStamp state={one.state} force={one.force} />
              {one.change_summary ? <span className="quiet line">{one.change_summary}</span> : null}
            </li>
          ))}
        </ol>
        <DayChoice on={on} />
      </Panel>
    </>
  );
}
