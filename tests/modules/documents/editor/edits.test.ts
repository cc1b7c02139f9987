import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outline } from '#app/mdx/outline-shape.ts';
import { applyEdits, childrenOf, type Edit } from '#app/modules/documents/editor/edits.ts';
import { shownProse } from '#app/modules/documents/editor/prose.ts';
import { draftFrom } from '#app/modules/documents/import/draft.ts';
import { type Random, randomOf } from '#tests/harness/random.ts';
import { imported } from '../import/sample-set.ts';
import { outlined, pictureOf } from './outlined.ts';

const runs = process.env.QMS_LONG === '1' ? 5_000 : 100;

function textsIn(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

const library = [...textsIn('content/library'), ...textsIn('content/starters')];
const odd: [string, string][] = [
  ['with CRLF', (library[0]?.[1] ?? '').replaceAll('\n', '\r\n')],
  ['with a byte-order mark', `\ufeff${library[0]?.[1] ?? ''}`],
  [
    'written in one line and otherwise',
    '---\ntitle:\n  vi: Một\nkind: procedure\nclauses:\n  "2015":\n    - "8.1"\n---\n\nTrước.\n\n<Section id="a" title=\'A "b" &amp; c\'>\nChữ liền dòng \\< 5, `<x>` và <LegalBasis ref="nd-123-2015" />.\n\n```\n<giữ> nguyên\n```\n\n<Steps><Case id="t" title="T" limit="8h" /><Step id="s" title="S" /><Step\n   id="z" title="Z"><Time case="t" within="2h" />chữ</Step></Steps>\n</Section>\n\nSau.',
  ],
];

const words = [
  'Trẻ < 6 tuổi',
  'mức {a} & b',
  '- gạch [[căn cứ: nd-123-2015]]',
  'import là nhập',
  '### Mục',
  '',
  'dài hơn',
  '\\< rồi',
];

/** An edit at random, what it must make of the picture, and the window in which bytes may change. */
function randomEdit(source: string, outline: Outline, random: Random) {
  const number = random.below(outline.components.length);
  const component = outline.components[number];
  if (!component) throw new Error('empty');
  const line = (offset: number) => source.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = (offset: number) => {
    const end = source.indexOf('\n', offset);
    return end === -1 ? source.length : end + 1;
  };
  const kind = random.pick(['title', 'prose', 'remove', 'insert', 'arrange', 'head'] as const);
  if (kind === 'title') {
    const name = {
      Step: 'result',
      Section: 'title',
      Case: 'title',
      Paper: 'name',
      Record: 'name',
      Abbreviation: 'long',
      Field: 'label',
    }[component.name];
    if (!name) return null;
    const value = `Mới ${random.pick(['"kép" & <b>', '{x}', 'thường', "'đơn'"])}`;
    return {
      edit: { do: 'attribute', of: number, name, value } satisfies Edit,
      window: [component.span.start, component.headEnd],
      change: (at: ReturnType<typeof flat>) => {
        const one = at[number];
        if (one) one.attributes[name] = value;
      },
    };
  }
  if (kind === 'prose') {
    const stretch = random.below(Math.max(1, component.prose.length));
    const span = component.prose[stretch];
    if (!span || span.span.start === span.span.end || span.fixed) return null;
    const shown = shownProse(source.slice(span.span.start, span.span.end)).split('\n');
    const place = random.below(shown.length + 1);
    const text = [...shown.slice(0, place), '', random.pick(words), '', ...shown.slice(place)].join('\n');
    return {
      edit: { do: 'prose', of: number, stretch, text } satisfies Edit,
      window: [span.span.start, span.span.end],
      text,
    };
  }
  if (kind === 'remove') {
    if (component.inline) return null;
    return {
      edit: { do: 'remove', component: number } satisfies Edit,
      window: [line(component.span.start), lineEnd(lineEnd(component.span.end))],
      removed: number,
    };
  }
  if (kind === 'insert') {
    const name = { Steps: 'Step', Dossier: 'Paper', Section: 'Abbreviation' }[component.name];
    if (!name) return null;
    const siblings = childrenOf(outline, number, name);
    const after = siblings.length > 0 && random.chance(0.7) ? random.pick(siblings) : null;
    const attributes = {
      Step: { id: 'moi-tinh', title: 'Mới < 1' },
      Paper: { name: 'Giấy "mới"' },
      Abbreviation: { short: 'XYZ', long: 'X & Z' },
    }[name] as Record<string, string>; // one of the three above
    return {
      edit: { do: 'insert', into: number, after, component: { name, attributes } } satisfies Edit,
      window: [component.span.start, component.span.end],
      inserted: { name, attributes },
    };
  }
  if (kind === 'arrange') {
    const name = { Steps: 'Step', Dossier: 'Paper' }[component.name];
    const now = name ? childrenOf(outline, number, name) : [];
    if (!name || now.length < 2) return null;
    const order = now
      .map((one) => ({ one, key: random.next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ one }) => one);
    return {
      edit: { do: 'arrange', parent: number, name, order } satisfies Edit,
      window: [component.span.start, component.span.end],
      order,
      parent: number,
    };
  }
  const path = random.pick(['title.vi', 'title.en', 'unit', 'code', 'clauses', 'tthc', 'public'] as const);
  const value = {
    'title.vi': 'Tên "mới": 1',
    'title.en': 'New',
    unit: 'don-vi',
    code: 'QT 01/A',
    clauses: { '2026': ['8.1'] },
    tthc: ['1.000001'],
    public: random.chance(0.5),
  }[path];
  return {
    edit: { do: 'front-matter', path, value } satisfies Edit,
    window: [0, outline.frontMatterEnd + 1],
    path,
    value,
  };
}

type Whole = ReturnType<typeof pictureOf>;

function flat(picture: Whole): Whole['body'][] {
  const all: Whole['body'][] = [];
  const descend = (one: Whole['body']) => {
    for (const child of one.children) {
      all.push(child);
      descend(child);
    }
  };
  descend(picture.body);
  return all;
}

const stripped = (one: Whole['body']): unknown => ({ ...one, children: one.children.map(stripped) });

describe('one text, edited by the form', () => {
  it('an edit that says what stands there changes no byte, in every text of the library', () => {
    for (const [name, source] of [...library, ...odd]) {
      const outline = outlined(source);
      const edits = outline.components.flatMap((one, of): Edit[] => [
        ...one.attributes.map(
          (attribute): Edit => ({ do: 'attribute', of, name: attribute.name, value: attribute.value }),
        ),
        ...one.prose.map(
          (prose, stretch): Edit => ({
            do: 'prose',
            of,
            stretch,
            text: `${shownProse(source.slice(prose.span.start, prose.span.end)).replaceAll('\n', '\r\n')}\r\n`,
          }),
        ),
      ]);
      const heads = outline.frontMatter.flatMap((entry): Edit[] =>
        entry.path === 'title'
          ? []
          : [{ do: 'front-matter', path: entry.path, value: entry.value as string }],
      );
      expect(applyEdits(source, outline, [...edits, ...heads]), name).toBe(source);
    }
  });

  it(`${runs} random edits change what was edited and nothing else`, () => {
    const texts = [...library.filter(([, text]) => text.includes('<S')), ...odd];
    let done = 0;
    for (let seed = 1; done < runs; seed += 1) {
      const random = randomOf(seed);
      const [name, source] = random.pick(texts);
      if (tryEdit(`${name}, seed ${seed}`, source, random)) done += 1;
    }
  });
});

function tryEdit(name: string, source: string, random: Random): boolean {
  const outline = outlined(source);
  const made = randomEdit(source, outline, random);
  if (!made) return false;
  const after = applyEdits(source, outline, [made.edit]);
  const [from = 0, to = 0] = made.window;
  expect(after.startsWith(source.slice(0, from)), `${name}: before ${JSON.stringify(made.edit)}`).toBe(true);
  expect(after.endsWith(source.slice(to)), `${name}: after ${JSON.stringify(made.edit)}`).toBe(true);
  const now = outlined(after);
  const seen = pictureOf(after, now);
  const expected = pictureOf(source, outline);
  const before = flat(expected);
  if ('change' in made) made.change?.(before);
  if ('removed' in made && made.removed !== undefined) drop(expected.body, before[made.removed]);
  if ('order' in made && made.order) {
    const parent = before[made.parent];
    const moved = made.order.map((one) => before[one]);
    let next = 0;
    const names = moved[0]?.name;
    if (parent)
      parent.children = parent.children.map((child) =>
        child.name === names ? (moved[next++] ?? child) : child,
      );
  }
  if ('path' in made && made.path) {
    const { [made.path]: written, ...others } = seen.head;
    const { [made.path]: _old, ...same } = expected.head;
    expect(written, name).toBe(
      JSON.stringify(typeof made.value === 'boolean' ? written && JSON.parse(written) : made.value),
    );
    delete others.title;
    delete same.title;
    expect(others, name).toEqual(same);
    expect(seen.body, name).toEqual(expected.body);
    return true;
  }
  if ('inserted' in made && made.inserted) {
    const added = flat(seen).filter(
      (one) => JSON.stringify(one.attributes) === JSON.stringify(made.inserted?.attributes),
    );
    expect(added, name).toHaveLength(1);
    drop(seen.body, added[0]);
    expect(joined(seen), name).toEqual(joined(expected));
    return true;
  }
  if ('text' in made) {
    expect(
      flat(seen)
        .map((one) => [one.name, one.attributes])
        .filter(([one]) => one !== 'LegalBasis'),
      name,
    ).toEqual(
      flat(expected)
        .map((one) => [one.name, one.attributes])
        .filter(([one]) => one !== 'LegalBasis'),
    );
    return true;
  }
  expect(seen.head, name).toEqual(expected.head);
  expect(stripped(joined(seen)), `${name} ${JSON.stringify(made.edit)}`).toEqual(stripped(joined(expected)));
  return true;
}

/** Stretches that touch become one when the component between them goes. */
function joined(picture: Whole): Whole['body'] {
  const walk = (one: Whole['body']): Whole['body'] => ({
    ...one,
    prose: [one.prose.join('\n').replace(/\n+/g, '\n')].filter((text) => text !== ''),
    children: one.children.map(walk),
  });
  return walk(picture.body);
}

function drop(parent: Whole['body'], gone: Whole['body'] | undefined): void {
  parent.children = parent.children.filter((child) => child !== gone);
  for (const child of parent.children) drop(child, gone);
}

const folder = process.env.QMS_REAL_DATA ? join(process.env.QMS_REAL_DATA, 'procedures-docx') : '';

describe.skipIf(folder === '' || !existsSync(folder))(
  'drafts of real procedures (needs QMS_REAL_DATA)',
  () => {
    it('are taken apart and edited like the library', async () => {
      for (const file of readdirSync(folder)) {
        const source = draftFrom(await imported(readFileSync(join(folder, file)), file));
        const random = randomOf(7);
        for (let count = 0; count < (process.env.QMS_LONG === '1' ? 100 : 5); count += 1)
          tryEdit(file, source, random);
      }
    });
  },
);
