import { useT } from '#app/i18n/reader.tsx';
import { InLanguage, Title } from '#app/ui/in-language.tsx';
import { DayText } from '#app/ui/moment.tsx';
import type { Through } from '../duty.ts';

/** How a duty came to this person, said only where it is not simply their position. */
export function ThroughNote({ through }: { through: Through }) {
  const t = useT();
  if (through.kind === 'delegation') {
    return (
      <span className="quiet">
        {t('responsibilities.through.delegation')} <InLanguage>{through.fromOfficerName}</InLanguage>,{' '}
        {t('responsibilities.through.until')} <DayText day={through.validUntil} />
      </span>
    );
  }
  if (through.kind === 'appointment') return null;
  return (
    <span className="quiet">
      {t('responsibilities.through.acting')} <Title vi={through.positionNameVi} en={through.positionNameEn} />
    </span>
  );
}
