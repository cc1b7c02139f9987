import { describe, expect, it } from 'vitest';
import { type Holding, holdersOf, occupancyOn, positionsHeldBy } from '#app/modules/organization/seats.ts';

const open = { from: '2025-07-01', until: null };
const positions = [
  { position: 'cv-tu-phap-ho-tich', seats: 2, ...open },
  { position: 'van-thu', seats: 1, ...open },
  { position: 'cv-cu', seats: 1, from: '2025-07-01', until: '2025-12-31' },
];
const holdings: Holding[] = [
  { officer: 'hoa', position: 'cv-tu-phap-ho-tich', ...open },
  { officer: 'binh', position: 'cv-tu-phap-ho-tich', from: '2026-02-01', until: null },
  { officer: 'thu', position: 'cv-tu-phap-ho-tich', from: '2026-03-01', until: '2026-03-31' },
  { officer: 'thu', position: 'van-thu', from: '2025-07-01', until: '2026-02-28' },
];
const statesOn = (day: string) =>
  occupancyOn(day, positions, holdings).map(({ position, state }) => [position, state]);

describe('seats', () => {
  it('between nobody and as many as seats are in order', () => {
    expect(statesOn('2025-07-01')).toEqual([
      ['cv-tu-phap-ho-tich', 'staffed'],
      ['van-thu', 'staffed'],
      ['cv-cu', 'vacant'],
    ]);
  });

  it('without a holder are vacant, with too many overfull, to the day', () => {
    expect(statesOn('2026-02-28')).toEqual([
      ['cv-tu-phap-ho-tich', 'staffed'],
      ['van-thu', 'staffed'],
    ]);
    expect(statesOn('2026-03-01')).toEqual([
      ['cv-tu-phap-ho-tich', 'overfull'],
      ['van-thu', 'vacant'],
    ]);
    expect(statesOn('2026-04-01')).toEqual([
      ['cv-tu-phap-ho-tich', 'staffed'],
      ['van-thu', 'vacant'],
    ]);
  });

  it('do not count a person twice', () => {
    const twice = [...holdings, { officer: 'hoa', position: 'cv-tu-phap-ho-tich', ...open }];
    expect(holdersOf('cv-tu-phap-ho-tich', '2026-02-01', twice)).toEqual(['hoa', 'binh']);
  });

  it('answer who held what on a day', () => {
    expect(positionsHeldBy('thu', '2026-02-28', holdings)).toEqual(['van-thu']);
    expect(positionsHeldBy('thu', '2026-03-03', holdings)).toEqual(['cv-tu-phap-ho-tich']);
    expect(positionsHeldBy('thu', '2026-05-01', holdings)).toEqual([]);
  });
});
