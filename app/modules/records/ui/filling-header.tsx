import { Link } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { documentPath } from '#app/modules/documents/paths.ts';
import { Issue } from '#app/modules/documents/ui/issue.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import type { ReadFilling } from '../filling-page.server.ts';
import { fillingPath, recordPath, recordsPath } from '../paths.ts';

/** What every page about an unfinished form says at its head. */
export function FillingHeader({ read, act, lead }: { read: ReadFilling; act?: string; lead: string }) {
  const t = useT();
  const { form, step, corrects } = read;
  return (
    <PageHeader
      crumbs={[
        { label: t('records.register.title'), to: recordsPath },
        ...(act ? [{ label: form.code ?? '', to: fillingPath(read.id) }] : []),
      ]}
      over={
        <>
          <Link to={documentPath(read.documentId)}>{form.code}</Link> · <Issue {...form} />
          {step ? (
            <>
              {' · '}
              <Link to={`${documentPath(step.documentId)}#step-${step.key}`} lang="vi">
                {step.code}, {step.sort}. {step.title}
              </Link>
            </>
          ) : null}
          {corrects ? (
            <>
              {' · '}
              <Link to={recordPath(corrects.id)}>
                {t('records.filling.correcting', { number: corrects.number })}
              </Link>
            </>
          ) : null}
        </>
      }
      title={act ?? <Title vi={form.titleVi} en={form.titleEn} />}
      lead={lead}
    />
  );
}

/** A newer revision came into force meanwhile, or the form went out of force. */
export function RevisionNotice({ read }: { read: ReadFilling }) {
  const t = useT();
  if (read.asksRevision) {
    return (
      <Notice kind="warning" title={t('records.filling.newer-form')}>
        <p>
          <Link to={fillingPath(read.id, 'revision-choice')}>{t('records.revision-choice.title')}</Link>
        </p>
      </Notice>
    );
  }
  if (read.facts.inForce !== null || read.facts.corrects) return null;
  return <Notice kind="warning" title={t('records.refusal.form-not-in-force')} />;
}
