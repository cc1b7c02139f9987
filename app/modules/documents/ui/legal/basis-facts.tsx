import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Timeline } from '#app/ui/timeline.tsx';
import { basisPath, retractionPath } from '../../legal/paths.ts';
import { documentPath } from '../../paths.ts';

interface Facts {
  key: string;
  signedOn: string | null;
  inForceFrom: string | null;
  inForceUntil: string | null;
  replacedBy: string | null;
  replacedByName: string | null;
  note: string;
  checkedOn: string | null;
  checkedBy: string | null;
}

const dayOrNothing = (day: string | null) => (day ? <DayText day={day} /> : '');

/** What the register says of a law now. */
export function BasisFactsList({ basis }: { basis: Facts }) {
  const t = useT();
  const days = [
    { key: 'signedOn', value: dayOrNothing(basis.signedOn) },
    { key: 'inForceFrom', value: dayOrNothing(basis.inForceFrom) },
    { key: 'inForceUntil', value: dayOrNothing(basis.inForceUntil) },
    {
      key: 'replacedBy',
      value: basis.replacedBy ? <Link to={basisPath(basis.replacedBy)}>{basis.replacedByName}</Link> : '',
    },
    { key: 'note', value: basis.note ? <span lang="vi">{basis.note}</span> : '' },
    {
      key: 'checked',
      value: basis.checkedOn ? (
        <>
          <DayText day={basis.checkedOn} />
          {basis.checkedBy ? `, ${basis.checkedBy}` : ''}
        </>
      ) : (
        ''
      ),
    },
  ];
  return <KeyValues facts={days.map((fact) => ({ ...fact, label: t(`legal.field.${fact.key}`) }))} />;
}

export function BasisUsers(props: {
  users: readonly { id: string; code: string | null; titleVi: string; titleEn: string | null }[];
}) {
  const t = useT();
  if (props.users.length === 0) return <p className="quiet">{t('legal.used-by-none')}</p>;
  return (
    <ul className="plain">
      {props.users.map((user) => (
        <li key={user.id}>
          <Link to={documentPath(user.id)}>{user.code}</Link> <Title vi={user.titleVi} en={user.titleEn} />
        </li>
      ))}
    </ul>
  );
}

export function Amendments(props: {
  basisKey: string;
  amendments: readonly {
    id: string;
    effectOn: string;
    note: string;
    by: { key: string; name: string } | null;
  }[];
  canMaintain: boolean;
}) {
  const { basisKey, amendments, canMaintain } = props;
  const t = useT();
  if (amendments.length === 0) return <p className="quiet">{t('legal.amendments-none')}</p>;
  return (
    <ul className="plain">
      {amendments.map((one) => (
        <li key={one.id}>
          <DayText day={one.effectOn} />: <span lang="vi">{one.note}</span>
          {one.by ? (
            <span className="line">
              <Link to={basisPath(one.by.key)}>{one.by.name}</Link>
            </span>
          ) : null}
          {canMaintain ? (
            <span className="line">
              <Link to={retractionPath(basisKey, one.id)}>{t('legal.retract')}</Link>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

export function BasisHistory(props: {
  versions: readonly {
    id: string;
    from: string | null;
    until: string | null;
    status: string;
    reason: string;
    at: string;
    who: string;
  }[];
}) {
  const t = useT();
  if (props.versions.length === 0) return <p className="quiet">{t('legal.history-none')}</p>;
  return (
    <Timeline
      label={t('legal.history')}
      happenings={props.versions.map((one) => ({
        key: one.id,
        at: one.at,
        who: one.who,
        what: one.reason,
        note: (
          <>
            {t(`documents.legal.status.${one.status}`)} {dayOrNothing(one.from)}
            {one.until ? <> – {dayOrNothing(one.until)}</> : null}
          </>
        ),
      }))}
    />
  );
}
