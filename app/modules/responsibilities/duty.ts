import { z } from 'zod';

/** The order in which a person's part in a step is read: who does it, answers for it, decides, is asked, is told. */
export const letters = ['R', 'A', 'D', 'C', 'I'] as const;
export type DutyLetter = (typeof letters)[number];

export interface StepTime {
  case: string;
  caseTitle: string;
  /** As written: `1h`, `2wd`, `30d`, `previous`. */
  within: string;
  counted: boolean;
}

/** One letter of one step of a revision in force. */
export interface StepDuty {
  dutyId: string;
  documentId: string;
  revisionId: string;
  code: string | null;
  titleVi: string;
  titleEn: string | null;
  field: string | null;
  stepKey: string;
  /** 1, 2, 3 … in the text. */
  stepOrder: number;
  stepTitle: string;
  letter: DutyLetter;
  roleKey: string;
  times: StepTime[];
  forms: string[];
  result: string | null;
}

export type Through =
  | { kind: 'appointment' | 'acting'; positionId: string; positionNameVi: string; positionNameEn: string }
  | {
      kind: 'delegation';
      delegationId: string;
      fromOfficerName: string;
      validUntil: string;
      positionId: string;
      positionNameVi: string;
      positionNameEn: string;
    };

export interface Duty extends StepDuty {
  through: Through;
}

export function readLetter(text: string): DutyLetter {
  const letter = letters.find((one) => one === text);
  if (!letter) throw new Error(`not a duty letter: ${text}`);
  return letter;
}

const timesOf = z.array(
  z.object({ case: z.string(), caseTitle: z.string(), within: z.string(), counted: z.boolean() }),
);
const keysOf = z.array(z.string());

export function readTimes(json: string): StepTime[] {
  return timesOf.parse(JSON.parse(json));
}

export function readKeys(json: string): string[] {
  return keysOf.parse(JSON.parse(json));
}

/** What a step asks of one person: each step once, with all of the person's letters in reading order. */
export interface AskedStep extends Omit<Duty, 'dutyId' | 'letter' | 'roleKey'> {
  letters: DutyLetter[];
}

export interface AskedDocument {
  documentId: string;
  code: string | null;
  titleVi: string;
  titleEn: string | null;
  steps: AskedStep[];
}

/** Duties as they are read: by procedure, then by step, a step once for each way it came to the person. */
export function byDocument(duties: readonly Duty[]): AskedDocument[] {
  const documents = new Map<string, AskedDocument>();
  const steps = new Map<string, AskedStep>();
  for (const duty of duties) {
    const { dutyId: _duty, letter, roleKey: _role, ...step } = duty;
    const { documentId, code, titleVi, titleEn } = duty;
    const document = documents.get(documentId) ?? { documentId, code, titleVi, titleEn, steps: [] };
    documents.set(documentId, document);
    const way = duty.through.kind === 'delegation' ? duty.through.delegationId : duty.through.positionId;
    const key = `${documentId} ${duty.stepKey} ${duty.through.kind} ${way}`;
    const known = steps.get(key);
    if (known) {
      if (!known.letters.includes(letter)) known.letters.push(letter);
      continue;
    }
    const asked: AskedStep = { ...step, letters: [letter] };
    steps.set(key, asked);
    document.steps.push(asked);
  }
  for (const step of steps.values()) step.letters.sort((a, b) => letters.indexOf(a) - letters.indexOf(b));
  return [...documents.values()];
}

/** By code, then step, then letter; documents without a code come last, by title. */
export function inReadingOrder(a: StepDuty, b: StepDuty): number {
  return (
    compareTexts(a.code ?? '\uffff', b.code ?? '\uffff') ||
    compareTexts(a.titleVi, b.titleVi) ||
    compareTexts(a.documentId, b.documentId) ||
    a.stepOrder - b.stepOrder ||
    letters.indexOf(a.letter) - letters.indexOf(b.letter)
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
