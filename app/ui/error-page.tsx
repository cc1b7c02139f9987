import { Link } from '@remix-run/react';
import { useT } from '../i18n/reader.tsx';
import { startPath } from '../paths.ts';
import { PageHeader } from './page-header.tsx';

interface Answer {
  status: number;
  data: unknown;
}

function refusalOf(data: unknown): { code: string; details: Record<string, string | number> } | null {
  if (typeof data !== 'object' || data === null || !('kind' in data) || data.kind !== 'refused') return null;
  // Written by app/http/respond.ts, which is the only place that answers with this shape.
  return data as unknown as { code: string; details: Record<string, string | number> };
}

const kinds: Record<number, string> = {
  400: 'unreadable',
  401: 'forbidden',
  403: 'forbidden',
  404: 'not-found',
  405: 'method',
  413: 'too-large',
};

/** What a person sees when something was refused, is not there, or failed. No stack, no text of others. */
export function ErrorPage({ answer }: { answer: Answer | null }) {
  const t = useT();
  const refusal = refusalOf(answer?.data);
  const kind = refusal ? 'refused' : (kinds[answer?.status ?? 0] ?? 'failed');
  return (
    <>
      <PageHeader
        title={t(`errors.${kind}.title`)}
        lead={refusal ? t(refusal.code, refusal.details) : t(`errors.${kind}.text`)}
      />
      {refusal ? <p>{t('errors.refused.back')}</p> : null}
      <p>
        <Link to={startPath}>{t('errors.to-start')}</Link>
      </p>
    </>
  );
}
