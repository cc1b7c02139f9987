import { SaxesParser } from 'saxes';

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

export class XmlRefused extends Error {}

const maximalElements = 600_000;
const maximalDepth = 200;
/** Word repeats these on every run and paragraph; nothing of them is read, so they are never kept. */
const skipped = new Set([
  'w:rsid',
  'w:proofErr',
  'w:lang',
  'w:rFonts',
  'w:sz',
  'w:szCs',
  'w:color',
  'w:bidi',
]);

/** Well-formed XML as a tree. No document type, no entities of its own, bounded size and depth; otherwise `XmlRefused`. */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  let elements = 0;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw new XmlRefused(error.message);
  });
  parser.on('doctype', () => {
    throw new XmlRefused('document type');
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements > maximalElements || open.length > maximalDepth) throw new XmlRefused('too large');
    const element: XmlElement = { name: tag.name, attributes: tag.attributes, children: [] };
    if (!skipped.has(tag.name)) open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (value) => {
    open.at(-1)?.children.push(value);
  });
  parser.on('cdata', (value) => {
    open.at(-1)?.children.push(value);
  });
  parser.write(text).close();
  const first = root.children.find((child) => typeof child !== 'string');
  if (first === undefined || typeof first === 'string') throw new XmlRefused('no element');
  return first;
}

export function elementsOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

export function elementOf(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let current = element;
  for (const name of path) {
    current = current?.children.find(
      (child): child is XmlElement => typeof child !== 'string' && child.name === name,
    );
  }
  return current;
}

export function valOf(element: XmlElement | undefined, ...path: string[]): string | undefined {
  return elementOf(element, ...path)?.attributes['w:val'];
}

/** A Word on/off property: present without a value, or with anything but an off value. */
export function isOn(element: XmlElement | undefined, ...path: string[]): boolean {
  const found = elementOf(element, ...path);
  return found !== undefined && !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '1');
}
