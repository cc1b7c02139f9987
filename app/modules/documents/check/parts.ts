import type { CompiledDocument, DocumentKind, Place } from '#app/mdx/compiled-document.ts';
import { error, type Fault, warning } from './fault.ts';

/** The seven sections of a procedure, in their order. */
export const procedureSections: readonly string[] = [
  'muc-dich',
  'pham-vi',
  'tai-lieu-vien-dan',
  'dinh-nghia-viet-tat',
  'noi-dung',
  'bieu-mau',
  'ho-so',
];

const top: Place = { line: 1, column: 1 };

/** What a document of its kind must be made of. */
export function faultsOfParts(document: CompiledDocument): Fault[] {
  const kind = document.frontMatter.kind;
  const faults = isEmpty(document) ? [error('check.document.empty', top)] : missingParts(document, kind);
  for (const field of document.fields) {
    if (field.type === 'choice' && field.options.length === 0)
      faults.push(error('check.field.options-missing', field, { field: field.label }));
    if (field.type === 'table' && field.columns.length === 0)
      faults.push(error('check.field.columns-missing', field, { field: field.label }));
  }
  return faults;
}

function missingParts(document: CompiledDocument, kind: DocumentKind): Fault[] {
  if (kind === 'procedure') return missingProcedureParts(document);
  if (kind === 'form' && document.fields.length === 0) return [error('check.form.fields-missing', top)];
  if (kind === 'culture-rule' && document.rules.length === 0) return [error('check.rules.missing', top)];
  return [];
}

function missingProcedureParts(document: CompiledDocument): Fault[] {
  const faults: Fault[] = [];
  const present = document.sections.map((section) => section.id);
  for (const [index, id] of procedureSections.entries()) {
    if (!present.includes(id))
      faults.push(error('check.section.missing', top, { section: id, number: String(index + 1) }));
  }
  const fixed = document.sections.filter((section) => rankOf(section.id) >= 0);
  for (const [index, section] of fixed.entries()) {
    const before = fixed[index - 1];
    if (before && rankOf(before.id) > rankOf(section.id)) {
      faults.push(warning('check.section.order', section, { section: section.title, before: before.title }));
    }
  }
  if (document.steps.length === 0) faults.push(error('check.steps.missing', top));
  else if (document.cases.length === 0) faults.push(error('check.case.missing', document.steps[0] ?? top));
  return faults;
}

function rankOf(section: string): number {
  return procedureSections.indexOf(section);
}

function isEmpty(document: CompiledDocument): boolean {
  const parts = [document.sections, document.steps, document.fields, document.rules];
  return parts.every((part) => part.length === 0) && document.text.trim() === '';
}
