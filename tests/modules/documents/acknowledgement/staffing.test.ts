import { describe, expect, it } from 'vitest';
import { officersFilling, type Staffing } from '#app/modules/documents/acknowledgement/staffing.ts';

const always = { from: '2025-07-01', until: null };
const staffing: Staffing = {
  day: '2026-05-04',
  mappings: [
    { role: 'tu-phap', position: 'cv-tp', field: null, ...always },
    { role: 'lanh-dao', position: 'chu-tich', field: null, ...always },
    { role: 'lanh-dao', position: 'pho-chu-tich', field: 'ho-tich', from: '2026-02-01', until: null },
    { role: 'van-thu', position: 'van-thu', field: null, from: '2025-07-01', until: '2026-05-03' },
  ],
  held: [
    { officer: 'tam', position: 'cv-tp', since: '2025-07-01' },
    { officer: 'ngoc', position: 'cv-tp', since: '2026-04-20' },
    { officer: 'mai', position: 'chu-tich', since: '2025-07-01' },
    { officer: 'vinh', position: 'pho-chu-tich', since: '2025-07-01' },
    { officer: 'lan', position: 'van-thu', since: '2025-07-01' },
  ],
  delegations: [{ from: 'tam', to: 'lan', roles: ['tu-phap'], since: '2026-05-01' }],
};
const filling = (roles: string[], field: string | null = null) =>
  Object.fromEntries(
    [...officersFilling(roles, field, staffing)].map(([officer, own]) => [officer, Object.fromEntries(own)]),
  );

describe('who fills a role on a day, and since when', () => {
  it('follows appointments, mappings and delegations, each from its own first day', () => {
    expect(filling(['tu-phap'])).toEqual({
      tam: { 'tu-phap': '2025-07-01' },
      ngoc: { 'tu-phap': '2026-04-20' },
      lan: { 'tu-phap': '2026-05-01' },
    });
  });

  it('takes the mapping of the field before the one for all', () => {
    expect(filling(['lanh-dao'])).toEqual({ mai: { 'lanh-dao': '2025-07-01' } });
    expect(filling(['lanh-dao'], 'ho-tich')).toEqual({ vinh: { 'lanh-dao': '2026-02-01' } });
  });

  it('knows nobody for a mapping that ended, and no role nobody named', () => {
    expect(filling(['van-thu'])).toEqual({});
    expect(filling([])).toEqual({});
  });
});
