import { describe, expect, it } from 'vitest';
import { positionsOfRole, type RoleMapping } from '#app/modules/organization/role-mapping.ts';

const open = { from: '2025-07-01', until: null };
const mappings: RoleMapping[] = [
  { role: 'lanh-dao', position: 'pho-chu-tich-van-xa', field: null, ...open },
  { role: 'lanh-dao', position: 'pho-chu-tich-kinh-te', field: 'dat-dai', ...open },
  {
    role: 'tiep-nhan',
    position: 'cong-chuc-tiep-nhan',
    field: null,
    from: '2025-07-01',
    until: '2026-03-31',
  },
  {
    role: 'tiep-nhan',
    position: 'cong-chuc-tiep-nhan',
    field: null,
    from: '2026-03-01',
    until: '2026-03-31',
  },
  { role: 'tiep-nhan', position: 'pho-giam-doc', field: null, from: '2026-04-01', until: null },
  { role: 'dia-chinh', position: 'cv-dia-chinh', field: 'dat-dai', ...open },
];

describe('which positions fill a role', () => {
  it.each<[string, string | null, string, string[]]>([
    ['lanh-dao', 'ho-tich', '2026-01-01', ['pho-chu-tich-van-xa']],
    ['lanh-dao', 'dat-dai', '2026-01-01', ['pho-chu-tich-kinh-te']],
    ['lanh-dao', null, '2026-01-01', ['pho-chu-tich-van-xa']],
    ['dia-chinh', 'dat-dai', '2026-01-01', ['cv-dia-chinh']],
    ['dia-chinh', null, '2026-01-01', []],
    ['dia-chinh', 'ho-tich', '2026-01-01', []],
    ['tiep-nhan', 'ho-tich', '2026-03-31', ['cong-chuc-tiep-nhan']],
    ['tiep-nhan', 'ho-tich', '2026-04-01', ['pho-giam-doc']],
    ['lanh-dao', null, '2025-06-30', []],
    ['van-thu', null, '2026-01-01', []],
  ])('%s in the field %s on %s: %o', (role, field, day, positions) => {
    expect(positionsOfRole(role, field, day, mappings)).toEqual(positions);
  });

  it('falls back on the general position when the one of the field has ended', () => {
    const ended = mappings.map((one) => (one.field === 'dat-dai' ? { ...one, until: '2026-05-31' } : one));
    expect(positionsOfRole('lanh-dao', 'dat-dai', '2026-05-31', ended)).toEqual(['pho-chu-tich-kinh-te']);
    expect(positionsOfRole('lanh-dao', 'dat-dai', '2026-06-01', ended)).toEqual(['pho-chu-tich-van-xa']);
  });
});
