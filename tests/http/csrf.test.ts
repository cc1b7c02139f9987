import { describe, expect, it } from 'vitest';
import { comesFromOurPages } from '#app/http/csrf.ts';

const ours = 'https://iso.phuong.example';
const post = (secFetchSite?: string, origin?: string) =>
  comesFromOurPages({ method: 'POST', secFetchSite, origin }, ours);

describe('a request that changes something', () => {
  it.each([
    ['same-origin', ours, true],
    ['same-origin', undefined, true],
    ['cross-site', 'https://evil.example', false],
    ['same-site', 'https://forms.phuong.example', false],
    ['none', undefined, false],
    ['cross-site', ours, false],
    [undefined, ours, true],
    [undefined, `${ours}:8443`, false],
    [undefined, 'http://iso.phuong.example', false],
    [undefined, 'https://evil.example', false],
    [undefined, 'null', false],
    [undefined, undefined, false],
  ])('that says site %s and origin %s is taken: %s', (site, origin, taken) => {
    expect(post(site, origin)).toBe(taken);
  });

  it('is guarded whatever its method, and reading is free', () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'PROPFIND', 'post']) {
      expect(comesFromOurPages({ method, secFetchSite: 'cross-site', origin: undefined }, ours)).toBe(false);
    }
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      expect(comesFromOurPages({ method, secFetchSite: 'cross-site', origin: undefined }, ours)).toBe(true);
    }
  });
});
