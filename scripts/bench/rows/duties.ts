import SqliteDatabase from 'better-sqlite3';
import { dutiesOfOfficer } from '#app/modules/responsibilities/duties.server.ts';
import { citizenOf } from '#app/permissions/actor.ts';
import { officeWithTasks } from '../made-up-duties.ts';
import { madeUpDay } from '../made-up-office.ts';
import { inRounds, inTime, timed } from '../rounds.ts';
import type { Row } from '../row.ts';

const tasks = 1_065;
const officers = 100;

/** The duties of an officer on a day in one statement, written by hand for SQLite; `cross join` keeps its order of reading. */
const bareStatement = `
with held as (
  select a.officer_id, a.position_id, case a.kind when 'acting' then 1 else 0 end as acting from appointment a
  where a.agency_id = :agency and a.valid_from <= :day and (a.valid_until is null or a.valid_until >= :day)
    and not exists (select 1 from appointment_end e where e.appointment_id = a.id and e.until < :day)
), way as (
  select position_id, acting as rank, '' as since, null as role_keys from held where officer_id = :officer
  union all
  select held.position_id, 2, d.valid_from, d.role_keys from delegation d join held on held.officer_id = d.from_officer_id
  where d.agency_id = :agency and d.to_officer_id = :officer and d.valid_from <= :day and d.valid_until >= :day
    and not exists (select 1 from delegation_end e where e.delegation_id = d.id and e.until < :day)
), mapped as materialized (
  select role_key, position_id, field from role_mapping
  where agency_id = :agency and valid_from <= :day and (valid_until is null or valid_until >= :day)
), mine as materialized (
  select role_key, field, position_id, rank, name_vi, name_en from (
    select m.role_key, m.field, way.position_id, way.rank, p.name_vi, p.name_en,
      row_number() over (partition by m.role_key, m.field order by way.rank, way.since, p.sort) as place
    from way join mapped m on m.position_id = way.position_id join position p on p.id = way.position_id
    where way.role_keys is null or m.role_key in (select value from json_each(way.role_keys))
  ) where place = 1
), in_force as materialized (
  select i.document_id, i.revision_id from release_item i join release r on r.id = i.release_id
  where i.agency_id = :agency and i.in_force_from <= :day and (i.in_force_until is null or i.in_force_until >= :day)
    and not exists (select 1 from withdrawal w where w.document_id = i.document_id and w.effective_from <= :day
      and w.recorded_at >= r.released_at)
    and not exists (select 1 from release_item later join release lr on lr.id = later.release_id
      where later.document_id = i.document_id and later.id <> i.id and later.in_force_from <= :day
        and (later.in_force_from > i.in_force_from or (later.in_force_from = i.in_force_from
          and (lr.released_at > r.released_at or (lr.released_at = r.released_at and later.id > i.id))))
        and not exists (select 1 from withdrawal gone where gone.document_id = later.document_id
          and gone.recorded_at >= lr.released_at and gone.effective_from <= later.in_force_from))
)
select duty.id as dutyId, rv.document_id as documentId, rv.id as revisionId, document.code, rv.title_vi as titleVi,
  rv.title_en as titleEn, rv.field, step.key as stepKey, step.sort as stepOrder, step.title as stepTitle, step.times,
  step.forms, step.result, duty.letter, duty.role_key as roleKey, mine.position_id as positionId,
  mine.name_vi as positionNameVi, mine.name_en as positionNameEn
from mine cross join duty on duty.agency_id = :agency and duty.role_key = mine.role_key
cross join revision rv on rv.id = duty.revision_id
cross join in_force on in_force.revision_id = duty.revision_id
cross join document on document.id = rv.document_id
cross join step on step.id = duty.step_id
where mine.field = rv.field or (mine.field is null and not exists (
  select 1 from mapped where mapped.role_key = duty.role_key and mapped.field = rv.field))
order by document.code, rv.title_vi, rv.document_id, step.sort, instr('RADCI', duty.letter)`;

interface BareRow {
  dutyId: string;
  positionId: string;
}

/** What asks an officer of what, all day long: our query with its rules, against one statement that knows them all. */
export const duties: Row = {
  name: 'duties',
  async measure({ rounds, share }) {
    const count = Math.round(tasks * share);
    const office = await officeWithTasks(count, officers);
    const bare = new SqliteDatabase(office.file, { readonly: true });
    try {
      const statement = bare.prepare<Record<string, string>, BareRow>(bareStatement);
      const actor = { ...citizenOf(office.agencyId), roles: ['leader'] as const };
      const everyone = Array.from({ length: officers }, (_unused, at) => `o${at}`);
      const ours = (officer: string) => dutiesOfOfficer(office.db, actor, officer, madeUpDay);
      const theirs = (officer: string) => statement.all({ agency: office.agencyId, officer, day: madeUpDay });
      let asked = 0;
      for (const officer of everyone) {
        const [one, other] = [await ours(officer), theirs(officer)];
        const told = one.map(({ dutyId, through }) => `${dutyId} ${through.positionId}`).join();
        if (told !== other.map(({ dutyId, positionId }) => `${dutyId} ${positionId}`).join()) {
          throw new Error(`The duties of ${officer} differ: ${one.length} and ${other.length} rows.`);
        }
        asked += one.length;
      }
      const compared = await inRounds(
        rounds * 2,
        () =>
          timed(async () => {
            for (const officer of everyone) await ours(officer);
          }),
        () => timed(() => everyone.forEach(theirs)),
      );
      return [
        {
          label: `${count} tasks, ${officers} officers`,
          ours: `${inTime(compared.ours / officers)} an officer`,
          against: `bare SQL ${inTime(compared.peer / officers)}`,
          ratio: compared.ratio,
          goal: { atMost: 2 },
          note: `${Math.round(asked / officers)} duties an officer, the same rows in the same order from both; the bare statement stays prepared`,
        },
      ];
    } finally {
      bare.close();
      await office.db.destroy();
    }
  },
};
