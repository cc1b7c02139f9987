import { Form, useBeforeUnload } from '@remix-run/react';
import { useCallback } from 'react';
import { useT } from '#app/i18n/reader.tsx';
import { Button } from '#app/ui/button.tsx';
import { type FormState, TextArea } from '#app/ui/form-field.tsx';
import { revisionPath } from '../paths.ts';
import type { ShownText } from '../reading/shown-text.server.ts';
import { useOwnSaving } from './editor/own-saving.ts';
import { SavingState } from './editor/saving-state.tsx';
import { InsertHelp } from './insert-help.tsx';
import { SaveConflict } from './save-conflict.tsx';
import { SourceEditor } from './source-editor.tsx';
import './editor/editor.css';

interface SourceFormProps {
  revision: { id: string; version: number; title_vi: string; change_summary: string; legal_ground: string };
  source: string;
  text: ShownText;
  roles: readonly { key: string; name: string }[];
  form: FormState;
}

/** A draft as its source, with what its change is about. Saves itself; without script by its button. */
export function SourceForm({ revision, source, text, roles, form }: SourceFormProps) {
  const t = useT();
  const saving = useOwnSaving(revision.id, Number(form?.values.version?.[0] ?? revision.version));
  const conflict = saving.data?.form?.conflict;
  const { unsaved } = saving;
  useBeforeUnload(
    useCallback(
      (event: BeforeUnloadEvent) => {
        // Saving leaves the page too, but through the form; the browser then does not ask.
        if (unsaved.current && document.activeElement?.tagName !== 'BUTTON') event.preventDefault();
      },
      [unsaved],
    ),
  );
  if (conflict)
    return <SaveConflict form={saving.data?.form} {...conflict} action={revisionPath(revision.id, 'edit')} />;
  return (
    <Form method="post" ref={saving.element} onSubmit={saving.onSubmit}>
      <input type="hidden" name="version" defaultValue={saving.seen} />
      <SourceEditor revision={{ ...revision, source }} text={text} form={form} onChange={saving.onInput} />
      <InsertHelp roles={roles} />
      <TextArea
        name="changeSummary"
        label={t('documents.field.change-summary')}
        value={revision.change_summary}
        rows={2}
        form={form}
      />
      <TextArea
        name="legalGround"
        label={t('documents.field.legal-ground')}
        value={revision.legal_ground}
        rows={2}
        form={form}
      />
      <div className="editor-save">
        <Button>{t('documents.edit.save')}</Button>
        <SavingState {...saving} saved={saving.data?.saved ?? null} mistakes={saving.data?.form ?? null} />
      </div>
    </Form>
  );
}
