import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useT } from '#app/i18n/reader.tsx';
import { Actions, ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { nonconformityPath } from '../paths.ts';
import type { CasePage } from '../stage-page.server.ts';
import type { Stage } from '../stage-refusal.ts';

/** The form of a stage, or why it cannot be done now. */
export function StageForm(props: { page: CasePage; stage: Stage; children: ReactNode }) {
  const { page, stage, children } = props;
  const t = useT();
  const refusal = page.refusals[stage];
  if (!refusal) return <Form method="post">{children}</Form>;
  return (
    <>
      <Notice kind="warning" title={t(refusal.code, refusal.details)} />
      <Actions>
        <ButtonLink to={nonconformityPath(page.id)}>{t('nonconformities.stage.back')}</ButtonLink>
      </Actions>
    </>
  );
}
