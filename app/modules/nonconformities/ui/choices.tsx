import { useLocale } from '#app/i18n/reader.tsx';
import type { Option } from '#app/ui/form-field.tsx';
import type { Choices } from '../stage-page.server.ts';

/** People as they are chosen: name and position. */
export function useOfficerOptions(officers: Choices['officers']): Option[] {
  const locale = useLocale();
  return officers.map(({ id, name, positionVi, positionEn }) => {
    const position = locale === 'en' ? positionEn : positionVi;
    return { value: id, label: position ? `${name} – ${position}` : name };
  });
}

export function useUnitOptions(units: Choices['units']): Option[] {
  const locale = useLocale();
  return units.map(({ id, nameVi, nameEn }) => ({ value: id, label: locale === 'en' ? nameEn : nameVi }));
}
