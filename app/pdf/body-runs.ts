import { attributesOf, type TextNode } from '#app/mdx/text-tree.ts';
import { type BodyReading, type BodyRun, nameOf } from './body-blocks.ts';
import { isPrintableLink } from './sheet-guard.ts';

type Look = Omit<BodyRun, 'text'>;

export function runsOf(nodes: TextNode[], reading: BodyReading, look: Look = {}): BodyRun[] {
  return joined(nodes.flatMap((node) => runsOfNode(node, reading, look)));
}

function runsOfNode(node: TextNode, reading: BodyReading, look: Look): BodyRun[] {
  const inside = (more: Look) => runsOf(node.children ?? [], reading, { ...look, ...more });
  switch (node.type) {
    case 'text':
      return [{ text: (node.value ?? '').replace(/\s*\n\s*/g, ' '), ...look }];
    case 'inlineCode':
      return [{ text: node.value ?? '', ...look, code: true }];
    case 'strong':
      return inside({ bold: true });
    case 'emphasis':
      return inside({ italics: true });
    case 'break':
      return [{ text: '\n', ...look }];
    case 'link':
      return inside(node.url && isPrintableLink(node.url) ? { link: node.url } : {});
    case 'image':
      return node.alt ? [{ text: `[${node.alt}]`, ...look, italics: true }] : [];
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement':
      return componentRuns(node, reading, look);
    default:
      return node.children ? inside({}) : [];
  }
}

function componentRuns(node: TextNode, reading: BodyReading, look: Look): BodyRun[] {
  const given = attributesOf(node);
  const { names } = reading;
  switch (node.name) {
    case 'LegalBasis':
      return [{ text: nameOf(names.legalBases, given.get('ref') ?? ''), ...look }];
    case 'Fee':
      return [{ text: nameOf(names.fees, given.get('item') ?? ''), ...look }];
    case 'FormRef': {
      const code = given.get('code') ?? '';
      const title = nameOf(names.forms, code);
      return [
        { text: code, ...look, bold: true },
        ...(title === code ? [] : [{ text: ` ${title}`, ...look }]),
      ];
    }
    case 'Abbreviation':
      return [{ text: `${given.get('short') ?? ''} (${given.get('long') ?? ''})`, ...look }];
    default:
      return runsOf(node.children ?? [], reading, look);
  }
}

function joined(runs: BodyRun[]): BodyRun[] {
  const out: BodyRun[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    const same =
      last &&
      last.bold === run.bold &&
      last.italics === run.italics &&
      last.code === run.code &&
      last.link === run.link;
    if (same) last.text += run.text;
    else out.push({ ...run });
  }
  return out;
}
