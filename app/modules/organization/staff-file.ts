/** A list as spreadsheets save it: UTF-8, or UTF-16 ("Unicode text") marked as such. Unreadable bytes stay visible as �. */
export function readStaffFile(bytes: Uint8Array): string {
  const mark = `${bytes[0] ?? 0},${bytes[1] ?? 0}`;
  if (mark === '255,254') return new TextDecoder('utf-16le').decode(bytes);
  if (mark === '254,255') return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
