import { dayOf } from '#app/http/clock.ts';
import { translate } from '#app/i18n/translate.ts';
import type { DisposalMinutePaper } from '#app/pdf/sheets/disposal-minute-sheet.ts';
import type { FormPaper } from '#app/pdf/sheets/form-sheet.ts';
import type { ReadDisposal } from './disposal-page.server.ts';

/** BM-01-07 of a disposal that was carried out. */
export function disposalMinutePaper(
  { decision, minute, items }: ReadDisposal,
  frame: Omit<FormPaper, 'title' | 'code'>,
): DisposalMinutePaper {
  return {
    ...frame,
    title: translate(frame.locale, 'records.minute.title'),
    code: 'BM-01-07',
    decisionNumber: decision?.decision_number ?? '',
    decidedOn: decision?.decided_on ?? '',
    decidedBy: decision?.decided_by_name ?? '',
    council: decision?.members.split('\n').filter(Boolean) ?? [],
    disposedOn: minute?.disposed_on ?? '',
    place: minute?.place ?? '',
    method: minute?.method ?? '',
    witnesses: minute?.witnesses.split('\n').filter(Boolean) ?? [],
    conclusion: minute?.conclusion ?? '',
    recordedBy: minute?.recordedByName ?? '',
    items: items.map((item) => ({
      number: item.version > 1 ? `${item.number} (${item.version})` : item.number,
      title: item.title,
      completedOn: dayOf(item.completedAt),
      endedOn: item.endedOn,
      hash: item.hash,
    })),
  };
}
