import { useState } from 'react';
import { useT } from '#app/i18n/reader.tsx';
import { type BookList, nameOf, thingOf } from '../../editor/name-book.ts';
import { Cell, type CellProps } from './fields.tsx';
import { useFacts, useTyped, useWiring } from './form-facts.tsx';

interface NamesProps extends CellProps {
  /** Keys with spaces between; with `single` one key, which may hold spaces itself. */
  value: string;
  lists: readonly BookList[];
  /** 1: exactly one is wanted. */
  most?: number;
  single?: boolean;
}

/** Names out of a list that can be searched by typing. */
export function NamesCell(props: NamesProps) {
  const { name, value, lists, most, single = false, label } = props;
  const { book } = useFacts();
  const names = (single ? [value] : value.split(/\s+/))
    .filter(Boolean)
    .map((key) => nameOf(book, lists, key));
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
