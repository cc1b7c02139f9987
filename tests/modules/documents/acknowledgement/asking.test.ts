import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askedInTurn,
  type Known,
  knowing,
  partsAsked,
  partsOfRow,
  type ReadRevision,
} from '#app/modules/documents/acknowledgement/asking.ts';

/** A revision told as `part: words`, and the roles of its steps. */
function revisionOf(words: Record<string, string>, duties: Record<string, string[]>): ReadRevision {
  return {
    parts: Object.entries(words).map(([key, hash]) => ({ key, hash })),
    duties: new Map(Object.entries(duties).map(([step, roles]) => [step, new Set(roles)])),
  };
}

const duties = { nhan: ['mot-cua'], tham: ['tu-phap', 'truong'] };
const words = {
  'section:muc-dich': 'p1',
  'section:pham-vi': 's1',
  'section:noi-dung': 'c1',
  'step:nhan': 'n1',
  'step:tham': 't1',
};
const first = revisionOf(words, duties);
const changed = (change: Record<string, string>, roles: Record<string, string[]> = duties) =>
  revisionOf({ ...words, ...change }, roles);
const nobody: Known = new Map();
const readFirst = knowing(
  nobody,
  first,
  first.parts.map((part) => part.key),
);
const roles = (...keys: string[]) => new Set(keys);

describe('what an officer is asked to read', () => {
  it('is nothing without a duty in the document', () => {
    expect(partsAsked(first, null, roles('van-thu'), nobody)).toEqual({ whole: false, parts: [] });
    expect(partsAsked(first, null, roles(), nobody).parts).toEqual([]);
  });

  it('is the whole text at the first reading', () => {
    expect(partsAsked(first, null, roles('mot-cua'), nobody)).toEqual({
      whole: true,
      parts: Object.keys(words),
    });
  });

  it.each<[string, Record<string, string>, string, string[]]>([
    ['their own step', { 'step:nhan': 'n2' }, 'mot-cua', ['step:nhan']],
    ['a step of others', { 'step:tham': 't2' }, 'mot-cua', []],
    ['a step they answer for', { 'step:tham': 't2' }, 'truong', ['step:tham']],
    ['the scope', { 'section:pham-vi': 's2' }, 'mot-cua', ['section:pham-vi']],
    ['cases and papers', { 'section:noi-dung': 'c2' }, 'tu-phap', ['section:noi-dung']],
    ['the purpose', { 'section:muc-dich': 'p2' }, 'mot-cua', []],
    ['nothing', {}, 'mot-cua', []],
  ])('after a change of %s', (_what, change, role, parts) => {
    expect(partsAsked(changed(change), first, roles(role), readFirst)).toEqual({ whole: false, parts });
  });

  it('is the step of a duty taken over later', () => {
    const known = knowing(nobody, first, ['section:pham-vi', 'section:noi-dung', 'step:nhan']);
    expect(partsAsked(first, null, roles('mot-cua', 'tu-phap'), known).parts).toEqual(['step:tham']);
  });

  it('is that a step is no longer theirs, or no longer there, once', () => {
    const given = changed({ 'step:nhan': 'n2' }, { nhan: ['tu-phap'], tham: ['tu-phap'] });
    expect(partsAsked(given, first, roles('mot-cua'), readFirst).parts).toEqual(['step:nhan']);
    const { 'step:nhan': _, ...rest } = words;
    const gone = revisionOf(rest, { tham: ['tu-phap'] });
    const asked = partsAsked(gone, first, roles('mot-cua'), readFirst).parts;
    expect(asked).toEqual(['step:nhan']);
    expect(partsAsked(gone, first, roles('mot-cua'), knowing(readFirst, gone, asked)).parts).toEqual([]);
    // Who never read the step is not told that it went.
    expect(partsAsked(gone, first, roles('mot-cua'), nobody).parts).toEqual([]);
  });

  it('of a revision to come is only what the one in force will not have told', () => {
    const second = { ...changed({ 'step:tham': 't2' }), base: first };
    const inTurn = askedInTurn([{ ...first, base: null }, second], roles('mot-cua'), nobody);
    expect(inTurn.map(({ asked }) => [asked.whole, asked.parts.length])).toEqual([
      [true, 5],
      [false, 0],
    ]);
  });

  it('counts whole acknowledgements of before as whole', () => {
    expect(partsOfRow(['muc-dich', 'noi-dung'], first)).toEqual(Object.keys(words));
    expect(partsOfRow(['step:nhan'], first)).toEqual(['step:nhan']);
  });
});

