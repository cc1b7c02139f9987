import { useT } from '#app/i18n/reader.tsx';
import { StoredHtml } from '#app/ui/document-page.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { ShownText } from '../reading/shown-text.server.ts';
import { FlowChart } from './flow-chart.tsx';
import './documents.css';

/** The text of a revision with its flow chart; where the guard refuses a draft, that is said instead. */
export function DocumentText({ text, title }: { text: ShownText; title: string }) {
  const t = useT();
  if (text.html === null) {
    return (
      <Notice kind="warning" title={t('documents.text.refused')}>
        {t('documents.text.refused-hint')}
      </Notice>
    );
  }
  return (
    <>
      <StoredHtml html={text.html} />
      {text.flow.length > 0 ? (
        <FlowChart
          steps={text.flow}
          words={{
            title: t('documents.flow.title', { title }),
            start: t('documents.flow.start'),
            end: t('documents.flow.end'),
          }}
        />
      ) : null}
    </>
  );
}
