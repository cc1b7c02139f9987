import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Refused } from '#app/http/errors.ts';
import { attempt, parseForm } from '#app/http/forms.ts';

const schema = z.strictObject({
  title: z.string().trim().min(1).max(10),
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'errors.field.day'),
});

function formOf(entries: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

describe('a form', () => {
  it('keeps no NUL, which one of the databases refuses', () => {
    const form = new FormData();
    form.set('login', 'an\0h');
    expect(parseForm(form, z.object({ login: z.string() }))).toMatchObject({
      ok: true,
      value: { login: 'anh' },
    });
  });

  it('gives its values in composed Unicode with unix line ends', () => {
    const decomposed = 'Tết'.normalize('NFD');
    const read = parseForm(
      formOf([
        ['title', `${decomposed}\r\na`],
        ['day', '2026-03-03'],
      ]),
      schema,
    );
    expect(read).toMatchObject({ ok: true, value: { title: 'Tết\na' } });
  });

  it('keeps what was typed and says what to mend', () => {
    const read = parseForm(
      formOf([
        ['title', 'dài hơn mười chữ'],
        ['day', 'mai'],
      ]),
      schema,
    );
    expect(read).toEqual({
      ok: false,
      values: { title: ['dài hơn mười chữ'], day: ['mai'] },
      errors: { title: ['errors.field.too-long'], day: ['errors.field.day'] },
      refusal: null,
    });
  });

  it('says which required field is missing', () => {
    const read = parseForm(formOf([['title', '  ']]), schema);
    expect(read).toMatchObject({
      ok: false,
      errors: { title: ['errors.field.required'], day: ['errors.field.required'] },
    });
  });

  it('takes no entry that the form does not have', () => {
    const read = parseForm(
      formOf([
        ['title', 'a'],
        ['day', '2026-03-03'],
        ['role', 'admin'],
      ]),
      schema,
    );
    expect(read).toMatchObject({ ok: false, errors: { '': ['errors.field.unknown'] } });
    const named = parseForm(
      formOf([
        ['title', 'a'],
        ['day', '2026-03-03'],
        ['__proto__', 'x'],
      ]),
      schema,
    );
    expect(named.ok).toBe(false);
  });

  it('gives several values under one name as a list', () => {
    const several = z.object({ unit: z.union([z.string(), z.array(z.string())]) });
    expect(
      parseForm(
        formOf([
          ['unit', 'a'],
          ['unit', 'b'],
        ]),
        several,
      ),
    ).toMatchObject({
      ok: true,
      value: { unit: ['a', 'b'] },
    });
  });
});

describe('a command that the field refuses', () => {
  it('comes back as a form with its reason and what was typed', async () => {
    const values = { title: ['a'] };
    const outcome = await attempt(values, () =>
      Promise.reject(new Refused('errors.forbidden.text', { n: 1 })),
    );
    expect(outcome).toEqual({
      ok: false,
      values,
      errors: {},
      refusal: { code: 'errors.forbidden.text', details: { n: 1 } },
    });
  });

  it('does not hide a fault of the program', async () => {
    await expect(attempt({}, () => Promise.reject(new Error('disk')))).rejects.toThrow('disk');
  });
});
