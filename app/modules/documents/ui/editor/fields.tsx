import { createContext, type ReactNode, useContext, useState } from 'react';
import { useT } from '#app/i18n/reader.tsx';
import type { FormState, Option } from '#app/ui/form-field.tsx';
import type { FormView } from '../../editor/form-view.ts';
import { type BookList, type NameBook, nameOf, thingOf } from '../../editor/name-book.ts';
import { choicesOf, takenApart } from '../../editor/spans-of-time.ts';

interface FormFacts {
  form: FormState;
  book: NameBook;
  view: FormView;
  /** Language of the document: what is typed is in it. */
  lang: string;
}

const Facts = createContext<FormFacts | null>(null);
export const FormFactsProvider = Facts.Provider;

export function useFacts(): FormFacts {
  const facts = useContext(Facts);
  if (!facts) throw new Error('A field of the form editor stands outside it.');
  return facts;
}

interface CellProps {
  name: string;
  label: string;
  hint?: string;
  wide?: boolean;
}

/** A label, what is wrong, and the field: close together, for rows of many fields. */
function Cell({ name, label, hint, wide, children }: CellProps & { children: ReactNode }) {
  const t = useT();
  const { form } = useFacts();
  const errors = form?.errors[name] ?? [];
  return (
    <div className={`cell${wide ? ' cell-wide' : ''}${errors.length > 0 ? ' field-wrong' : ''}`}>
      <label htmlFor={`field-${name}`}>{label}</label>
      {errors.length > 0 ? (
        <p className="field-error" id={`${name}-error`}>
          {errors.map((key) => t(key)).join(' ')}
        </p>
      ) : null}
      {children}
      {hint ? (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

function useTyped(name: string, offered: readonly string[]): readonly string[] {
  const { form } = useFacts();
  return form?.values[name] ?? offered;
}

function useWiring(name: string, hint?: string) {
  const { form } = useFacts();
  const wrong = (form?.errors[name]?.length ?? 0) > 0;
  const describedBy = [wrong ? `${name}-error` : '', hint ? `${name}-hint` : ''].filter(Boolean).join(' ');
  return {
    name,
    ...(wrong ? { 'aria-invalid': true as const } : {}),
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
  };
}

export function TextCell(
  props: CellProps & { value?: string; list?: string; inputMode?: 'numeric' | 'decimal' },
) {
  const { name, value = '', list, inputMode, hint } = props;
  const { lang } = useFacts();
  const [typed = ''] = useTyped(name, [value]);
  const wiring = useWiring(name, hint);
  return (
    <Cell {...props}>
      <input
        id={`field-${name}`}
        {...wiring}
        {...{ list, inputMode, lang }}
        type="text"
        autoComplete="off"
        defaultValue={typed}
      />
    </Cell>
  );
}

export function ProseCell(props: CellProps & { value: string; least?: number }) {
  const { name, value, hint, least = 3 } = props;
  const { lang } = useFacts();
  const [typed = ''] = useTyped(name, [value]);
  const wiring = useWiring(name, hint);
  const rows = typed.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 90)), 0);
  return (
    <Cell {...props} wide>
      <textarea
        id={`field-${name}`}
        {...wiring}
        lang={lang}
        rows={Math.min(24, Math.max(least, rows))}
        defaultValue={typed}
      />
    </Cell>
  );
}

export function ChoiceCell(props: CellProps & { value?: string; options: readonly Option[]; none?: string }) {
  const { name, value = '', options, none, hint } = props;
  const [typed = ''] = useTyped(name, [value]);
  const wiring = useWiring(name, hint);
  const unknown = typed !== '' && !options.some((option) => option.value === typed);
  return (
    <Cell {...props}>
      <select id={`field-${name}`} {...wiring} defaultValue={typed}>
        {none === undefined ? null : <option value="">{none}</option>}
        {unknown ? <option value={typed}>{typed}</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Cell>
  );
}

/** Any number of choices, with an empty one below to add another. */
export function ChoicesCell(props: CellProps & { value: string; options: readonly Option[]; none: string }) {
  const { name, value, options, none } = props;
  const keys = useTyped(name, value.split(/\s+/).filter(Boolean)).filter((one) => one !== '');
  const t = useT();
  const wiring = useWiring(name, props.hint);
  return (
    <Cell {...props}>
      {[...keys, ''].map((key, at) => (
        <select
          // biome-ignore lint/suspicious/noArrayIndexKey: the fields of one list have only their place
          key={at}
          id={at === 0 ? `field-${name}` : undefined}
          {...wiring}
          aria-label={at === 0 ? undefined : t('editor.another', { label: props.label })}
          defaultValue={key}
        >
          <option value="">{none}</option>
          {key !== '' && !options.some((option) => option.value === key) ? (
            <option value={key}>{key}</option>
          ) : null}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ))}
    </Cell>
  );
}

/** Names out of a list that can be searched by typing. `most` 1: exactly one is wanted. */
export function NamesCell(props: CellProps & { value: string; lists: readonly BookList[]; most?: number }) {
  const { name, value, lists, most, label } = props;
  const { book } = useFacts();
  const keys = lists.includes('units') || most === undefined ? value.split(/\s+/) : value.split(/\s+/);
  const names = keys.filter(Boolean).map((key) => nameOf(book, lists, key));
  const typed = useTyped(name, names).filter((one) => one !== '');
  const empty = most !== undefined && typed.length >= most ? [] : [''];
  return (
    <Cell {...props}>
      {[...typed, ...empty].map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the fields of one list have only their place
        <NameInput key={at} at={at} name={name} label={label} lists={lists} value={one} hint={props.hint} />
      ))}
    </Cell>
  );
}

