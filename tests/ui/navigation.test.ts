import { describe, expect, it } from 'vitest';
import { citizenOf } from '#app/permissions/actor.ts';
import { homeOf, isWithin, navigationFor } from '#app/ui/shell/navigation.ts';

const citizen = citizenOf('phuong');
const officer = { ...citizen, accountId: 'an', roles: ['officer'] as const };
const admin = { ...citizen, accountId: 'binh', roles: ['admin'] as const };
const everything = () => true;
const keys = (entries: { key: string }[]) => entries.map((entry) => entry.key);

describe('the navigation', () => {
  it('offers each person what they have a right in', () => {
    expect(keys(navigationFor(officer, everything))).toEqual([
      'my-work',
      'documents',
      'records',
      'responsibilities',
      'nonconformities',
    ]);
    expect(keys(navigationFor(admin, everything))).toEqual(['documents', 'administration']);
    expect(keys(navigationFor(citizen, everything))).toEqual(['documents']);
  });

  it('leads staff to the register and everyone else to what is public', () => {
    const documents = (actor: typeof citizen) =>
      navigationFor(actor, everything).find(({ key }) => key === 'documents')?.to;
    expect(documents(officer)).toBe('/documents');
    expect(documents(citizen)).toBe('/public/documents');
    expect(documents(admin)).toBe('/public/documents');
  });

  it('shows where a page belongs, also one whose address begins otherwise', () => {
    const [, documents] = navigationFor(officer, everything);
    const lit = (pathname: string) => documents && isWithin(documents, pathname);
    expect(['/documents', '/documents/7', '/revisions/7/edit'].map(lit)).toEqual([true, true, true]);
    expect(['/', '/documents-of-others', '/audits', '/my-work'].map(lit)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('offers nothing that does not exist', () => {
    expect(navigationFor(officer, () => false)).toEqual([]);
  });

  it('starts the day of staff with their work and of an administrator with the office', () => {
    expect(homeOf(officer, everything)).toBe('/my-work');
    expect(homeOf(admin, everything)).toBe('/administration');
    expect(homeOf(citizen, everything)).toBeNull();
  });
});
