import { inflateSync } from 'node:zlib';
import { timesWidth } from '#app/modules/documents/flow-chart/flow-chart-text.ts';

/** Just enough of a PDF reader to see what a reader sees: page count and text, through each font's own table. */
export interface ReadPdf {
  pages: number;
  /** Text of every page in drawing order. */
  text: string[];
  /** All streams, inflated: what a search for a hidden file looks through. */
  streams: Buffer[];
  links: string[];
}

interface PdfObject {
  head: string;
  stream: Buffer | null;
}

function objectsOf(bytes: Buffer): Map<number, PdfObject> {
  const whole = bytes.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const match of whole.matchAll(/(\d+) 0 obj\n([\s\S]*?)(?:\nendobj|stream\n)/g)) {
    const [all, number, head = ''] = match;
    const start = match.index + all.length;
    const length = /\/Length (\d+)/.exec(head)?.[1];
    const raw = all.endsWith('stream\n') && length ? bytes.subarray(start, start + Number(length)) : null;
    const stream = raw && head.includes('/FlateDecode') ? inflateSync(raw) : raw;
    objects.set(Number(number), { head, stream });
  }
  return objects;
}

const reference = (head: string, key: string) =>
  Number(new RegExp(`/${key} (\\d+) 0 R`).exec(head)?.[1] ?? 0);

function unicodeTable(stream: Buffer | null | undefined): Map<number, string> {
  const table = new Map<number, string>();
  const letters = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, from = '0', , list = ''] of (stream?.toString('latin1') ?? '').matchAll(
    /<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi,
  )) {
    const entries = [...list.matchAll(/<([0-9a-f]*)>/gi)];
    for (const [i, entry] of entries.entries())
      table.set(Number.parseInt(from, 16) + i, letters(entry[1] ?? ''));
  }
  return table;
}

/** Words that stand beside each other are joined as they stand; a gap is a space, a new height a new line. */
function textOf(content: string, fonts: Map<string, Map<number, string>>): string {
  let table = new Map<number, string>();
  let size = 0;
  let at = { x: 0, y: 0 };
  let end = { x: 0, y: 0 };
  let text = '';
  for (const [, font, points, x, y, shown] of content.matchAll(
    /\/(F\d+) ([\d.]+) Tf|1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm|\[([^\]]*)\] TJ/g,
  )) {
    if (font) {
      table = fonts.get(font) ?? new Map();
      size = Number(points);
    } else if (x) at = { x: Number(x), y: Number(y) };
    else {
      let word = '';
      for (const [, hex = ''] of (shown ?? '').matchAll(/<([0-9a-f]+)>/gi))
        for (let i = 0; i < hex.length; i += 4)
          word += table.get(Number.parseInt(hex.slice(i, i + 4), 16)) ?? '';
      const beside = Math.abs(at.y - end.y) < 2 && Math.abs(at.x - end.x) < 3;
      text += beside ? word : `\n${word}`;
      end = { x: at.x + timesWidth(word, size), y: at.y };
    }
  }
  return text;
}

export function readPdf(bytes: Buffer): ReadPdf {
  const objects = objectsOf(bytes);
  const heads = [...objects.values()];
  const fonts = new Map<string, Map<number, string>>();
  for (const { head } of heads)
    for (const [, name = '', number] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = objects.get(Number(number));
      if (font) fonts.set(name, unicodeTable(objects.get(reference(font.head, 'ToUnicode'))?.stream));
    }
  const pages = heads.filter(({ head }) => /\/Type \/Page\n/.test(head));
  return {
    pages: pages.length,
    text: pages.map(({ head }) =>
      textOf(objects.get(reference(head, 'Contents'))?.stream?.toString('latin1') ?? '', fonts),
    ),
    streams: heads.flatMap(({ stream }) => (stream ? [stream] : [])),
    links: heads.flatMap(({ head }) =>
      [...head.matchAll(/\/URI \(([^)]*)\)/g)].map((match) => match[1] ?? ''),
    ),
  };
}

/** The words as one line, spaces and line ends made one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').normalize('NFC');
}
