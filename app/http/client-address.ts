import type { IncomingMessage } from 'node:http';

const loopback = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Where a request comes from, for limits and the list of sessions. With https a proxy of this machine stands in front
 * and adds the address it saw as the last of `X-Forwarded-For`; nobody else's word is taken.
 */
export function clientAddress(request: IncomingMessage, secure: boolean): string {
  const near = request.socket.remoteAddress ?? '';
  if (!secure || !loopback.test(near)) return near;
  const said = request.headers['x-forwarded-for'];
  const last = (Array.isArray(said) ? said.join(',') : (said ?? '')).split(',').at(-1)?.trim() ?? '';
  return /^[\da-fA-F.:]{2,45}$/.test(last) ? last : near;
}
