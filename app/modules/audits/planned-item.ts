/** One row of a checklist before it is frozen. */
export interface PlannedItem {
  /** Names the question for good: the same snapshot and seed give the same keys and texts. */
  key: string;
  source: 'clause' | 'step' | 'rule';
  clause: string;
  questionVi: string;
  questionEn: string;
  evidenceVi: string;
  evidenceEn: string;
  documentId: string | null;
  documentCode: string | null;
  revisionId: string | null;
  /** Key of the step, or of the culture rule. */
  stepKey: string | null;
  unitId: string | null;
  sampleVi: string;
  sampleEn: string;
}
