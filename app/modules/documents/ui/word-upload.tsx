import { Form, Link } from '@remix-run/react';
import { type FormEvent, useState } from 'react';
import { useT } from '#app/i18n/reader.tsx';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { Stamp } from '#app/ui/stamp.tsx';
import type { FileOutcome } from '../import/importing.server.ts';
import { importFilePath, importResultOf, revisionPath } from '../paths.ts';
import './documents.css';

export function FileOutcomes({ outcomes }: { outcomes: readonly FileOutcome[] }) {
  const t = useT();
  const drafts = outcomes.flatMap((one) => (one.kind === 'refused' ? [] : [one.revisionId]));
  return (
    <>
      <ul className="upload-list">
        {outcomes.map((one) => (
          <li key={one.file}>
            <span>{one.file}</span>
            {one.kind === 'refused' ? (
              <strong className="late">{one.message}</strong>
            ) : (
              <span>
                <Link to={revisionPath(one.revisionId)}>{t(`documents.import.${one.kind}`)}</Link>
              </span>
            )}
          </li>
        ))}
      </ul>
      {drafts.length > 0 ? (
        <p>
          <ButtonLink kind="primary" to={importResultOf(drafts)}>
            {t('documents.import.see-result')}
          </ButtonLink>
        </p>
      ) : null}
    </>
  );
}

type Progress = { file: string; state: 'waiting' | 'reading' | 'done' };

async function send(file: File, failed: string): Promise<FileOutcome[]> {
  const body = new FormData();
  body.append('files', file);
  const answer = await fetch(importFilePath, { method: 'POST', body });
  if (!answer.ok) return [{ kind: 'refused', file: file.name, message: failed }];
  // Written by routes/documents/import-file.ts.
  return (await answer.json()) as FileOutcome[];
}

/** Word files, chosen or dropped. With JavaScript they are sent one by one and each shows when it is read. */
export function WordUpload() {
  const t = useT();
  const [progress, setProgress] = useState<Progress[]>([]);
  const [outcomes, setOutcomes] = useState<FileOutcome[]>([]);
  const busy = progress.some((one) => one.state !== 'done');

  async function sendAll(event: FormEvent<HTMLFormElement>) {
    const field = event.currentTarget.elements.namedItem('files');
    const files = field instanceof HTMLInputElement ? [...(field.files ?? [])] : [];
    if (files.length < 1) return;
    event.preventDefault();
    const state = files.map((file): Progress => ({ file: file.name, state: 'waiting' }));
    const done: FileOutcome[] = [];
    for (const [at, file] of files.entries()) {
      state[at] = { file: file.name, state: 'reading' };
      setProgress([...state]);
      done.push(
        ...(await send(file, t('documents.import.failed')).catch(() => [
          { kind: 'refused' as const, file: file.name, message: t('documents.import.failed') },
        ])),
      );
      state[at] = { file: file.name, state: 'done' };
      setProgress([...state]);
      setOutcomes([...done]);
    }
  }

  return (
    <>
      <Form method="post" encType="multipart/form-data" reloadDocument onSubmit={sendAll}>
        <div className="drop">
          <div className="field">
            <label htmlFor="field-files">{t('documents.import.files')}</label>
            <p className="hint" id="files-hint">
              {t('documents.import.files-hint')}
            </p>
            <input
              id="field-files"
              type="file"
              name="files"
              multiple
              required
              accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
              aria-describedby="files-hint"
              disabled={busy}
            />
          </div>
        </div>
        <Actions>
          <Button>{t('documents.import.submit')}</Button>
        </Actions>
      </Form>
      <div aria-live="polite">
        {progress.length > 0 ? (
          <>
            <p className="upload-progress">
              {t('documents.import.progress', {
                done: progress.filter((one) => one.state === 'done').length,
                all: progress.length,
              })}
            </p>
            <progress value={progress.filter((one) => one.state === 'done').length} max={progress.length} />
          </>
        ) : null}
      </div>
      {busy ? (
        <ul className="upload-list">
          {progress
            .filter((one) => one.state !== 'done')
            .map((one) => (
              <li key={one.file}>
                <span>{one.file}</span>
                <Stamp kind="planned">{t(`documents.import.${one.state}`)}</Stamp>
              </li>
            ))}
        </ul>
      ) : null}
      {outcomes.length > 0 ? <FileOutcomes outcomes={outcomes} /> : null}
    </>
  );
}
