import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useT } from '#app/i18n/reader.tsx';
import { Actions, Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/choice-field.tsx';
import { ConfirmField } from '#app/ui/confirm-field.tsx';
import { DocumentPage } from '#app/ui/document-page.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FindingList } from '#app/ui/finding-list.tsx';
import type { FormState } from '#app/ui/form-field.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Panel } from '#app/ui/panel.tsx';
import type { ShownText } from '../reading/shown-text.server.ts';
import { DocumentText } from './document-text.tsx';

interface SigningProps {
  /** What the signature says, in the signer's own voice. */
  meaning: string;
  button: string;
  signer: string;
  revision: { title_vi: string; source_sha256: string };
  text: ShownText;
  form: FormState;
  /** Why this person may not sign now; then there is nothing to press. */
  refusal?: { code: string; details: Record<string, string | number> } | null;
  /** The password is asked for again. */
  confirm?: boolean;
  warnings?: boolean;
  /** Other facts beside the hash. */
  children?: ReactNode;
}

/** A signature page shows exactly the text that is signed and its hash, says what the signature means, and asks for a yes. */
export function SigningForm(props: SigningProps) {
  const {
    meaning,
    button,
    signer,
    revision,
    text,
    form,
    refusal,
    confirm = false,
    warnings = true,
    children,
  } = props;
  const t = useT();
  return (
    <>
      {refusal ? <Notice kind="warning" title={t(refusal.code, refusal.details)} /> : null}
      <ErrorSummary
        form={form}
        labels={{ agreed: t('documents.sign.agreed-label'), password: t('accounts.confirm.label') }}
      />
      {warnings ? (
        <Panel title={t('documents.findings.title', { count: text.findings.length })}>
          <FindingList findings={text.findings} placed={false} />
        </Panel>
      ) : null}
      {children}
      <Panel title={t('documents.sign.text')}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section className="signed-text" aria-label={t('documents.sign.text')} tabIndex={0}>
          <DocumentPage lang={text.language}>
            <DocumentText text={text} title={revision.title_vi} />
          </DocumentPage>
        </section>
        <KeyValues
          facts={[
            {
              key: 'hash',
              label: t('documents.field.hash'),
              value: <span className="hash">{revision.source_sha256}</span>,
            },
            { key: 'signer', label: t('documents.sign.signer'), value: signer },
          ]}
        />
      </Panel>
      {refusal ? null : (
        <Form method="post">
          <input type="hidden" name="seenHash" value={revision.source_sha256} />
          <CheckboxField name="agreed" label={meaning} required form={form} />
          <ConfirmField asked={confirm} form={form} />
          <Actions>
            <Button>{button}</Button>
          </Actions>
        </Form>
      )}
    </>
  );
}
