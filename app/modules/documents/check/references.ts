import type { CompiledDocument, CompiledLink, Mention } from '#app/mdx/compiled-document.ts';
import { foldCode } from '../document-code.ts';
import { error, type Fault, warning } from './fault.ts';
import type { Surroundings } from './surroundings.ts';

/** Everything the text points at: law, forms, places in this text and in the system. */
export function faultsOfReferences(document: CompiledDocument, around: Surroundings): Fault[] {
  return [
    ...document.legalBases.flatMap((mention) => faultsOfLegalBasis(mention, around)),
    ...faultsOfForms(document, around),
    ...document.links.flatMap((link) => faultsOfLink(link, document, around)),
  ];
}

function faultsOfLegalBasis(mention: Mention, around: Surroundings): Fault[] {
  const basis = around.legalBases.get(mention.key);
  if (!basis) return [error('check.legal.unknown', mention, { key: mention.key })];
  const values = { basis: basis.numberSign };
  if (basis.status === 'expired') {
    const replacing =
      basis.replacedBy && (around.legalBases.get(basis.replacedBy)?.numberSign ?? basis.replacedBy);
    if (replacing) return [warning('check.legal.replaced', mention, { ...values, replacing })];
    return [warning('check.legal.expired', mention, values)];
  }
  if (basis.status === 'not-yet') return [warning('check.legal.not-yet', mention, values)];
  return [];
}

function faultsOfForms(document: CompiledDocument, around: Surroundings): Fault[] {
  const own = document.frontMatter.code === null ? null : foldCode(document.frontMatter.code);
  const inForce = (code: string) => foldCode(code) === own || around.formsInForce.has(foldCode(code));
  const atSteps = document.steps.flatMap((step) =>
    step.forms
      .filter((code) => !inForce(code))
      .map((code) => error('check.form.of-step-not-in-force', step, { step: step.title, form: code })),
  );
  const mentioned = document.forms
    .filter((mention) => !inForce(mention.key))
    .map((mention) => error('check.form.not-in-force', mention, { form: mention.key }));
  return [...atSteps, ...mentioned];
}

function faultsOfLink(link: CompiledLink, document: CompiledDocument, around: Surroundings): Fault[] {
  // Addresses outside are never fetched: whether they live is not for the check to say.
  if (/^(?:https?|mailto|tel):/i.test(link.url)) return [];
  const [path = '', fragment = ''] = link.url.split('#');
  const lives =
    path === ''
      ? isPlaceInText(fragment, document)
      : around.linkTargets.has(path) || around.linkTargets.has(foldCode(path));
  return lives ? [] : [error('check.link.dead', link, { link: link.url, text: link.text })];
}

function isPlaceInText(id: string, { sections, steps, rules, fields }: CompiledDocument): boolean {
  return [sections, steps, rules, fields].some((parts) => parts.some((part) => part.id === id));
}
