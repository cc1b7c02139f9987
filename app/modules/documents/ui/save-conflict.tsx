import { Form } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { Actions, Button } from '#app/ui/button.tsx';
import type { FormState } from '#app/ui/form-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { changesBetween } from '../comparison/text-changes.ts';
import { TextChanges } from './text-changes.tsx';

/** Two people wrote at once: the saved text and one's own stand side by side, and neither is lost. */
export function SaveConflict({
  form,
  source,
  version,
  action,
}: {
  form: FormState;
  source: string;
  version: number;
  /** Where the text is saved, when the page itself takes no whole text. */
  action?: string;
}) {
  const t = useT();
  const own = form?.values.source?.[0] ?? '';
  const kept = (name: string) => form?.values[name]?.[0] ?? '';
  return (
    <>
      <Notice kind="warning" title={t('documents.conflict.title')}>
        {t('documents.conflict.lead')}
      </Notice>
      <TextChanges changes={changesBetween(source, own)} />
      <Form method="post" action={action}>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="changeSummary" value={kept('changeSummary')} />
        <input type="hidden" name="legalGround" value={kept('legalGround')} />
        <div className="side-by-side">
          <div>
            <label htmlFor="field-theirs">{t('documents.conflict.theirs')}</label>
            <textarea id="field-theirs" className="source" rows={28} readOnly defaultValue={source} />
          </div>
          <div>
            <label htmlFor="field-source">{t('documents.conflict.mine')}</label>
            <textarea id="field-source" name="source" className="source" rows={28} defaultValue={own} />
          </div>
        </div>
        <Actions>
          <Button>{t('documents.conflict.save')}</Button>
        </Actions>
      </Form>
    </>
  );
}

/** The text was submitted while somebody was writing: it cannot be saved any more, but it is not taken away either. */
export function Frozen({ form }: { form: FormState }) {
  const t = useT();
  const own = form?.values.source?.[0];
  return (
    <>
      <Notice kind="warning" title={t('documents.frozen.title')}>
        {t('documents.refusal.not-a-draft')}
      </Notice>
      {own === undefined ? null : (
        <>
          <label htmlFor="field-own">{t('documents.frozen.own')}</label>
          <textarea id="field-own" className="source own-text" rows={28} readOnly defaultValue={own} />
        </>
      )}
    </>
  );
}
