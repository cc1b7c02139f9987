import { Children, type ReactNode } from 'react';
import { labelsIn } from '../attribute-value.ts';
import { retentionInWords } from './span-words.ts';
import { useLabels, useSurroundings } from './surroundings.tsx';

function Table({
  name,
  caption,
  heads,
  children,
}: {
  name: string;
  caption: string;
  heads: string[];
  children?: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would promise a form.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable from the keyboard.
    <div className="table-scroll" role="group" aria-label={caption} tabIndex={0}>
      <table className={name}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{Children.toArray(children).filter((child) => typeof child !== 'string')}</tbody>
      </table>
    </div>
  );
}

export function Dossier({ children }: { children?: ReactNode }) {
  const label = useLabels();
  const heads = [
    label('dossier.number'),
    label('dossier.name'),
    label('dossier.original'),
    label('dossier.copies'),
  ];
  return (
    <Table name="dossier" caption={label('dossier.caption')} heads={[...heads, label('dossier.kind')]}>
      {children}
    </Table>
  );
}

interface PaperProps {
  number: string;
  name: string;
  original?: string;
  copies?: string;
  kind?: 'submit' | 'show';
}

export function Paper({ number, name, original, copies, kind = 'submit' }: PaperProps) {
  const label = useLabels();
  return (
    <tr>
      <td className="number">{number}</td>
      <th scope="row">{name}</th>
      <td className="number">{original ?? '–'}</td>
      <td className="number">{copies ?? '–'}</td>
      <td>{label(`dossier.${kind}`)}</td>
    </tr>
  );
}

export function RecordTable({ children }: { children?: ReactNode }) {
  const label = useLabels();
  const heads = [label('records.number'), label('records.name'), label('records.from')];
  return (
    <Table
      name="records"
      caption={label('records.caption')}
      heads={[...heads, label('records.keeper'), label('records.retention')]}
    >
      {children}
    </Table>
  );
}

interface RecordProps {
  number: string;
  id: string;
  name: string;
  from: string;
  keeper: string;
  retention: string;
}

/** One kind of record; named so because `Record` is a type of the language. */
export function RecordRow({ number, id, name, from, keeper, retention }: RecordProps) {
  const label = useLabels();
  const { compiled } = useSurroundings();
  const step = compiled.steps.find((one) => `step:${one.id}` === from);
  const source = from === 'dossier' ? label('records.from-dossier') : label('records.from-result');
  return (
    <tr id={`record-${id}`}>
      <td className="number">{number}</td>
      <th scope="row">{name}</th>
      <td>
        {from.startsWith('step:')
          ? label('records.from-step', { step: step?.title ?? from.slice(5) })
          : source}
      </td>
      <td>{keeper}</td>
      <td>{retentionInWords(retention, compiled.frontMatter.language)}</td>
    </tr>
  );
}

export function FieldTable({ children }: { children?: ReactNode }) {
  const label = useLabels();
  return (
    <Table
      name="fields"
      caption={label('fields.caption')}
      heads={[label('fields.label'), label('fields.type'), label('fields.required')]}
    >
      {children}
    </Table>
  );
}

interface FieldProps {
  id: string;
  label: string;
  type: 'text' | 'number' | 'date' | 'choice' | 'table';
  required?: 'yes' | 'no';
  options?: string;
  columns?: string;
}

export function Field({ id, label: name, type, required = 'no', options, columns }: FieldProps) {
  const label = useLabels();
  const details = {
    options: labelsIn(options).join(' / ') || '–',
    columns: labelsIn(columns).join(' / ') || '–',
  };
  return (
    <tr id={`field-${id}`}>
      <th scope="row">{name}</th>
      <td>{label(`fields.${type}`, details)}</td>
      <td>{label(`fields.${required}`)}</td>
    </tr>
  );
}

export function AbbreviationTable({ children }: { children?: ReactNode }) {
  const label = useLabels();
  return (
    <Table
      name="abbreviations"
      caption={label('abbreviations.caption')}
      heads={[label('abbreviations.short'), label('abbreviations.long')]}
    >
      {children}
    </Table>
  );
}

export function Abbreviation({ short, long }: { short: string; long: string }) {
  return (
    <tr>
      <th scope="row">{short}</th>
      <td>{long}</td>
    </tr>
  );
}
