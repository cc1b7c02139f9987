import { useT } from '#app/i18n/reader.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { recordsPath } from '../paths.ts';

/** The sides of what the office keeps; `sides` are those this person may see. */
export function RecordsTabs({ sides }: { sides: readonly { to: string; key: string }[] }) {
  const t = useT();
  return (
    <Tabs
      label={t('records.register.title')}
      tabs={sides.map(({ to, key }) => ({ to, label: t(`records.tab.${key}`), end: to === recordsPath }))}
    />
  );
}
