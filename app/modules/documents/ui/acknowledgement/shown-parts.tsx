import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { placeOfPart } from '../../acknowledgement/paths.ts';
import type { ShownPart } from '../../acknowledgement/shown-parts.ts';
import { revisionPath } from '../../paths.ts';
import { Words } from '../text-changes.tsx';

/** The parts that are asked, each with what changed in it since its reader signed last. */
export function ShownParts(props: {
  parts: readonly ShownPart[];
  against: { id: string; issue: number; amendment: number } | null;
  language: string;
}) {
  const { parts, against, language } = props;
  const t = useT();
  return (
    <>
      {against ? (
        <p className="quiet">
          {t('acknowledgement.against')}{' '}
          <Link to={revisionPath(against.id)}>{t('documents.issue-amended', against)}</Link>
        </p>
      ) : null}
      {parts.map((part) => (
        <Panel key={part.key} id={placeOfPart(part.key)} title={<PartTitle part={part} />}>
          <p className="quiet">
            {t(`acknowledgement.part.${wordsChanged(part) ? part.change : 'same-words'}`)}
          </p>
          {part.sentences.length > 0 ? (
            <ul>
              {part.sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          ) : null}
          <div lang={language} className="changes">
            <Words words={part.words} />
          </div>
        </Panel>
      ))}
    </>
  );
}

/** A step may change in its time or its role while its words stay. */
function wordsChanged({ change, words }: ShownPart): boolean {
  return change !== 'changed' || words.some((word) => word.change !== 'same');
}

function PartTitle({ part }: { part: ShownPart }) {
  const t = useT();
  return part.number === null
    ? part.title
    : t('acknowledgement.part.step', { number: part.number, title: part.title });
}
