import type { Answer } from './grades.ts';

/** An answer to one row of a checklist as it is given. */
export interface ItemAnswer {
  checklistId: string;
  itemId: string;
  answer: Answer;
  /** What was seen: file numbers, pages, names of records. */
  evidence: string;
  /** What is wrong, what could be better, or why the row was left out. */
  note: string;
  /** One for each press of the button or each operation of a device: carried out once, however often it comes. */
  operationId: string | null;
  /** Asked only where the row names no unit, or someone other than its head is in charge. */
  unitId: string | null;
  personInChargeId: string | null;
}
