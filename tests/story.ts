import type { AccountRole, Actor } from '#app/permissions/actor.ts';
import { citizenOf } from '#app/permissions/actor.ts';
import type { Db } from '#db/schema.ts';
import { foundModelWard, officerWhoHolds, positionIdOf } from './modules/organization/model-ward.ts';

/** The invented people of phường An Bình Đông, one set for all tests. */
const people = {
  hoa: { name: 'Trần Thị Hòa', position: 'pho-chanh-van-phong', role: 'quality-officer' },
  tam: { name: 'Lê Minh Tâm', position: 'cv-tu-phap-ho-tich', role: 'officer' },
  kien: { name: 'Phạm Văn Kiên', position: 'chanh-van-phong', role: 'unit-head' },
  mai: { name: 'Nguyễn Thị Mai', position: 'chu-tich', role: 'leader' },
  vinh: { name: 'Đỗ Quang Vinh', position: 'pho-chu-tich-van-xa', role: 'leader' },
  ngoc: { name: 'Vũ Thị Ngọc', position: 'cong-chuc-tiep-nhan', role: 'officer' },
  binh: { name: 'Hoàng Văn Bình', position: 'giam-doc-ttpvhcc', role: 'unit-head' },
  lan: { name: 'Bùi Thị Lan', position: 'van-thu-luu-tru', role: 'officer' },
} as const satisfies Record<string, { name: string; position: string; role: AccountRole }>;

export type StoryPerson = keyof typeof people;

export interface Story {
  agencyId: string;
  actors: Record<StoryPerson, Actor & { officerId: string }>;
  citizen: Actor;
}

/** The model ward with its people in their positions since 1 July 2025. */
export async function tellStory(db: Db): Promise<Story> {
  const agencyId = await foundModelWard(db);
  const actors: Partial<Story['actors']> = {};
  for (const [key, { name, position, role }] of Object.entries(people)) {
    const officerId = await officerWhoHolds(db, agencyId, { key, name }, position);
    actors[key as StoryPerson] = {
      ...citizenOf(agencyId),
      accountId: `account-${key}`,
      officerId,
      name,
      roles: [role],
      positionIds: [await positionIdOf(db, agencyId, position)],
    };
  }
  // Every key of `people` was just set.
  return { agencyId, actors: actors as Story['actors'], citizen: citizenOf(agencyId) };
}
