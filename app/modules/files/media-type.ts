/** Kinds of evidence files we keep, told by their first bytes; a name alone proves nothing. */
const kinds: { type: string; endings: string[]; starts: number[][] }[] = [
  { type: 'application/pdf', endings: ['pdf'], starts: [[0x25, 0x50, 0x44, 0x46]] },
  { type: 'image/png', endings: ['png'], starts: [[0x89, 0x50, 0x4e, 0x47]] },
  { type: 'image/jpeg', endings: ['jpg', 'jpeg'], starts: [[0xff, 0xd8, 0xff]] },
];

/** The media type when name and content agree, else null. */
export function mediaTypeOf(name: string, bytes: Uint8Array): string | null {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  const kind = kinds.find((one) => one.endings.includes(ending));
  if (!kind) return null;
  return kind.starts.some((start) => start.every((byte, at) => bytes[at] === byte)) ? kind.type : null;
}
