import { expect, test } from 'vitest';
import { requestTarget } from '#app/http/request-target.ts';

test.each([
  ['/documents?page=2', '/documents?page=2'],
  ['//evil.example/documents', '//evil.example/documents'],
  ['http://evil.example/documents?page=2', '/documents?page=2'],
  ['HTTPS://evil.example:99/a%20b', '/a%20b'],
  ['http://evil.example', '/'],
  ['*', null],
  ['ftp://evil.example/documents', null],
  ['http://[half', null],
  ['', null],
  [undefined, null],
])('the target %j asks for %j', (url, path) => {
  expect(requestTarget(url)).toBe(path);
});
