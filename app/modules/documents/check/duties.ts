import type { CompiledDocument, CompiledStep, Letter } from '#app/mdx/compiled-document.ts';
import { error, type Fault, warning } from './fault.ts';
import { demandsSixClears, type Surroundings } from './surroundings.ts';

/** Rõ người, rõ trách nhiệm, rõ thẩm quyền: who does the step, who answers for it, who decides or signs. */
export function faultsOfDuties(document: CompiledDocument, around: Surroundings): Fault[] {
  const faults = document.steps.flatMap((step) => [
    ...exactlyOne(step),
    ...unknownRoles(step, around),
    ...outsiders(step, around),
  ]);
  if (demandsSixClears(document.frontMatter.kind)) {
    for (const step of document.steps) {
      if (rolesOf(step, 'D').length === 0)
        faults.push(error('check.step.decides-missing', step, { step: step.title }));
    }
  }
  return [...faults, ...emptyRoles(document, around)];
}

function rolesOf(step: CompiledStep, letter: Letter): string[] {
  return step.duties.filter((duty) => duty.letter === letter).map((duty) => duty.role);
}

function exactlyOne(step: CompiledStep): Fault[] {
  const faults: Fault[] = [];
  const responsible = rolesOf(step, 'R');
  const accountable = rolesOf(step, 'A');
  const values = { step: step.title };
  if (responsible.length === 0) faults.push(error('check.step.responsible-missing', step, values));
  if (responsible.length > 1) {
    faults.push(error('check.step.responsible-doubled', step, { ...values, roles: responsible.join(', ') }));
  }
  if (accountable.length === 0) faults.push(error('check.step.accountable-missing', step, values));
  if (accountable.length > 1) {
    faults.push(error('check.step.accountable-doubled', step, { ...values, roles: accountable.join(', ') }));
  }
  return faults;
}

function unknownRoles(step: CompiledStep, around: Surroundings): Fault[] {
  const named = new Set(step.duties.map((duty) => duty.role));
  return [...named]
    .filter((role) => !around.roles.has(role))
    .map((role) => error('check.role.unknown', step, { step: step.title, role }));
}

/**
 * The office answers for every step, so A is a role of the office or one of its bodies. An applicant or another agency
 * is responsible only for its own act, that is a step which the same role decides (a citizen signs the register,
 * another commune answers a question).
 */
function outsiders(step: CompiledStep, around: Surroundings): Fault[] {
  const isOutside = (role: string) => {
    const kind = around.roles.get(role)?.kind;
    return kind === 'applicant' || kind === 'other-agency';
  };
  const deciding = rolesOf(step, 'D');
  const responsible = rolesOf(step, 'R').filter((role) => isOutside(role) && !deciding.includes(role));
  const accountable = rolesOf(step, 'A').filter(isOutside);
  return [
    ...responsible.map((role) => error('check.step.responsible-outside', step, { step: step.title, role })),
    ...accountable.map((role) => error('check.step.accountable-outside', step, { step: step.title, role })),
  ];
}

/** Each role without a position or without a holder is named once, where the text first gives it a duty. */
function emptyRoles(document: CompiledDocument, around: Surroundings): Fault[] {
  const first = new Map<string, CompiledStep>();
  for (const step of document.steps) {
    for (const { role } of step.duties) if (!first.has(role)) first.set(role, step);
  }
  const faults: Fault[] = [];
  for (const [role, step] of first) {
    const inOffice = around.roles.get(role);
    if (!inOffice || inOffice.kind === 'applicant' || inOffice.kind === 'other-agency') continue;
    if (inOffice.kind === 'own' && !inOffice.mapped)
      faults.push(warning('check.role.unmapped', step, { step: step.title, role }));
    else if (inOffice.mapped && !inOffice.filled)
      faults.push(warning('check.role.vacant', step, { step: step.title, role }));
  }
  return faults;
}
