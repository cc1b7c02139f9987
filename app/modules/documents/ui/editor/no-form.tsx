import { useT } from '#app/i18n/reader.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { FindingList, type ShownFinding } from '#app/ui/finding-list.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { revisionPath } from '../../paths.ts';

/** A text that cannot be taken apart: what is in the way, and where it can be mended. */
export function NoForm({ revisionId, findings }: { revisionId: string; findings: readonly ShownFinding[] }) {
  const t = useT();
  return (
    <>
      <Notice kind="warning" title={t('editor.no-form.title')}>
        {t('editor.no-form.lead')}
      </Notice>
      <FindingList findings={findings} />
      <ButtonLink kind="primary" to={revisionPath(revisionId, 'edit')}>
        {t('editor.to-source')}
      </ButtonLink>
    </>
  );
}
