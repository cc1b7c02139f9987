import type { Db, Instant } from '#db/schema.ts';

export interface Happened {
  at: Instant;
  by: string;
  /** `entry` kinds and `move` target states: message keys under nonconformities.happened. */
  what: string;
  note: string;
}

/** Everything that was written and moved, in the order in which it was. */
export async function happenings(
  db: Db,
  row: { id: string; created_at: Instant; created_by: string; statement: string },
  names: Record<string, string>,
): Promise<Happened[]> {
  const moves = await db
    .selectFrom('nonconformity_move')
    .select(['to_state', 'reason', 'moved_at', 'moved_by'])
    .where('nonconformity_id', '=', row.id)
    .execute();
  const entries = await db
    .selectFrom('nonconformity_entry')
    .select(['kind', 'content', 'entered_at', 'entered_by'])
    .where('nonconformity_id', '=', row.id)
    .execute();
  const proofs = await db
    .selectFrom('action_evidence')
    .innerJoin('corrective_action', 'corrective_action.id', 'action_evidence.action_id')
    .select(['corrective_action.what', 'action_evidence.evidence', 'entered_at', 'entered_by'])
    .where('corrective_action.nonconformity_id', '=', row.id)
    .execute();
  const who = (id: string) => names[id] ?? '';
  const all: (Happened & { rank: number })[] = [
    { at: row.created_at, by: who(row.created_by), what: 'opened', note: row.statement, rank: 0 },
    ...entries.map((entry) => ({
      at: entry.entered_at,
      by: who(entry.entered_by),
      what: `entry-${entry.kind}`,
      note: gist(entry),
      rank: 1,
    })),
    ...proofs.map((proof) => ({
      at: proof.entered_at,
      by: who(proof.entered_by),
      what: 'evidence',
      note: `${proof.what} — ${proof.evidence}`,
      rank: 2,
    })),
    ...moves.map((move) => ({
      at: move.moved_at,
      by: who(move.moved_by),
      what: `move-${move.to_state}`,
      note: '',
      rank: 3,
    })),
  ];
  return all
    .sort((a, b) => (a.at === b.at ? a.rank - b.rank : a.at < b.at ? -1 : 1))
    .map(({ rank: _, ...happened }) => happened);
}

/** The sentence of an entry worth reading in a list; the rest stands in its own place on the page. */
function gist(entry: { kind: string; content: string; entered_at: string; entered_by: string }): string {
  const content: Record<string, unknown> = JSON.parse(entry.content); // written by `enter` only
  const words = ['what', 'text', 'rootCause', 'reason', 'opinion', 'findings'].map((key) => content[key]);
  return words.find((word): word is string => typeof word === 'string' && word !== '') ?? '';
}
