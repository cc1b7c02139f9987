import { useT } from '#app/i18n/reader.tsx';
import { Title } from '#app/ui/in-language.tsx';

/** Positions of one officer in one line, acting ones said so. */
export function HeldPositions(props: {
  positions: readonly { positionId: string; nameVi: string; nameEn: string; kind: string }[];
}) {
  const t = useT();
  if (props.positions.length === 0) return <span className="quiet">{t('organization.holds-nothing')}</span>;
  return props.positions.map((position, at) => (
    <span key={position.positionId}>
      {at > 0 ? '; ' : ''}
      <Title vi={position.nameVi} en={position.nameEn} />
      {position.kind === 'acting' ? ` (${t('organization.acting')})` : ''}
    </span>
  ));
}
