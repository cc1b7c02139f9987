import { dayOf } from '#app/http/clock.ts';
import { translate } from '#app/i18n/translate.ts';
import type { ChangeRequestPaper } from '#app/pdf/sheets/change-request-sheet.ts';
import type { FormPaper } from '#app/pdf/sheets/form-sheet.ts';
import type { OpinionPart, RequestKind } from './change-request.ts';
import type { ReadRequest } from './request-page.server.ts';

/** The record of a request as BM-01-01: what is not said yet is left to write by hand. */
export function requestPaper(
  read: ReadRequest,
  frame: Omit<FormPaper, 'title' | 'code'>,
): ChangeRequestPaper {
  const { row, decision } = read;
  const { locale } = frame;
  const say = (key: string) => translate(locale, `requests.${key}`);
  const opinion = (part: OpinionPart) => {
    const given = read.opinions.find((one) => one.part === part);
    if (!given) return { text: null, name: null, on: null };
    const verdict = say(given.favours === 1 ? 'opinion.yes' : 'opinion.no');
    return {
      text: [verdict, given.opinion].filter(Boolean).join('. '),
      name: given.name,
      on: dayOf(given.given_at),
    };
  };
  return {
    ...frame,
    title: say('paper.title'),
    code: 'BM-01-01',
    number: row.number,
    proposer: read.proposer,
    unit: locale === 'en' ? read.unit.en : read.unit.vi,
    proposedOn: dayOf(row.proposed_at),
    kind: row.kind as RequestKind, // the column's check constraint
    documentCode: read.document?.code ?? read.document?.claimed_code ?? null,
    documentTitle: row.title,
    documentIssue: read.asked ? translate(locale, 'documents.issue-amended', { ...read.asked }) : '–',
    reason: row.reason,
    legalGround: row.legal_ground || '–',
    groundInForceFrom: row.ground_in_force_from,
    contentBefore: row.content_before || '–',
    contentAfter: row.content_after || '–',
    impactForms: row.impact_forms || '–',
    impactTraining: row.impact_training || '–',
    impactSoftware: row.impact_software || '–',
    unitHead: opinion('unit-head'),
    qualityOfficer: opinion('quality-officer'),
    decision: {
      agreed: decision ? decision.agreed === 1 : null,
      text: decision ? decision.reason || '–' : null,
      name: decision?.name ?? null,
      on: decision ? dayOf(decision.decided_at) : null,
      position: decision ? [decision.prefix, decision.position_name].filter(Boolean).join(' ') || null : null,
    },
    dueOn: decision?.due_on ?? null,
    drafter: decision?.drafter ?? null,
  };
}
