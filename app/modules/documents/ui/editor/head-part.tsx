import { useT } from '#app/i18n/reader.tsx';
import { documentKinds } from '#app/mdx/compiled-document.ts';
import { editions, monthsIn } from '../../editor/head-fields.ts';
import { ChoiceCell, TextCell } from './fields.tsx';
import { useFacts } from './form-facts.tsx';

/** The front matter: what the document is, whose it is and what it answers to. */
export function HeadPart() {
  const t = useT();
  const { view, book } = useFacts();
  const { head } = view;
  const said = (path: string) => (head[path] === null || head[path] === undefined ? '' : String(head[path]));
  const listed = (value: unknown) => (Array.isArray(value) ? value.join(', ') : '');
  const clauses = head.clauses as Record<string, unknown> | null | undefined; // the guard has read it as such
  const options = (values: readonly string[], key: string) =>
    values.map((value) => ({ value, label: t(`${key}.${value}`) }));
  const isPublic = head.public === true || head.public === 'yes';
  return (
    <div className="editor-cells">
      <TextCell name="f.title.vi" label={t('editor.head.title-vi')} value={said('title.vi')} wide />
      <TextCell name="f.title.en" label={t('editor.head.title-en')} value={said('title.en')} wide />
      <TextCell
        name="f.code"
        label={t('editor.head.code')}
        hint={t('editor.head.code-hint')}
        value={said('code')}
      />
      <ChoiceCell
        name="f.kind"
        label={t('documents.field.kind')}
        value={said('kind')}
        options={options(documentKinds, 'documents.kind')}
      />
      <ChoiceCell
        name="f.unit"
        label={t('editor.head.unit')}
        value={said('unit')}
        none={t('editor.none')}
        options={book.units.map((unit) => ({ value: unit.key, label: unit.name }))}
      />
      <TextCell
        name="f.field"
        label={t('editor.head.field')}
        hint={t('editor.head.field-hint')}
        value={said('field')}
      />
      {editions
        .filter((edition) => edition !== '2008' || clauses?.[edition] !== undefined)
        .map((edition) => (
          <TextCell
            key={edition}
            name={`f.clauses.${edition}`}
            label={t('editor.head.clauses', { edition })}
            hint={t('editor.head.clauses-hint')}
            value={listed(clauses?.[edition])}
          />
        ))}
      <TextCell
        name="f.tthc"
        label={t('editor.head.tthc')}
        hint={t('editor.head.tthc-hint')}
        value={listed(head.tthc)}
      />
      <ChoiceCell
        name="f.confidentiality"
        label={t('editor.head.confidentiality')}
        value={said('confidentiality') || 'internal'}
        options={options(['public', 'internal'], 'editor.confidentiality')}
      />
      <ChoiceCell
        name="f.public"
        label={t('editor.head.public')}
        value={isPublic ? 'yes' : 'no'}
        options={options(['yes', 'no'], 'editor.public')}
      />
      <TextCell
        name="f.review"
        label={t('editor.head.review')}
        value={String(monthsIn(head.review))}
        inputMode="numeric"
      />
      <ChoiceCell
        name="f.language"
        label={t('editor.head.language')}
        value={said('language') || 'vi'}
        options={options(['vi', 'en'], 'editor.language')}
      />
    </div>
  );
}
