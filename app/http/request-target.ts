/**
 * The path that a request asks for. `GET http://host/path` is the same request as `GET /path` (RFC 9112, 3.2.2), and
 * the host it names is nobody's word. Null for what is no address (`*`).
 */
export function requestTarget(url: string | undefined): string | null {
  if (url?.startsWith('/')) return url;
  if (!url || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}
