import { z } from 'zod';
import type { Day } from '#app/http/clock.ts';
import type { Db, Trx } from '#db/schema.ts';
import { foldCode } from '../documents/document-code.ts';
import { mappedOn, mappingOf } from '../organization/on-day-query.server.ts';
import { positionsOfRole, type RoleMapping } from '../organization/role-mapping.ts';
import { readKeys, readTimes } from '../responsibilities/duty.ts';
import { isEdition } from '../standards/edition.ts';
import type { AuditedDocument, AuditedForm, AuditedRecord, AuditedStep, Named } from './audited-text.ts';

export interface InForce {
  documentId: string;
  revisionId: string;
  code: string | null;
  unitId: string | null;
  titleVi: string;
  titleEn: string | null;
  field: string | null;
  issue: number;
  amendment: number;
}

/** Everything the roles, forms and units of the office say about the texts that are in force on the day. */
interface Office {
  roles: Map<string, Named>;
  mappings: RoleMapping[];
  unitOfPosition: Map<string, string>;
  forms: Map<string, AuditedForm>;
  day: Day;
}

export async function readOffice(
  db: Db | Trx,
  agencyId: string,
  current: readonly InForce[],
  day: Day,
): Promise<Office> {
  const roles = await db
    .selectFrom('role')
    .select(['key', 'name_vi as vi', 'name_en as en'])
    .where('agency_id', '=', agencyId)
    .execute();
  const positions = await db
    .selectFrom('position')
    .select(['id', 'unit_id'])
    .where('agency_id', '=', agencyId)
    .execute();
  return {
    roles: new Map(roles.map(({ key, vi, en }) => [key, { vi, en }])),
    mappings: (await mappedOn(db, agencyId, day).execute()).map(mappingOf),
    unitOfPosition: new Map(positions.map((row) => [row.id, row.unit_id])),
    forms: new Map(
      current.flatMap(({ code, titleVi, titleEn, issue }): [string, AuditedForm][] =>
        code === null ? [] : [[foldCode(code), { code, titleVi, titleEn, issue }]],
      ),
    ),
    day,
  };
}

export async function readDocuments(
  db: Db | Trx,
  rows: readonly InForce[],
  office: Office,
): Promise<AuditedDocument[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.revisionId);
  const steps = await db
    .selectFrom('step')
    .select(['id', 'revision_id', 'key', 'title', 'forms', 'times', 'record'])
    .where('revision_id', 'in', ids)
    .orderBy('sort')
    .execute();
  const duties = await db
    .selectFrom('duty')
    .select(['step_id', 'role_key'])
    .where('revision_id', 'in', ids)
    .where('letter', '=', 'R')
    .orderBy('role_key')
    .execute();
  const mentions = await db
    .selectFrom('mention')
    .select(['revision_id', 'kind', 'key', 'place', 'details'])
    .where('revision_id', 'in', ids)
    .where('kind', 'in', ['clause', 'record', 'tthc'])
    .orderBy('kind')
    .orderBy('key')
    .execute();
  const rules = await db
    .selectFrom('culture_rule')
    .select(['revision_id', 'key', 'text', 'check_method as check'])
    .where('revision_id', 'in', ids)
    .orderBy('sort')
    .execute();
  return rows.map((row) => {
    const own = <T extends { revision_id: string }>(all: readonly T[]) =>
      all.filter((one) => one.revision_id === row.revisionId);
    const records = recordsOf(own(mentions), own(steps), office);
    return {
      id: row.documentId,
      code: row.code ?? row.documentId,
      titleVi: row.titleVi,
      titleEn: row.titleEn,
      revisionId: row.revisionId,
      issue: row.issue,
      amendment: row.amendment,
      unitId: row.unitId,
      servesCitizens: own(mentions).some((mention) => mention.kind === 'tthc'),
      clauses: own(mentions)
        .filter((mention) => mention.kind === 'clause')
        .flatMap(({ key, details }) => {
          const { edition } = editionOf.parse(JSON.parse(details));
          return isEdition(edition) ? [{ edition, number: key }] : [];
        }),
      steps: own(steps).map((step): AuditedStep => {
        const keys = duties.filter((duty) => duty.step_id === step.id).map((duty) => duty.role_key);
        return {
          key: step.key,
          title: step.title,
          roles: keys.map((key) => office.roles.get(key) ?? { vi: key, en: key }),
          unitId: unitOfRoles(keys, row.field, office),
          times: readTimes(step.times).map(({ caseTitle, within }) => ({ caseTitle, within })),
          forms: readKeys(step.forms).map((code) => formOf(code, office)),
          records: records.get(step.key) ?? [],
        };
      }),
      rules: own(rules).map(({ key, text, check }) => ({ key, text, check })),
    };
  });
}

const editionOf = z.object({ edition: z.string() });
const recordDetails = z.object({
  name: z.string(),
  from: z.enum(['dossier', 'result', 'step']),
  keeper: z.string(),
  retention: z.string(),
});

/** Records by the step at which they are asked: the one that names or makes them, else the last one. */
function recordsOf(
  mentions: readonly { kind: string; key: string; place: string | null; details: string }[],
  steps: readonly { key: string; record: string | null }[],
  office: Office,
): Map<string, AuditedRecord[]> {
  const byStep = new Map<string, AuditedRecord[]>();
  for (const mention of mentions.filter((one) => one.kind === 'record')) {
    const { name, keeper, retention } = recordDetails.parse(JSON.parse(mention.details));
    const at =
      steps.find((step) => step.record === mention.key)?.key ??
      steps.find((step) => step.key === mention.place)?.key ??
      steps.at(-1)?.key;
    if (at === undefined) continue;
    const list = byStep.get(at) ?? [];
    list.push({
      id: mention.key,
      name,
      keeper: office.roles.get(keeper) ?? { vi: keeper, en: keeper },
      retention,
    });
    byStep.set(at, list);
  }
  return byStep;
}

function unitOfRoles(keys: readonly string[], field: string | null, office: Office): string | null {
  const units = new Set(
    keys
      .flatMap((key) => positionsOfRole(key, field, office.day, office.mappings))
      .map((position) => office.unitOfPosition.get(position) ?? null),
  );
  const [only = null] = units;
  return units.size === 1 ? only : null;
}

function formOf(code: string, office: Office): AuditedForm {
  return office.forms.get(foldCode(code)) ?? { code, titleVi: null, titleEn: null, issue: null };
}
