export type FaultKind =
  | 'entry-changed'
  | 'entry-missing'
  | 'entry-payload-changed'
  | 'entry-rows-changed'
  | 'chain-broken'
  | 'head-signature-bad'
  | 'head-unreadable'
  | 'history-rewritten'
  | 'tail-cut'
  | 'row-changed'
  | 'row-removed'
  | 'row-inserted'
  | 'page-changed'
  | 'text-changed'
  | 'record-content-changed'
  | 'record-erased'
  | 'file-changed'
  | 'file-missing';

export interface Fault {
  kind: FaultKind;
  /** What is hit: `entry 12`, `revision <id>`, `file <name>`. */
  object: string;
  message: string;
}
