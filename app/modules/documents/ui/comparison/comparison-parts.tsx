import { useT } from '#app/i18n/reader.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { Stamp, type StampKind } from '#app/ui/stamp.tsx';
import type { ToldComparison } from '../../comparison/comparison.server.ts';
import { Words } from '../text-changes.tsx';

const looks: Record<ToldComparison['sections'][number]['change'], StampKind> = {
  unchanged: 'closed',
  changed: 'in-review',
  added: 'released',
  removed: 'withdrawn',
};

/** What two revisions say differently: in the terms of the field first, then word by word. */
export function ComparisonParts({ compared }: { compared: ToldComparison }) {
  const t = useT();
  const { head, sections, same } = compared;
  if (head.length === 0 && sections.length === 0) return <p className="quiet">{t('comparison.page.same')}</p>;
  return (
    <>
      {head.length > 0 ? (
        <Panel title={t('comparison.page.head')}>
          <Sentences sentences={head} />
        </Panel>
      ) : null}
      {sections.map((section) => (
        <Panel
          key={`${section.change} ${section.id}`}
          id={section.id}
          title={<InLanguage>{section.title}</InLanguage>}
          actions={<Stamp kind={looks[section.change]}>{t(`comparison.page.${section.change}`)}</Stamp>}
        >
          <Sentences sentences={section.sentences} />
          {section.words.length > 0 ? (
            <details open={section.sentences.length === 0}>
              <summary>{t('comparison.page.words')}</summary>
              <div className="changes" lang="vi">
                <Words words={section.words} />
              </div>
            </details>
          ) : null}
        </Panel>
      ))}
      {same > 0 ? <p className="quiet">{t('comparison.page.unchanged-count', { count: same })}</p> : null}
    </>
  );
}

export function Sentences({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <ul className="field-changes">
      {sentences.map((sentence, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences of one comparison may repeat and never move
        <li key={at}>{sentence}</li>
      ))}
    </ul>
  );
}
