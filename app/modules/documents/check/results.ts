import type { CompiledDocument, CompiledRecord } from '#app/mdx/compiled-document.ts';
import { error, type Fault, warning } from './fault.ts';
import { demandsSixClears, type Surroundings } from './surroundings.ts';

/** Rõ việc, rõ sản phẩm: what is done, what comes out of it, and which records stay behind. */
export function faultsOfResults(document: CompiledDocument, around: Surroundings): Fault[] {
  const demanding = demandsSixClears(document.frontMatter.kind);
  const records = new Set(document.records.map((record) => record.id));
  const faults: Fault[] = [];
  for (const step of document.steps) {
    const values = { step: step.title };
    if (step.title.trim() === '') faults.push(error('check.step.title-missing', step, { id: step.id }));
    if (step.text.trim() === '') faults.push(warning('check.step.work-missing', step, values));
    const kept = (step.record ?? '').split(/\s+/).filter(Boolean);
    if (demanding && !step.result?.trim() && step.forms.length === 0 && kept.length === 0) {
      faults.push(error('check.step.result-missing', step, values));
    }
    for (const record of kept) {
      if (!records.has(record)) faults.push(error('check.record.unknown', step, { ...values, record }));
    }
  }
  return [...faults, ...document.records.flatMap((record) => faultsOfRecord(record, document, around))];
}

function faultsOfRecord(record: CompiledRecord, document: CompiledDocument, around: Surroundings): Fault[] {
  const faults: Fault[] = [];
  const values = { record: record.name };
  if (!isMade(record, document))
    faults.push(error(unmadeRule(record), record, { ...values, step: stepOf(record) }));
  if (!record.keeper.trim()) faults.push(error('check.record.keeper-missing', record, values));
  else if (!around.roles.has(record.keeper) && !around.units.has(record.keeper)) {
    faults.push(warning('check.record.keeper-unknown', record, { ...values, keeper: record.keeper }));
  }
  if (record.retention === 'unknown') faults.push(warning('check.record.retention-unknown', record, values));
  return faults;
}

function isMade({ from }: CompiledRecord, document: CompiledDocument): boolean {
  if (from.kind === 'dossier') return document.papers.length > 0;
  if (from.kind === 'result') return document.steps.some((step) => step.result?.trim());
  return document.steps.some((step) => step.id === from.step);
}

function unmadeRule({ from }: CompiledRecord) {
  if (from.kind === 'dossier') return 'check.record.no-dossier' as const;
  if (from.kind === 'result') return 'check.record.no-result' as const;
  return 'check.record.no-step' as const;
}

function stepOf({ from }: CompiledRecord): string {
  return from.kind === 'step' ? from.step : '';
}
