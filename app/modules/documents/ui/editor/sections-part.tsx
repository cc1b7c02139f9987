import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import type { ShownFinding } from '#app/ui/finding-list.tsx';
import { type FormView, named, type ViewProse } from '../../editor/form-view.ts';
import { fixedSections } from '../../import/section-heads.ts';
import { ChoiceCell, ProseCell, TextCell } from './fields.tsx';
import { useFacts } from './form-facts.tsx';
import { findingsAt, RowFrame } from './row-frame.tsx';

const partOfList: Readonly<Record<string, string>> = {
  Steps: 'steps',
  Dossier: 'papers',
  Record: 'records',
  Abbreviation: 'abbreviations',
  Field: 'fields',
  Rule: 'rules',
};

/** Every section with its title and its words; lists of their own kind have a part of their own. */
export function SectionsPart({ findings }: { findings: readonly ShownFinding[] }) {
  const t = useT();
  const { view } = useFacts();
  const sections = named(view, 'Section');
  const present = new Set(sections.map((one) => one.values.id));
  const missing = view.kind === 'procedure' ? fixedSections.filter((one) => !present.has(one.id)) : [];
  return (
    <>
      <p className="hint">{t('editor.prose.hint')}</p>
      {view.prose.map((prose) => (
        <Stretch key={prose.stretch} of={-1} prose={prose} label={t('editor.prose.outside')} />
      ))}
      {sections.map((section, now) => (
        <RowFrame
          key={section.at}
          id={`row-Section-${section.values.id}`}
          at={section.at}
          name={section.values.title ?? ''}
          title={<span lang="vi">{`${now + 1}. ${section.values.title}`}</span>}
          place={{ now, of: sections.length }}
          findings={[
            ...findingsAt(view, findings, 'sections', section.at),
            ...named(view, 'Note', section.at).flatMap((note) =>
              findingsAt(view, findings, 'sections', note.at),
            ),
          ]}
        >
          <TextCell
            name={`c${section.at}.title`}
            label={t('editor.section.title')}
            value={section.values.title ?? ''}
          />
          <TextCell
            name={`c${section.at}.id`}
            label={t('editor.id')}
            hint={t('editor.section.id-hint')}
            value={section.values.id ?? ''}
          />
          <Body of={section.at} />
        </RowFrame>
      ))}
      <div className="actions">
        {missing.map((section) => (
          <button
            key={section.id}
            type="submit"
            className="button button-secondary"
            name="act"
            value={`add:Section:${section.id}`}
          >
            {t('editor.section.add-missing')} <span lang="vi">{section.title}</span>
          </button>
        ))}
        <button type="submit" className="button button-secondary" name="act" value="add:Section:">
          {t('editor.section.add')}
        </button>
      </div>
    </>
  );
}

/** Words and parts of a body in the order of the text; at least one place to write. */
export function Body({ of, least = 4 }: { of: number; least?: number }) {
  const t = useT();
  const { view } = useFacts();
  const own = view.components[of];
  const parts = view.components.filter((one) => one.parent === of && !one.inline && one.name !== 'Time');
  const pieces: { start: number; piece: ViewProse | FormView['components'][number] }[] = [
    ...(own?.prose ?? []).map((prose) => ({ start: prose.start, piece: prose })),
    ...parts.map((part) => ({ start: part.start, piece: part })),
  ].sort((a, b) => a.start - b.start);
  const label = own?.name === 'Step' ? t('editor.step.work') : t('editor.prose.words');
  return (
    <>
      {pieces.map(({ piece }, index) => {
        if ('stretch' in piece)
          return <Stretch key={`p${piece.stretch}`} of={of} prose={piece} label={label} least={least} />;
        if (piece.name === 'Note') return <NoteCells key={piece.at} note={piece} />;
        const before = pieces[index - 1]?.piece;
        // Rows of one list are said once.
        if (before && 'name' in before && before.name === piece.name) return null;
        return <ListLink key={piece.at} name={piece.name} />;
      })}
      {own && own.prose.length === 0 ? (
        <ProseCell name={`p${of}.0`} label={label} value="" least={least} />
      ) : null}
    </>
  );
}

function ListLink({ name }: { name: string }) {
  const t = useT();
  const part = partOfList[name];
  if (!part || name === 'Field') return null;
  return (
    <p className="cell cell-wide quiet">
      <Link to={`?part=${part}`}>{t(`editor.part.${part}`)}</Link>
    </p>
  );
}

function NoteCells({ note }: { note: FormView['components'][number] }) {
  const t = useT();
  return (
    <div className="cell-wide editor-note">
      <ChoiceCell
        name={`c${note.at}.kind`}
        label={t('editor.note.kind')}
        value={note.values.kind ?? ''}
        none={t('editor.note.plain')}
        options={['note', 'warning', 'law'].map((value) => ({ value, label: t(`editor.note.${value}`) }))}
      />
      <Body of={note.at} least={2} />
    </div>
  );
}

function Stretch(props: { of: number; prose: ViewProse; label: string; least?: number }) {
  const { of, prose, label, least } = props;
  const t = useT();
  if (prose.fixed)
    return (
      <div className="cell cell-wide">
        <pre className="editor-fixed" lang="vi">
          {prose.text}
        </pre>
        <p className="hint">{t('editor.prose.fixed')}</p>
      </div>
    );
  return <ProseCell name={`p${of}.${prose.stretch}`} label={label} value={prose.text} least={least} />;
}
