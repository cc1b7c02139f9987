import { expect, it } from 'vitest';
import { safeRedirectPath } from '#app/http/security.ts';

const hostile = [
  '//evil.example',
  '///evil.example',
  '////evil.example/x',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\\/evil.example',
  '/%2fevil.example',
  '/%2F%2Fevil.example',
  '%2f%2fevil.example',
  '/%5cevil.example',
  '/%09/evil.example',
  '/%0d%0aLocation:%20https://evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\nSet-Cookie: a=b',
  '/ok\r\nSet-Cookie: a=b',
  '/\u0000/evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/./\\evil.example',
  'https://evil.example',
  'http:evil.example',
  'http:/evil.example',
  'https:\\\\evil.example',
  'HTTPS://evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'blob:https://evil.example/x',
  'ftp://evil.example',
  '@evil.example',
  'user:pass@evil.example',
  'evil.example',
  ' //evil.example',
  '.evil.example',
  '',
  `/${'a'.repeat(3_000)}`,
];

it.each(hostile)('"%s" leads nowhere but home', (asked) => {
  const path = safeRedirectPath(asked, '/my-work');
  expect(new URL(path, 'https://iso.phuong.example').origin).toBe('https://iso.phuong.example');
  expect(path).toBe('/my-work');
});

it('what is no text leads home', () => {
  for (const asked of [undefined, null, 7, {}, ['/documents']]) expect(safeRedirectPath(asked)).toBe('/');
});

it('a page of ours is followed with its search and place', () => {
  expect(safeRedirectPath('/documents?q=khai+sinh&page=2#buoc-1')).toBe(
    '/documents?q=khai+sinh&page=2#buoc-1',
  );
  expect(safeRedirectPath('/search?q=a%2Fb')).toBe('/search?q=a%2Fb');
  expect(safeRedirectPath('/tài-liệu')).toBe('/t%C3%A0i-li%E1%BB%87u');
});
