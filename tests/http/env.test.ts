import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnv } from '#app/http/env.ts';

describe('the settings of the program', () => {
  it('need nothing to start on one machine', () => {
    expect(readEnv({})).toEqual({
      dataFolder: resolve('data'),
      databaseUrl: resolve('data/qms.sqlite'),
      origin: 'http://localhost:3000',
      secure: false,
      host: '127.0.0.1',
      port: 3000,
    });
  });

  it('may name a port, a folder, another database and the public address', () => {
    const env = readEnv({
      PORT: '8080',
      QMS_DATA: '/srv/iso',
      DATABASE_URL: 'postgres://iso@db/iso',
      APP_ORIGIN: 'https://iso.phuong.example/',
    });
    expect(env).toMatchObject({
      port: 8080,
      dataFolder: '/srv/iso',
      databaseUrl: 'postgres://iso@db/iso',
      origin: 'https://iso.phuong.example',
      secure: true,
    });
    expect(readEnv({ DATABASE_URL: '/srv/iso/other.sqlite' }).databaseUrl).toBe('/srv/iso/other.sqlite');
  });

  it('treats an empty setting as one that is not given', () => {
    expect(readEnv({ PORT: '', APP_ORIGIN: '' }).origin).toBe('http://localhost:3000');
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ HOST: 'a b' }, 'HOST'],
    [{ QMS_DATA: 'a\0b' }, 'QMS_DATA'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ APP_ORIGIN: 'iso.phuong.example' }, 'APP_ORIGIN'],
    [{ APP_ORIGIN: 'https://iso.phuong.example/iso' }, 'APP_ORIGIN'],
    [{ APP_ORIGIN: 'https://user@iso.phuong.example' }, 'APP_ORIGIN'],
    [{ APP_ORIGIN: 'ftp://iso.phuong.example' }, 'APP_ORIGIN'],
  ])('refuses %j with one sentence in each language', (source, name) => {
    const said = (() => {
      try {
        readEnv(source);
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
      return '';
    })();
    const lines = said.split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toContain(name);
  });

  it('refuses plain http beyond this machine and says how to put TLS in front', () => {
    expect(() => readEnv({ APP_ORIGIN: 'http://iso.phuong.example' })).toThrow(/nginx or Caddy.*https:\/\//);
    expect(() => readEnv({ APP_ORIGIN: 'http://localhost.evil.example' })).toThrow(/nginx/);
    expect(readEnv({ APP_ORIGIN: 'http://127.0.0.1:3000' }).secure).toBe(false);
  });
});
