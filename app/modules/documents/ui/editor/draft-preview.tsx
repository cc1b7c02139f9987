import { useT } from '#app/i18n/reader.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { DocumentPage } from '#app/ui/document-page.tsx';
import { revisionPath } from '../../paths.ts';
import type { ShownText } from '../../reading/shown-text.server.ts';
import { DocumentText } from '../document-text.tsx';

/** How the draft reads: its page, its flow chart, and the way to its paper. */
export function DraftPreview(props: {
  revision: { id: string; title_vi: string };
  shown: ShownText;
  busy: boolean;
}) {
  const { revision, shown, busy } = props;
  const t = useT();
  return (
    <section className="editor-beside" aria-label={t('editor.preview')}>
      <p className="quiet">
        {busy ? t('documents.edit.checking') : t('editor.preview')}{' '}
        <ButtonLink kind="quiet" to={revisionPath(revision.id, 'file.pdf')} download>
          {t('editor.pdf')}
        </ButtonLink>
      </p>
      <DocumentPage lang={shown.language}>
        <DocumentText text={shown} title={revision.title_vi} />
      </DocumentPage>
    </section>
  );
}
