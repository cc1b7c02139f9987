import type { ReactNode } from 'react';

export interface KeyValue {
  key: string;
  label: ReactNode;
  value: ReactNode;
}

/** Facts about one thing; a fact without a value is left out. */
export function KeyValues({ facts }: { facts: readonly KeyValue[] }) {
  return (
    <dl className="key-values">
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
