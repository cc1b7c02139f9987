const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface Provenance {
  method: string;
  secFetchSite: string | undefined;
  origin: string | undefined;
}

/**
 * Did one of our own pages send this request? The browser says so itself in `Sec-Fetch-Site`; an older one sends
 * `Origin`, which must be exactly ours. A request that says neither may change nothing. What a proxy claims about the
 * host is not asked. Remix's own check leaves out resource routes, so this one stands before all of them.
 */
export function comesFromOurPages({ method, secFetchSite, origin }: Provenance, appOrigin: string): boolean {
  if (safeMethods.has(method)) return true;
  if (secFetchSite !== undefined) return secFetchSite === 'same-origin';
  return origin === appOrigin;
}
