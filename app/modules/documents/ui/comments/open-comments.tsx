import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { revisionPath } from '../../paths.ts';

/** Before a submission, a review and an approval: comments nobody answered. */
export function OpenComments({ revisionId, count }: { revisionId: string; count: number }) {
  const t = useT();
  if (count === 0) return null;
  return (
    <Notice kind="warning" title={t('comments.open-notice', { count })}>
      <p>
        <Link to={revisionPath(revisionId, 'comments')}>{t('comments.title')}</Link>
      </p>
    </Notice>
  );
}
