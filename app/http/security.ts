import { createHash, randomBytes } from 'node:crypto';

export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

/** How a page may run scripts: by this request's nonce, or only the one known inline script. */
export type ScriptSource = { nonce: string } | { hashOf: string };

function scriptSource(source: ScriptSource): string {
  if ('nonce' in source) return `'nonce-${source.nonce}' 'strict-dynamic'`;
  return `'sha256-${createHash('sha256').update(source.hashOf).digest('base64')}'`;
}

export function contentSecurityPolicy(source: ScriptSource): string {
  return [
    "default-src 'self'",
    `script-src ${scriptSource(source)}`,
    `style-src 'self'${'nonce' in source ? ` 'nonce-${source.nonce}'` : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** Headers of every answer, whatever it is. The page's own policy is added where the page is made. */
export function standingHeaders(secure: boolean): [string, string][] {
  const headers: [string, string][] = [
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'same-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()'],
  ];
  if (secure) headers.push(['Strict-Transport-Security', 'max-age=63072000']);
  return headers;
}

/**
 * The path of our own site that a form asked to go on to, or the fallback. Whatever a browser could read as another
 * site (`//x`, `/\x`, control characters, their escaped forms) is not followed.
 */
export function safeRedirectPath(asked: unknown, fallback = '/'): string {
  if (typeof asked !== 'string' || asked.length > 2_000 || !asked.startsWith('/')) return fallback;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is looked for
  if (/[\\\u0000-\u0020\u007f]|^\/\/|^\/(%2f|%5c|%09|%0a|%0d)/i.test(asked)) return fallback;
  const base = 'http://own.invalid';
  if (!URL.canParse(asked, base)) return fallback;
  const url = new URL(asked, base);
  if (url.origin !== base || url.pathname.startsWith('//')) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}