/** A life of a document by chance: its texts, who fills which role when, and who signs when asked. */
interface Turn {
  revise: boolean;
  change: Record<string, number>;
  /** Roles of the two officers in this turn. */
  roles: number[];
  signs: boolean[];
}

const roleKeys = ['mot-cua', 'tu-phap', 'truong', 'van-thu'];
const keys = Object.keys(words);
const turns = fc.array(
  fc.record<Turn>({
    revise: fc.boolean(),
    change: fc.dictionary(fc.constantFrom(...keys), fc.nat({ max: 3 }), { maxKeys: 2 }),
    roles: fc.array(fc.nat({ max: 15 }), { minLength: 2, maxLength: 2 }),
    signs: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 12 },
);
const rolesOf = (bits: number) => new Set(roleKeys.filter((_, at) => (bits & (1 << at)) !== 0));

describe('every history of a document and its readers', () => {
  const runs = process.env.QMS_LONG === '1' ? 20_000 : 2_000;

  it('asks nobody twice for the same words, and nobody whose duties are not touched', () => {
    let asks = 0;
    let wholes = 0;
    fc.assert(
      fc.property(turns, (life) => {
        let current = { ...first, base: null as ReadRevision | null };
        const known: Known[] = [nobody, nobody];
        const signed = [new Set<string>(), new Set<string>()];
        for (const turn of life) {
          if (turn.revise) {
            const said = Object.fromEntries(current.parts.map((part) => [part.key, part.hash]));
            const next = Object.fromEntries(Object.entries(turn.change).map(([key, n]) => [key, `v${n}`]));
            current = { ...revisionOf({ ...said, ...next }, duties), base: current };
          }
          for (const who of [0, 1]) {
            const mine = rolesOf(turn.roles[who] ?? 0);
            const { whole, parts } = partsAsked(current, current.base, mine, known[who] ?? nobody);
            const touched = ['mot-cua', 'tu-phap', 'truong'].some((role) => mine.has(role));
            if (!touched) expect(parts).toEqual([]);
            for (const key of parts) {
              const said = `${key} ${current.parts.find((part) => part.key === key)?.hash}`;
              expect(signed[who]?.has(said), said).toBe(false);
              if (whole) continue;
              const own = key === 'step:nhan' ? ['mot-cua'] : ['tu-phap', 'truong'];
              if (key.startsWith('step:')) expect(own.some((role) => mine.has(role))).toBe(true);
              else expect(key).not.toBe('section:muc-dich');
            }
            if (parts.length > 0) asks += 1;
            if (whole) wholes += 1;
            if (!turn.signs[who] || parts.length === 0) continue;
            known[who] = knowing(known[who] ?? nobody, current, parts);
            for (const part of current.parts)
              if (parts.includes(part.key)) signed[who]?.add(`${part.key} ${part.hash}`);
            expect(partsAsked(current, current.base, mine, known[who] ?? nobody).parts).toEqual([]);
          }
        }
      }),
      { numRuns: runs },
    );
    expect(wholes).toBeGreaterThan(runs / 10);
    expect(asks - wholes).toBeGreaterThan(runs / 10);
  });

  it('leaves nothing unread that touches a duty once its holder has signed everything asked', () => {
    fc.assert(
      fc.property(turns, (life) => {
        let current = { ...first, base: null as ReadRevision | null };
        let known: Known = nobody;
        for (const turn of life) {
          if (turn.revise) {
            const said = Object.fromEntries(current.parts.map((part) => [part.key, part.hash]));
            const next = Object.fromEntries(Object.entries(turn.change).map(([key, n]) => [key, `v${n}`]));
            current = { ...revisionOf({ ...said, ...next }, duties), base: current };
          }
          const mine = rolesOf(turn.roles[0] ?? 0);
          known = knowing(known, current, partsAsked(current, current.base, mine, known).parts);
          for (const [step, named] of current.duties) {
            if (![...named].some((role) => mine.has(role))) continue;
            const part = current.parts.find((one) => one.key === `step:${step}`);
            expect(known.get(`step:${step}`)?.has(part?.hash ?? '')).toBe(true);
          }
        }
      }),
      { numRuns: runs },
    );
  });
});
