import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { Stamp } from '#app/ui/stamp.tsx';
import { officerPath } from '../paths.ts';
import type { StaffedPosition } from '../positions.server.ts';

/** Who holds a position, and in a word when nobody or too many do. */
export function Holders(props: {
  position: Pick<StaffedPosition, 'holders' | 'vacant' | 'overfull' | 'seats'>;
  to?: (officerId: string) => string;
}) {
  const t = useT();
  const { holders, vacant, overfull, seats } = props.position;
  const to = props.to ?? officerPath;
  if (vacant) return <Stamp kind="vacant" />;
  return (
    <>
      {holders.map((holder, at) => (
        <span key={holder.appointmentId}>
          {at > 0 ? ', ' : ''}
          <Link to={to(holder.officerId)} lang="vi">
            {holder.officerName}
          </Link>
          {holder.kind === 'acting' ? ` (${t('organization.acting')})` : ''}
        </span>
      ))}
      {overfull ? (
        <>
          {' '}
          <Stamp kind="overdue">{t('organization.overfull', { held: holders.length, seats })}</Stamp>
        </>
      ) : null}
    </>
  );
}
