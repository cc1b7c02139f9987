import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';

export interface AppEnv {
  /** Absolute path of the data folder. */
  dataFolder: string;
  /** `postgres://…`, or the absolute path of the SQLite file. */
  databaseUrl: string;
  /** Scheme, host and port of every absolute link; never taken from a request. */
  origin: string;
  /** True when people reach us by https. */
  secure: boolean;
  host: string;
  port: number;
}

/** A setting that cannot be used, said once in each language. */
export class UnusableSetting extends Error {
  readonly kind = 'unusable-setting';
}

const sentences = {
  PORT: ['PORT must be a whole number from 0 to 65535.', 'PORT phải là số nguyên từ 0 đến 65535.'],
  HOST: ['HOST must be a host name or an IP address.', 'HOST phải là tên máy hoặc địa chỉ IP.'],
  QMS_DATA: ['QMS_DATA must be the path of a folder.', 'QMS_DATA phải là đường dẫn của một thư mục.'],
  DATABASE_URL: [
    'DATABASE_URL must be a postgres:// address or the path of a SQLite file.',
    'DATABASE_URL phải là địa chỉ postgres:// hoặc đường dẫn của một tệp SQLite.',
  ],
  APP_ORIGIN: [
    'APP_ORIGIN must be scheme, host and port only, for example https://iso.example.gov.vn.',
    'APP_ORIGIN chỉ gồm giao thức, tên máy và cổng, ví dụ https://iso.example.gov.vn.',
  ],
} as const;

const plainHttp = [
  'APP_ORIGIN with http:// works only on localhost: put nginx or Caddy with a TLS certificate in front and set APP_ORIGIN to the https:// address.',
  'APP_ORIGIN dùng http:// chỉ chạy được trên localhost: hãy đặt nginx hoặc Caddy có chứng thư TLS ở phía trước và ghi APP_ORIGIN là địa chỉ https://.',
] as const;

const settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65_535))
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  QMS_DATA: z
    .string()
    .min(1)
    .refine((path) => !path.includes('\0'))
    .default('./data'),
  DATABASE_URL: z
    .string()
    .min(1)
    .refine((url) => /^postgres(ql)?:\/\/./.test(url) || !/^[a-z][a-z0-9+.-]+:\/\//i.test(url))
    .optional(),
  APP_ORIGIN: z.string().optional(),
});

function refuse([english, vietnamese]: readonly [string, string]): never {
  throw new UnusableSetting(`${english}\n${vietnamese}`);
}

function readOrigin(text: string): URL {
  if (!URL.canParse(text)) refuse(sentences.APP_ORIGIN);
  const url = new URL(text);
  const onlyOrigin = text === url.origin || text === `${url.origin}/`;
  if (!onlyOrigin || (url.protocol !== 'http:' && url.protocol !== 'https:')) refuse(sentences.APP_ORIGIN);
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol === 'http:' && !loopback) refuse(plainHttp);
  return url;
}

/** All settings of the program, read once. Throws `UnusableSetting` for the first that cannot be used. */
export function readEnv(source: Record<string, string | undefined>): AppEnv {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = settings.safeParse(given);
  if (!read.success) {
    const name = read.error.issues[0]?.path[0];
    refuse(sentences[Object.hasOwn(sentences, String(name)) ? (name as keyof typeof sentences) : 'QMS_DATA']);
  }
  const { PORT, HOST, QMS_DATA, DATABASE_URL, APP_ORIGIN } = read.data;
  const dataFolder = resolve(QMS_DATA);
  const url = DATABASE_URL ?? 'qms.sqlite';
  const postgres = /^postgres(ql)?:\/\//.test(url);
  const origin = readOrigin(APP_ORIGIN ?? `http://localhost:${PORT}`);
  return {
    dataFolder,
    databaseUrl: postgres || isAbsolute(url) ? url : resolve(DATABASE_URL ? '.' : dataFolder, url),
    origin: origin.origin,
    secure: origin.protocol === 'https:',
    host: HOST,
    port: PORT,
  };
}
