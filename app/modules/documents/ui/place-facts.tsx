import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { documentPath, legalBasisPath } from '../paths.ts';
import type { PlaceInSystem } from '../reading/place-in-system.server.ts';

/** Where a document stands in the system: clauses, forms it uses, who uses it, and the law under it. */
export function PlaceFacts({
  place,
  to = documentPath,
}: {
  place: PlaceInSystem;
  to?: (documentId: string) => string;
}) {
  const t = useT();
  return (
    <KeyValues
      facts={[
        {
          key: 'clauses',
          label: t('documents.place.clauses'),
          value: Object.entries(place.clauses).map(([edition, clauses]) => (
            <span key={edition} className="line">
              {t('documents.place.edition', { edition, clauses: clauses.join(', ') })}
            </span>
          )),
        },
        { key: 'tthc', label: t('documents.place.tthc'), value: place.tthc.join(', ') },
        { key: 'forms', label: t('documents.place.forms'), value: <Forms place={place} to={to} /> },
        { key: 'used-by', label: t('documents.place.used-by'), value: <UsedBy place={place} to={to} /> },
        { key: 'bases', label: t('documents.place.bases'), value: <Bases place={place} /> },
      ].filter((fact) => isThere(fact.key, place))}
    />
  );
}

function isThere(key: string, place: PlaceInSystem): boolean {
  if (key === 'clauses') return Object.keys(place.clauses).length > 0;
  if (key === 'tthc') return place.tthc.length > 0;
  if (key === 'forms') return place.forms.length > 0;
  return key === 'used-by' ? place.usedBy.length > 0 : place.legalBases.length > 0;
}

function Forms({ place, to }: { place: PlaceInSystem; to: (documentId: string) => string }) {
  const t = useT();
  return (
    <ul className="plain">
      {place.forms.map((form) => (
        <li key={form.code}>
          {form.documentId ? <Link to={to(form.documentId)}>{form.code}</Link> : form.code}{' '}
          {form.titleVi ? <Title vi={form.titleVi} en={form.titleEn} /> : null}{' '}
          {form.inForce ? null : <strong className="late">{t('documents.place.form-not-current')}</strong>}
        </li>
      ))}
    </ul>
  );
}

function UsedBy({ place, to }: { place: PlaceInSystem; to: (documentId: string) => string }) {
  return (
    <ul className="plain">
      {place.usedBy.map((user) => (
        <li key={user.id}>
          <Link to={to(user.id)}>{user.code}</Link> <Title vi={user.titleVi} en={user.titleEn} />
        </li>
      ))}
    </ul>
  );
}

const mostShown = 6;

function Bases({ place }: { place: PlaceInSystem }) {
  const t = useT();
  const bases = place.legalBases;
  if (bases.length <= mostShown) return <BaseList bases={bases} />;
  // What may no longer be relied on is never folded away.
  const stale = bases.filter((basis) => basis.status !== 'in-force');
  return (
    <>
      <BaseList bases={stale} />
      <details>
        <summary>{t('documents.place.bases-count', { count: bases.length })}</summary>
        <BaseList bases={bases} />
      </details>
    </>
  );
}

function BaseList({ bases }: { bases: PlaceInSystem['legalBases'] }) {
  const t = useT();
  return (
    <ul className="plain">
      {bases.map((basis) => (
        <li key={basis.key} lang="vi">
          <Link to={legalBasisPath(basis.key)}>{basis.name}</Link>{' '}
          {basis.status === 'in-force' ? null : (
            <span className={basis.status === 'expired' ? 'late' : 'quiet'}>
              {t(`documents.legal.status.${basis.status}`)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
