import { fold } from '#app/modules/search/fold.ts';
/** `07/7/2025`, `7-7-2025`, `ngày 07 tháng 7 năm 2025` → `2025-07-07`; null where it is no day. */
export function dayIn(text: string): string | null {
  const folded = fold(text);
  const match =
    /(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})/.exec(folded) ??
    /(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})/.exec(folded);
  if (match === null) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1945 || year > 2200)
    return null;
  return date.toISOString().slice(0, 10);
}
