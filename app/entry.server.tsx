import { Writable } from 'node:stream';
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { contentSecurityPolicy } from './http/security.ts';
import { installMessages } from './i18n/catalog.ts';
import { messages as english } from './i18n/messages-en.ts';
import { messages as vietnamese } from './i18n/messages-vi.ts';
import { keysScript } from './ui/keys-script.ts';
import { NonceProvider } from './ui/nonce.ts';

// The words the browser's own files were built with, so that both sides write the same page.
installMessages('vi', vietnamese);
installMessages('en', english);

export const streamTimeout = 10_000;

/** The page is made whole before it is sent: it can then carry its length, be compressed in one go and be kept. */
function renderWhole(element: React.ReactElement): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const body = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk);
        done();
      },
    });
    body.on('finish', () => {
      clearTimeout(timer);
      // React 18 fills the rest of its buffer with zeros where a Vietnamese letter did not fit.
      resolve(Buffer.concat(chunks).toString('utf8').replaceAll('\0', ''));
    });
    const { pipe, abort } = renderToPipeableStream(element, {
      onAllReady: () => pipe(body),
      onShellError: (error) => {
        clearTimeout(timer);
        reject(error);
      },
    });
    // A timer left behind would hold the whole render in memory for its time.
    const timer = setTimeout(abort, streamTimeout);
  });
}

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { nonce } = context;
  const element = (
    <NonceProvider value={nonce}>
      <RemixServer context={remix} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
    </NonceProvider>
  );
  const html = await renderWhole(element);
  const scripted = html.includes('window.__remixContext');
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set(
    'Content-Security-Policy',
    contentSecurityPolicy(scripted ? { nonce } : { hashOf: keysScript }),
  );
  // Remix gives its scripts the nonce but not their preloads, which 'strict-dynamic' then refuses.
  const body = html.replaceAll('<link rel="modulepreload"', `<link rel="modulepreload" nonce="${nonce}"`);
  return new Response(body, { status, headers });
}

/** Faults of the program go to the log with the path only: query words and form fields may be personal. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  const { services } = context;
  services.log.error(
    { path: new URL(request.url).pathname, method: request.method, err: error },
    'request failed',
  );
};
