import { describe, expect, test } from 'vitest';
import {
  type CopyFacts,
  copyState,
  refusalToGive,
  refusalToTakeBack,
} from '#app/modules/records/controlled-copy.ts';

const short = (refused: { code: string } | null) => refused?.code.replace(/^\w+\.refusal\./, '') ?? null;
const out: CopyFacts = { givenOn: '2026-03-01', returnedOn: null, inForce: true };

test('a copy is out while its revision is in force, and to be called back once it is not', () => {
  expect(copyState({ ...out, givenOn: null })).toBe('not-given');
  expect(copyState({ ...out, givenOn: null, inForce: false })).toBe('not-given');
  expect(copyState(out)).toBe('out');
  expect(copyState({ ...out, inForce: false })).toBe('to-recall');
  expect(copyState({ ...out, inForce: false, returnedOn: '2026-04-01' })).toBe('returned');
});

describe('giving a copy', () => {
  const print = { state: 'not-given' as const, printedOn: '2026-03-01' };
  const given = { officer: 'ha', holder: 'Mai', place: '', on: '2026-03-02', today: '2026-03-05' };
  test('names a person or a place, on a day between print and today', () => {
    expect(short(refusalToGive(print, given))).toBeNull();
    expect(short(refusalToGive(print, { ...given, holder: '', place: 'Quầy 3' }))).toBeNull();
  });
  test.each([
    ['no-officer', { officer: null }],
    ['to-nobody', { holder: '' }],
    ['given-ahead', { on: '2026-03-06' }],
    ['given-before-print', { on: '2026-02-28' }],
  ])('is refused: %s', (reason, change) => {
    expect(short(refusalToGive(print, { ...given, ...change }))).toBe(reason);
  });
  test('happens once', () => {
    expect(short(refusalToGive({ ...print, state: 'out' }, given))).toBe('given-already');
  });
});

describe('taking a copy back', () => {
  const copy = { state: 'to-recall' as const, givenOn: '2026-03-01' };
  const back = { officer: 'ha', on: '2026-03-02', today: '2026-03-05' };
  test('is said with its day', () => {
    expect(short(refusalToTakeBack(copy, back))).toBeNull();
    expect(short(refusalToTakeBack({ ...copy, state: 'returned' }, back))).toBe('returned-already');
    expect(short(refusalToTakeBack({ state: 'not-given', givenOn: null }, back))).toBe('not-given');
    expect(short(refusalToTakeBack(copy, { ...back, on: '2026-03-06' }))).toBe('returned-ahead');
    expect(short(refusalToTakeBack(copy, { ...back, on: '2026-02-28' }))).toBe('returned-before-given');
    expect(short(refusalToTakeBack(copy, { ...back, officer: null }))).toBe('no-officer');
  });
});
