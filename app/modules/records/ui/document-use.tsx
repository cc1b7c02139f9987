import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { InLanguage } from '#app/ui/in-language.tsx';
import { Panel } from '#app/ui/panel.tsx';
import type { DocumentUse as Use } from '../document-use.server.ts';
import { blankFormPath, copiesPath, fillPath, recordTypePath } from '../paths.ts';
import { RetentionText } from './retention-text.tsx';

/** Beside a document: fill it in, print it blank, and what records its text keeps. */
export function DocumentUse({ documentId, use }: { documentId: string; use: Use }) {
  const t = useT();
  const { out, toRecall } = use.copies;
  if (!use.form && use.types.length === 0 && out + toRecall === 0) return null;
  return (
    <Panel title={t('records.use.title')} id="records">
      {use.form ? (
        <ul className="plain">
          <li>
            <Link to={fillPath(use.form.code)}>{t('records.use.fill')}</Link>
          </li>
          <li>
            <Link to={blankFormPath(documentId)} reloadDocument>
              {t('records.use.blank')}
            </Link>
          </li>
        </ul>
      ) : null}
      {use.types.length > 0 ? (
        <ul className="plain">
          {use.types.map((type) => (
            <li key={type.key}>
              <Link to={recordTypePath(documentId, type.key)}>
                <InLanguage>{type.name}</InLanguage>
              </Link>
              <span className="quiet line">
                <RetentionText written={type.retention} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {out + toRecall > 0 ? (
        <p>
          <Link to={`${copiesPath}?document=${encodeURIComponent(documentId)}`}>
            {toRecall > 0 ? (
              <strong className="late">{t('copies.to-recall', { count: toRecall })}</strong>
            ) : (
              t('copies.out', { count: out })
            )}
          </Link>
        </p>
      ) : null}
    </Panel>
  );
}
