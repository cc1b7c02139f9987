import { useT } from '#app/i18n/reader.tsx';
import { Stamp, type StampKind } from '#app/ui/stamp.tsx';
import type { RequestState } from '../../change-requests/change-request.ts';

const looks: Record<RequestState, StampKind> = {
  proposed: 'draft',
  opinions: 'in-review',
  agreed: 'approved',
  refused: 'withdrawn',
  drafting: 'in-progress',
  done: 'closed',
  cancelled: 'cancelled',
};

export function RequestStamp({ state }: { state: string }) {
  const t = useT();
  const look = state in looks ? looks[state as RequestState] : 'draft'; // just looked up
  return <Stamp kind={look}>{t(`requests.state.${state}`)}</Stamp>;
}
