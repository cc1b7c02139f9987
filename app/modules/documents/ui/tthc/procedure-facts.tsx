import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { InstantText } from '#app/ui/moment.tsx';
import { basisPath } from '../../legal/paths.ts';
import { DocumentLinks } from './procedure-table.tsx';

/** What is known of a procedure at a glance. */
export function ProcedureFacts(props: {
  row: { recordedAt: string };
  read: { field: string; level: string; results: readonly { name: string; code: string }[] };
  bases: readonly { sign: string; key: string | null }[];
  documents: readonly { id: string; code: string | null }[];
}) {
  const { row, read, bases, documents } = props;
  const t = useT();
  const facts = [
    { key: 'field', value: <span lang="vi">{read.field}</span> },
    { key: 'level', value: <span lang="vi">{read.level}</span> },
    {
      key: 'result',
      value:
        read.results.length > 0 ? (
          <ul className="plain" lang="vi">
            {read.results.map((result) => (
              <li key={`${result.code} ${result.name}`}>{result.name}</li>
            ))}
          </ul>
        ) : (
          ''
        ),
    },
    {
      key: 'bases',
      value:
        bases.length > 0 ? (
          <span className="codes">
            {bases.map((basis) =>
              basis.key ? (
                <Link key={basis.sign} to={basisPath(basis.key)}>
                  {basis.sign}
                </Link>
              ) : (
                <span key={basis.sign}>{basis.sign}</span>
              ),
            )}
          </span>
        ) : (
          ''
        ),
    },
    { key: 'documents', value: documents.length > 0 ? <DocumentLinks documents={documents} /> : '' },
    { key: 'recorded', value: <InstantText at={row.recordedAt} /> },
  ];
  return <KeyValues facts={facts.map((fact) => ({ ...fact, label: t(`tthc.field.${fact.key}`) }))} />;
}
