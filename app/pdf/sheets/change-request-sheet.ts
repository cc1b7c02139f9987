import type { Day } from '#app/http/clock.ts';
import { formatDay } from '#app/i18n/day-format.ts';
import { translate } from '#app/i18n/translate.ts';
import type { Sheet } from '../sheet.ts';
import {
  answer,
  choice,
  type FormPaper,
  formSheet,
  labelledRows,
  partHeading,
  signatures,
} from './form-sheet.ts';

type Written = string | null;

interface SaidBy {
  text: Written;
  name: Written;
  on: Day | null;
}

/** BM-01-01. Every null is printed as lines to write on. */
export interface ChangeRequestPaper extends FormPaper {
  number: Written;
  proposer: Written;
  unit: Written;
  proposedOn: Day | null;
  kind: 'write' | 'amend' | 'withdraw' | null;
  documentCode: Written;
  documentTitle: Written;
  /** Issue and amendment as printed, e.g. "Lần ban hành 01, lần sửa đổi 00". */
  documentIssue: Written;
  reason: Written;
  legalGround: Written;
  groundInForceFrom: Day | null;
  contentBefore: Written;
  contentAfter: Written;
  impactForms: Written;
  impactTraining: Written;
  impactSoftware: Written;
  unitHead: SaidBy;
  qualityOfficer: SaidBy;
  decision: SaidBy & { agreed: boolean | null; position: Written };
  dueOn: Day | null;
  drafter: Written;
}

const labelWidth = 132;

/** BM-01-01 Phiếu đề nghị soạn thảo, sửa đổi, hủy bỏ tài liệu, filled in or blank. */
export function changeRequestSheet(paper: ChangeRequestPaper): Sheet {
  const { locale } = paper;
  const say = (key: string) => translate(locale, `requests.paper.${key}`);
  const day = (on: Day | null) => (on ? formatDay(locale, on) : null);
  const signed = (title: string, by: { name: Written; on: Day | null }) => ({
    title: say(title),
    name: by.name,
    at: day(by.on),
  });
  const verdict = paper.decision.agreed === null ? null : paper.decision.agreed ? 'yes' : 'no';
  const kinds = (['write', 'amend', 'withdraw'] as const).map((kind) => [kind, say(`kind.${kind}`)] as const);
  return formSheet(paper, {
    orientation: 'portrait',
    fontSize: 11,
    content: () => [
      partHeading(say('part.1')),
      labelledRows(
        [
          [say('number'), answer(paper.number)],
          [say('proposer'), answer(paper.proposer)],
          [say('unit'), answer(paper.unit)],
          [say('kind'), choice(kinds, paper.kind)],
          [say('document'), answer([paper.documentCode, paper.documentTitle].filter(Boolean).join(' – '))],
          [say('issue'), answer(paper.documentIssue)],
          [say('reason'), answer(paper.reason, 2)],
          [say('legal-ground'), answer(paper.legalGround)],
          [say('ground-from'), answer(day(paper.groundInForceFrom))],
          [say('before'), answer(paper.contentBefore, 2)],
          [say('after'), answer(paper.contentAfter, 3)],
          [say('forms'), answer(paper.impactForms)],
          [say('training'), answer(paper.impactTraining)],
          [say('software'), answer(paper.impactSoftware)],
        ],
        labelWidth,
      ),
      signatures([signed('proposer', { name: paper.proposer, on: paper.proposedOn })], locale),
      partHeading(say('part.2')),
      labelledRows(
        [
          [say('unit-head'), answer(paper.unitHead.text, 2)],
          [say('quality-officer'), answer(paper.qualityOfficer.text, 2)],
        ],
        labelWidth,
      ),
      signatures(
        [signed('unit-head', paper.unitHead), signed('quality-officer', paper.qualityOfficer)],
        locale,
      ),
      partHeading(say('part.3')),
      labelledRows(
        [
          [
            say('decision'),
            choice(
              [
                ['yes', say('agreed')],
                ['no', say('refused')],
              ],
              verdict,
            ),
          ],
          [say('decision-reason'), answer(paper.decision.text, 2)],
          [say('due'), answer(day(paper.dueOn))],
          [say('drafter'), answer(paper.drafter)],
        ],
        labelWidth,
      ),
      signatures(
        [{ ...signed('decided-by', paper.decision), title: paper.decision.position ?? say('decided-by') }],
        locale,
      ),
    ],
  });
}
