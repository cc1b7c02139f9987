import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { FormState } from '#app/ui/form-field.tsx';
import { revisionPath } from '../../paths.ts';
import type { ShownText } from '../../reading/shown-text.server.ts';

/** What saving by itself answers. */
interface OwnSaving {
  saved?: { version: number; at: string };
  text?: ShownText;
  form?: NonNullable<FormState> & { conflict?: { source: string; version: number } };
  refusal?: string[];
}

const waitBeforeSaving = 1500;
const waitBeforeTryingAgain = 10_000;

/**
 * Sends the form as it stands a moment after the last change, one sending at a time. What could not be sent (no
 * network, session over) stays in its fields and is tried again.
 */
export function useOwnSaving(revisionId: string, seen: number) {
  const element = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const waiting = useRef<HTMLElement | null>(null);
  const sending = useRef(false);
  const unsaved = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const [data, setData] = useState<OwnSaving | undefined>();
  const version = useRef(seen);

  const again = useRef<() => Promise<void>>(async () => {});

  const send = useCallback(async (): Promise<void> => {
    if (!element.current || sending.current) return;
    sending.current = true;
    unsaved.current = false;
    setBusy(true);
    const answer = await sent(revisionId, new FormData(element.current));
    sending.current = false;
    // The two texts of a conflict take the place of the fields: what was typed meanwhile must be in one's own.
    if (answer?.form?.conflict && unsaved.current) return again.current();
    setBusy(false);
    setFailed(answer === null);
    if (answer) {
      version.current = answer.saved?.version ?? version.current;
      const field = element.current?.elements.namedItem('version');
      if (field instanceof HTMLInputElement) field.value = String(version.current);
      setData((before) => ({ text: before?.text, ...answer }));
    } else unsaved.current = true;
    const button = waiting.current;
    waiting.current = null;
    if (button && answer) element.current?.requestSubmit(button);
    else if (unsaved.current && !answer?.form?.conflict)
      timer.current = setTimeout(send, answer === null ? waitBeforeTryingAgain : waitBeforeSaving);
  }, [revisionId]);
  again.current = send;

  useEffect(() => () => clearTimeout(timer.current), []);
  const onInput = useCallback(() => {
    unsaved.current = true;
    clearTimeout(timer.current);
    if (!sending.current) timer.current = setTimeout(send, waitBeforeSaving);
  }, [send]);
  const onSubmit = useCallback((event: FormEvent<HTMLFormElement>) => {
    clearTimeout(timer.current);
    if (!navigator.onLine) {
      // Leaving for a page that cannot come would take the fields away.
      event.preventDefault();
      setFailed(true);
      return;
    }
    if (!sending.current) {
      unsaved.current = false;
      return;
    }
    // The answer brings the version that this button must name.
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent; // a submit event of a browser is one
    waiting.current = submitter instanceof HTMLElement ? submitter : null;
  }, []);
  return { element, seen, busy, failed, data, unsaved, onInput, onSubmit };
}

/** Null when there was no answer of ours. */
async function sent(revisionId: string, filled: FormData): Promise<OwnSaving | null> {
  try {
    const answer = await fetch(revisionPath(revisionId, 'own-saving'), { method: 'POST', body: filled });
    if (!answer.ok || !answer.headers.get('Content-Type')?.includes('json')) return null;
    return (await answer.json()) as OwnSaving; // our own route
  } catch {
    return null;
  }
}
