import type { Insertable } from 'kysely';
import type { CompiledDocument } from '#app/mdx/compiled-document.ts';
import { canonical } from '#app/modules/journal/canonical.ts';
import { newId } from '#db/new-id.ts';
import type { MentionTable } from '#db/schema/documents.ts';
import type { Trx } from '#db/schema.ts';
import { numberSigns } from '../tthc/run-together.ts';

type Owner = { agency_id: string; revision_id: string };

/**
 * Writes what the text says as rows, once, when the revision is released: from then on neither the text nor its rows
 * change. Duties, checklists and searches read the rows.
 */
export async function writeCompiledRows(
  trx: Trx,
  revision: { id: string; agency_id: string },
  compiled: CompiledDocument,
): Promise<void> {
  const owner: Owner = { agency_id: revision.agency_id, revision_id: revision.id };
  await writeSections(trx, owner, compiled);
  await writeSteps(trx, owner, compiled);
  await writeMentions(trx, owner, compiled);
  await writeFieldsAndRules(trx, owner, compiled);
}

async function writeSections(trx: Trx, owner: Owner, compiled: CompiledDocument): Promise<void> {
  const rows = compiled.sections.map((section) => ({
    ...owner,
    id: newId(),
    key: section.id,
    sort: section.order,
    title: section.title,
    text: section.text,
    sha256: section.hash,
  }));
  if (rows.length > 0) await trx.insertInto('section').values(rows).execute();
}

async function writeSteps(trx: Trx, owner: Owner, compiled: CompiledDocument): Promise<void> {
  const caseTitle = new Map(compiled.cases.map((one) => [one.id, one.title]));
  for (const step of compiled.steps) {
    const stepId = newId();
    const times = step.times.map((time) => ({
      case: time.case,
      caseTitle: caseTitle.get(time.case) ?? time.case,
      within: time.within.written,
      counted: time.counted,
    }));
    await trx
      .insertInto('step')
      .values({
        ...owner,
        id: stepId,
        key: step.id,
        sort: step.order,
        title: step.title,
        text: step.text,
        result: step.result,
        record: step.record,
        forms: canonical(step.forms),
        next: canonical(step.next),
        times: canonical(times),
      })
      .execute();
    const duties = step.duties.map((duty) => ({
      ...owner,
      id: newId(),
      step_id: stepId,
      role_key: duty.role,
      letter: duty.letter,
    }));
    if (duties.length > 0) await trx.insertInto('duty').values(duties).execute();
  }
}

async function writeMentions(trx: Trx, owner: Owner, compiled: CompiledDocument): Promise<void> {
  const mention = (
    kind: string,
    key: string,
    place: string | null,
    details: unknown = {},
  ): Insertable<MentionTable> => ({
    ...owner,
    id: newId(),
    kind,
    key,
    place,
    details: canonical(details),
  });
  const rows = [
    ...compiled.steps.flatMap((step) => step.forms.map((code) => mention('form', code, step.id))),
    ...compiled.forms.map((form) => mention('form', form.key, null)),
    ...compiled.legalBases.map((basis) => mention('legal-basis', basis.key, basis.inside ?? null)),
    ...typedSigns(compiled).map(({ sign, place }) => mention('number-sign', sign, place)),
    ...compiled.papers.map(({ name, kind, original, copies }) =>
      mention('paper', name, null, { kind, original, copies }),
    ),
    ...compiled.fees.map((fee) => mention('fee', fee.key, null)),
    ...compiled.frontMatter.tthc.map((code) => mention('tthc', code, null)),
    ...Object.entries(compiled.frontMatter.clauses).flatMap(([edition, clauses]) =>
      clauses.map((clause) => mention('clause', clause, null, { edition })),
    ),
    ...compiled.records.map(({ id, name, from, keeper, retention }) =>
      mention('record', id, from.kind === 'step' ? from.step : null, {
        name,
        from: from.kind,
        keeper,
        retention,
      }),
    ),
  ];
  for (let at = 0; at < rows.length; at += 100) {
    await trx
      .insertInto('mention')
      .values(rows.slice(at, at + 100))
      .execute();
  }
}

/** Numbers and signs of laws that stand in the prose, without a component that names them: by step, else by section. */
function typedSigns(compiled: CompiledDocument): { sign: string; place: string }[] {
  const inSteps = compiled.steps.flatMap((step) =>
    numberSigns(step.text).found.map((sign) => ({ sign, place: step.id })),
  );
  const inSections = compiled.sections.flatMap((section) =>
    numberSigns(section.text)
      .found.filter((sign) => !inSteps.some((one) => one.sign === sign))
      .map((sign) => ({ sign, place: section.id })),
  );
  return [...inSteps, ...inSections];
}

async function writeFieldsAndRules(trx: Trx, owner: Owner, compiled: CompiledDocument): Promise<void> {
  const fields = compiled.fields.map((field, at) => ({
    ...owner,
    id: newId(),
    key: field.id,
    sort: at + 1,
    label: field.label,
    type: field.type,
    required: field.required ? 1 : 0,
    options: canonical(field.options),
    columns: canonical(field.columns),
  }));
  if (fields.length > 0) await trx.insertInto('form_field').values(fields).execute();
  const rules = compiled.rules.map((rule, at) => ({
    ...owner,
    id: newId(),
    key: rule.id,
    sort: at + 1,
    check_method: rule.check,
    severity: rule.severity,
    text: rule.text,
  }));
  if (rules.length > 0) await trx.insertInto('culture_rule').values(rules).execute();
}
