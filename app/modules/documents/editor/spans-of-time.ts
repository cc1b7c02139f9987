/** Attributes that a person fills in as an amount and a choice: `8h`, `3wd`, `P5Y`, `until:…`, `previous`. */

const codes: Readonly<Record<string, readonly string[]>> = {
  limit: ['h', 'wd', 'd', 'none'],
  within: ['h', 'wd', 'd', 'previous'],
  retention: ['Y', 'M', 'permanent', 'until', 'unknown'],
};

export function choicesOf(kind: 'limit' | 'within' | 'retention'): readonly string[] {
  return codes[kind] ?? [];
}

/** Amount (or words) and choice; the amount has a comma as people write it. */
export function takenApart(kind: string, value: string): [amount: string, choice: string] {
  const span = /^([\d.]+)(h|wd|d)$/.exec(value);
  if (span) return [(span[1] ?? '').replace('.', ','), span[2] ?? ''];
  const period = /^P(\d+)([YM])$/.exec(value);
  if (period) return [period[1] ?? '', period[2] ?? ''];
  const until = /^until:\s*(.*)$/.exec(value);
  if (until) return [until[1] ?? '', 'until'];
  if (codes[kind]?.includes(value)) return ['', value];
  return ['', kind === 'retention' ? 'unknown' : 'h'];
}

/** The value as the text writes it; `''` when no amount was given. */
export function putTogether(kind: string, amount: string, choice: string): string {
  const words = amount.trim();
  if (['none', 'previous', 'permanent', 'unknown'].includes(choice)) return choice;
  if (words === '') return '';
  if (choice === 'until') return `until:${words}`;
  const number = words.replace(',', '.').replace(/^0+(?=\d)/, '');
  return kind === 'retention' ? `P${number}${choice}` : `${number}${choice}`;
}
