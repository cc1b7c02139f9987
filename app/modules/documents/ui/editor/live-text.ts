import { useEffect, useRef, useState } from 'react';
import { revisionPath } from '../../paths.ts';
import type { ShownText } from '../../reading/shown-text.server.ts';

const waitBeforePreview = 700;

/** How a source reads while it is typed. Without an answer the last one stays; what is typed is never touched. */
export function useLiveText(revisionId: string, source: string, saved: { source: string; text: ShownText }) {
  const [shown, setShown] = useState(saved.text);
  const [busy, setBusy] = useState(false);
  const asked = useRef(saved.source);
  useEffect(() => {
    if (source === asked.current) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      setBusy(true);
      const body = new FormData();
      body.set('source', source);
      try {
        const answer = await fetch(revisionPath(revisionId, 'preview'), {
          method: 'POST',
          body,
          signal: stop.signal,
        });
        if (answer.ok) {
          const { text } = (await answer.json()) as { text: ShownText }; // our own route
          asked.current = source;
          setShown(text);
        }
      } catch {
        // Typed on meanwhile, or no network: the next change asks again.
      }
      setBusy(false);
    }, waitBeforePreview);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [source, revisionId]);
  return { shown, busy };
}
