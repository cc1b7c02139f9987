import { expect, test } from 'vitest';
import {
  positionLine,
  type SigningFacts,
  signingWords,
} from '#app/modules/documents/signing/signing-words.ts';

const chair = { id: 'ct', name: 'Chủ tịch UBND', unitId: 'lanh-dao', isHead: true };
const deputy = { id: 'pct', name: 'Phó Chủ tịch UBND', unitId: 'lanh-dao', isHead: false };
const head = { id: 'cvp', name: 'Chánh Văn phòng', unitId: 'van-phong', isHead: true };
const facts: SigningFacts = {
  own: [],
  acting: [],
  authority: chair,
  delegated: false,
  headOfUnit: 'Chủ tịch UBND',
};

test('who drafts or reviews signs in the first position held, or in none', () => {
  const place = { ...facts, authority: null };
  expect(signingWords({ ...place, own: [head] })).toEqual({
    prefix: '',
    onBehalfOf: '',
    position: head.name,
  });
  expect(signingWords(place).position).toBe('');
});

test('the head signs in their own right', () => {
  expect(signingWords({ ...facts, own: [chair] })).toEqual({
    prefix: '',
    onBehalfOf: '',
    position: 'Chủ tịch UBND',
  });
});

test('a deputy with own authority signs KT. for the head', () => {
  const words = signingWords({ ...facts, own: [deputy], authority: deputy });
  expect(words).toEqual({ prefix: 'KT.', onBehalfOf: 'Chủ tịch UBND', position: 'Phó Chủ tịch UBND' });
  expect(`${words.prefix} ${positionLine(words)}`).toBe('KT. Chủ tịch UBND, Phó Chủ tịch UBND');
});

test('an acting holder signs KT. for the position and keeps the own one', () => {
  expect(signingWords({ ...facts, own: [deputy, chair], acting: ['ct'] })).toEqual({
    prefix: 'KT.',
    onBehalfOf: 'Chủ tịch UBND',
    position: 'Phó Chủ tịch UBND',
  });
  expect(positionLine(signingWords({ ...facts, own: [chair], acting: ['ct'] }))).toBe('Chủ tịch UBND');
});

test('by delegation a deputy of the same unit signs KT., anybody else TUQ.', () => {
  expect(signingWords({ ...facts, own: [deputy], delegated: true }).prefix).toBe('KT.');
  expect(signingWords({ ...facts, own: [head], delegated: true })).toEqual({
    prefix: 'TUQ.',
    onBehalfOf: 'Chủ tịch UBND',
    position: 'Chánh Văn phòng',
  });
  expect(signingWords({ ...facts, delegated: true })).toMatchObject({ prefix: 'TUQ.', position: '' });
});

test('where a unit has no head the position signs for itself', () => {
  expect(signingWords({ ...facts, own: [deputy], authority: deputy, headOfUnit: null }).prefix).toBe('');
});
