import { styleNumbering } from './word-numbering.ts';
import { elementOf, elementsOf, isOn, valOf, type XmlElement } from './xml-tree.ts';

export interface Style {
  heading: number | null;
  numbering: { numId: string; level: number } | null;
  bold: boolean;
}

const plain: Style = { heading: null, numbering: null, bold: false };

/** Paragraph styles with what they inherit. */
export function stylesOf(part: XmlElement | null): ReadonlyMap<string, Style> {
  const elements = part === null ? [] : elementsOf(part, 'w:style');
  const byId = new Map(elements.map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const resolve = (id: string, depth: number): Style => {
    const style = byId.get(id);
    // A style may not stand above itself; a hostile file may say so all the same.
    if (style === undefined || depth > 12) return plain;
    const parent = valOf(style, 'w:basedOn');
    const base = parent === undefined ? plain : resolve(parent, depth + 1);
    return {
      heading: headingOf(style) ?? base.heading,
      numbering: styleNumbering(style) ?? base.numbering,
      bold: elementOf(style, 'w:rPr', 'w:b') === undefined ? base.bold : isOn(style, 'w:rPr', 'w:b'),
    };
  };
  return new Map([...byId.keys()].map((id) => [id, resolve(id, 0)]));
}

function headingOf(style: XmlElement): number | null {
  const named = /^heading (\d)$/i.exec(valOf(style, 'w:name') ?? '')?.[1];
  if (named !== undefined) return Number(named);
  const outline = valOf(style, 'w:pPr', 'w:outlineLvl');
  return outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : null;
}