/** The words of a key that may also be free words, as a keeper of records. */
export function NameOrWordsCell(props: CellProps & { value: string; lists: readonly BookList[] }) {
  const { book } = useFacts();
  const [typed = ''] = useTyped(props.name, [nameOf(book, props.lists, props.value)]);
  return (
    <Cell {...props}>
      <NameInput
        at={0}
        name={props.name}
        label={props.label}
        lists={props.lists}
        value={typed}
        hint={props.hint}
      />
    </Cell>
  );
}

function NameInput(props: {
  at: number;
  name: string;
  label: string;
  lists: readonly BookList[];
  value: string;
  hint?: string;
}) {
  const { at, name, label, lists, value, hint } = props;
  const t = useT();
  const { book, lang } = useFacts();
  const wiring = useWiring(name, hint);
  const [now, setNow] = useState(value);
  const found = lists.flatMap((list) => book[list]).find((one) => one.name === now || one.key === now);
  const about = found?.about;
  return (
    <>
      <input
        id={at === 0 ? `field-${name}` : undefined}
        {...wiring}
        type="text"
        lang={lang}
        list={`book-${lists.join('-')}`}
        autoComplete="off"
        aria-label={at === 0 ? undefined : t('editor.another', { label })}
        defaultValue={value}
        onInput={(event) => setNow(event.currentTarget.value)}
      />
      {about === undefined || now === '' ? null : (
        <p className="hint" lang={lists[0] === 'bases' ? 'vi' : undefined}>
          {about === '' ? t('editor.role.nobody') : about}
        </p>
      )}
    </>
  );
}

/** An amount and its unit. */
export function SpanCell(
  props: CellProps & { kind: 'limit' | 'within' | 'retention'; value: string; counted?: string },
) {
  const { name, kind, value, label, hint, counted } = props;
  const t = useT();
  const offered = takenApart(kind, value);
  const [amount = '', choice = '', count = ''] = useTyped(name, [...offered, counted ?? '']);
  const wiring = useWiring(name, hint);
  return (
    <Cell {...props}>
      <span className="span-of-time">
        <input
          id={`field-${name}`}
          {...wiring}
          type="text"
          autoComplete="off"
          defaultValue={amount}
          size={kind === 'retention' ? 14 : 5}
        />
        <select name={name} defaultValue={choice} aria-label={t('editor.unit-of', { label })}>
          {choicesOf(kind).map((one) => (
            <option key={one} value={one}>
              {t(`editor.span.${kind}.${one}`)}
            </option>
          ))}
        </select>
        {counted === undefined ? null : <Counted name={name} value={count} label={label} />}
      </span>
    </Cell>
  );
}

export function Counted({ name, value, label }: { name: string; value: string; label: string }) {
  const t = useT();
  const [typed = ''] = useTyped(name, [value]);
  return (
    <select
      name={name}
      defaultValue={typed === 'no' ? 'no' : ''}
      aria-label={t('editor.counted-of', { label })}
    >
      <option value="">{t('editor.counted.yes')}</option>
      <option value="no">{t('editor.counted.no')}</option>
    </select>
  );
}

/** The lists that the name fields of a page choose from, once a page. */
export function BookLists({ lists }: { lists: readonly (readonly BookList[])[] }) {
  const { book } = useFacts();
  return lists.map((names) => (
    <datalist key={names.join('-')} id={`book-${names.join('-')}`}>
      {names.flatMap((list) =>
        book[list].map((one) => (
          <option key={`${list} ${one.key}`} value={one.name}>
            {thingOf(book, [list], one.key)?.about}
          </option>
        )),
      )}
    </datalist>
  ));
}
