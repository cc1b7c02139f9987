import { useT } from '#app/i18n/reader.tsx';
import { FindingList, type ShownFinding } from '#app/ui/finding-list.tsx';
import { named } from '../../editor/form-view.ts';
import type { BookList } from '../../editor/name-book.ts';
import { ChoiceCell } from './fields.tsx';
import { useFacts } from './form-facts.tsx';
import { NamesCell } from './name-fields.tsx';
import { findingsAt } from './row-frame.tsx';

const kinds = [
  { name: 'LegalBasis', attribute: 'ref', list: 'bases', section: 'tai-lieu-vien-dan' },
  { name: 'FormRef', attribute: 'code', list: 'forms', section: 'bieu-mau' },
  { name: 'Fee', attribute: 'item', list: 'fees', section: 'noi-dung' },
] as const satisfies { name: string; attribute: string; list: BookList; section: string }[];

/** Law, forms and fees that the text names, wherever they stand; a new one is added to a section as a list item. */
export function ReferencesPart({ findings }: { findings: readonly ShownFinding[] }) {
  const t = useT();
  const { view } = useFacts();
  const sections = named(view, 'Section');
  const titleAround = (at: number): string => {
    let one = view.components[at];
    while (one && one.name !== 'Section') one = view.components[one.parent];
    return one?.values.title ?? '';
  };
  return kinds.map(({ name, attribute, list, section }) => (
    <section key={name} className="editor-references">
      <h3>{t(`editor.references.${name}`)}</h3>
      {named(view, name).map((one) => {
        const own = findingsAt(view, findings, 'references', one.at);
        return (
          <div key={one.at} className="editor-reference">
            {own.length > 0 ? <FindingList findings={own} /> : null}
            <NamesCell
              name={`c${one.at}.${attribute}`}
              label={titleAround(one.at) || t('editor.prose.outside')}
              value={one.values[attribute] ?? ''}
              lists={[list]}
              most={1}
              single
            />
            <details className="editor-remove">
              <summary>
                {t('editor.row.remove')}
                <span className="unseen"> {one.values[attribute]}</span>
              </summary>
              <button type="submit" className="button button-danger" name="act" value={`remove:${one.at}`}>
                {t('editor.references.remove-sure', { name: one.values[attribute] ?? '' })}
              </button>
            </details>
          </div>
        );
      })}
      <div className="editor-row editor-new">
        <div className="editor-cells">
          <NamesCell
            name={`m.${name}`}
            label={t(`editor.references.add-${name}`)}
            value=""
            lists={[list]}
            most={1}
          />
          <ChoiceCell
            name={`m.${name}.section`}
            label={t('editor.references.section')}
            value={String((sections.find((one) => one.values.id === section) ?? sections[0])?.at ?? '')}
            options={sections.map((one) => ({ value: String(one.at), label: one.values.title ?? '' }))}
          />
        </div>
        <button type="submit" className="button button-secondary">
          {t('editor.add.submit')}
        </button>
      </div>
    </section>
  ));
}
