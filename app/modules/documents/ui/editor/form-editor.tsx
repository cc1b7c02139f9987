import { Form } from '@remix-run/react';
import { type FormEvent, useState } from 'react';
import { useT } from '#app/i18n/reader.tsx';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import type { FormState } from '#app/ui/form-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { FormView } from '../../editor/form-view.ts';
import type { NameBook } from '../../editor/name-book.ts';
import type { FormPart } from '../../editor/part-of-finding.ts';
import { revisionPath } from '../../paths.ts';
import type { ShownText } from '../../reading/shown-text.server.ts';
import { SaveConflict } from '../save-conflict.tsx';
import { DraftPreview } from './draft-preview.tsx';
import { FormFactsProvider } from './form-facts.tsx';
import { LiveSums } from './live-sums.tsx';
import { BookLists } from './name-fields.tsx';
import { useOwnSaving } from './own-saving.ts';
import { PartFields } from './part-fields.tsx';
import { PartTabs } from './part-tabs.tsx';
import { SavingState } from './saving-state.tsx';
import '../documents.css';
import './editor.css';

interface EditorProps {
  revision: { id: string; version: number; title_vi: string };
  source: string;
  view: FormView;
  book: NameBook;
  text: ShownText;
  part: FormPart;
  previous: readonly string[];
  form: FormState;
  refusal: readonly string[];
}

/** One part of a draft as a form, beside how it will read. Saves itself while somebody types; without script by its button. */
export function FormEditor(props: EditorProps) {
  const { revision, source, view, book, part, previous, form, refusal } = props;
  const t = useT();
  const saving = useOwnSaving(revision.id, revision.version);
  const shown = saving.data?.text ?? props.text;
  const conflict = saving.data?.form?.conflict;
  const [typed, setTyped] = useState<FormData | null>(null);
  const mistakes = form ?? (conflict ? null : (saving.data?.form ?? null));
  if (conflict) {
    return <SaveConflict form={saving.data?.form} {...conflict} action={revisionPath(revision.id, 'edit')} />;
  }
  return (
    <FormFactsProvider
      value={{ form: form ?? whileTyping(saving.data?.form), book, view, lang: shown.language }}
    >
      <PartTabs view={view} findings={shown.findings} part={part} />
      <div className="editor">
        <div>
          <ErrorSummary form={form} labels={labelsOf(view, form)} />
          {[...refusal, ...(saving.data?.refusal ?? [])].length > 0 ? (
            <Notice kind="warning" title={t('editor.refused.title')}>
              <ul>
                {[...refusal, ...(saving.data?.refusal ?? [])].map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Notice>
          ) : null}
          <Form
            ref={saving.element}
            method="post"
            encType="multipart/form-data"
            preventScrollReset
            className="form-editor"
            onSubmit={saving.onSubmit}
            onInput={(event: FormEvent<HTMLFormElement>) => {
              setTyped(new FormData(event.currentTarget));
              saving.onInput();
            }}
          >
            <input type="hidden" name="version" defaultValue={saving.seen} />
            {/* In one line, for a form sends every line end as its own kind. */}
            <input type="hidden" name="base" value={JSON.stringify(source)} />
            {/* The first button of a form is pressed by the Enter key: it must be the one that only saves. */}
            <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
            <button type="submit" name="act" data-place hidden tabIndex={-1} aria-hidden="true" />
            <BookLists lists={[['roles'], ['forms'], ['bases'], ['fees'], ['roles', 'units']]} />
            {part === 'steps' ? <LiveSums view={view} typed={typed} /> : null}
            <PartFields part={part} findings={shown.findings} previous={previous} />
            <div className="editor-save">
              <Button>{t('documents.edit.save')}</Button>
              <SavingState {...saving} saved={saving.data?.saved ?? null} mistakes={mistakes} />
            </div>
          </Form>
        </div>
        <DraftPreview revision={revision} shown={shown} busy={saving.busy} />
      </div>
    </FormFactsProvider>
  );
}

/** What is not right yet is said at its field; the field keeps what stands in it. */
function whileTyping(refused: FormState): FormState {
  return refused ? { ...refused, values: {} } : null;
}

/** A field by the row it stands in, as the row is headed. */
function labelsOf(view: FormView, form: FormState): Record<string, string> {
  const label = (field: string) => {
    const at = /^[cpt](\d+)\./.exec(field)?.[1];
    const values = at === undefined ? undefined : view.components[Number(at)]?.values;
    return (
      values?.title ??
      values?.name ??
      values?.short ??
      values?.label ??
      values?.id ??
      field.replace(/^[fnm]\./, '')
    );
  };
  return Object.fromEntries(Object.keys(form?.errors ?? {}).map((field) => [field, label(field)]));
}
