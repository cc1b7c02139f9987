import { fold } from '#app/modules/search/fold.ts';
import { oneLine } from './folded.ts';

/** A retention period as the profile writes it; `unknown` where the text does not say it plainly. */
export function readRetention(text: string): string {
  const folded = oneLine(fold(text));
  if (/vinh vien|lau dai|vo thoi han/.test(folded)) return 'permanent';
  const period = /(\d+)(?:\s*\([^)]*\))?\s*(nam|thang)\b/.exec(folded);
  if (period && Number(period[1]) > 0 && Number(period[1]) < 1000)
    return `P${Number(period[1])}${period[2] === 'nam' ? 'Y' : 'M'}`;
  if (/^(?:cho )?den khi\b/.test(folded)) return `until: ${oneLine(text).replace(/["<{]/g, ' ')}`;
  return 'unknown';
}
