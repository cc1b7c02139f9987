import { useT } from '#app/i18n/reader.tsx';

/** "Ban hành lần 1 – sửa đổi lần 2", as the head of the printed page says it. */
export function Issue({ issue, amendment }: { issue: number; amendment: number }) {
  const t = useT();
  return (
    <span className="figures">
      {amendment === 0 ? t('documents.issue', { issue }) : t('documents.issue-amended', { issue, amendment })}
    </span>
  );
}
