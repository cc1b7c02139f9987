import { translate } from '#app/i18n/translate.ts';
import { attributesOf, copyTree, type TextNode } from '#app/mdx/text-tree.ts';
import { unravel } from '#app/mdx/unravel.ts';
import type { BodyBlock, BodyReading } from './body-blocks.ts';
import { readDossier, readField, readRecord, readSteps } from './body-components.ts';
import { runsOf } from './body-runs.ts';

/** A list knows whether it is numbered and from where; the rules of the profile never ask. */
interface ListTextNode extends TextNode {
  ordered?: boolean | null;
  start?: number | null;
}

/** The body of a document as blocks, with its sections and headings numbered. */
export function readBody(root: TextNode, reading: BodyReading): BodyBlock[] {
  const tree = copyTree(root);
  unravel(tree);
  return numbered(blocksOf(tree.children ?? [], reading));
}

function blocksOf(nodes: TextNode[], reading: BodyReading): BodyBlock[] {
  const blocks: BodyBlock[] = [];
  for (const node of nodes) {
    for (const block of blocksOfNode(node, reading)) {
      const last = blocks.at(-1);
      if (block.kind === 'records' && last?.kind === 'records') last.records.push(...block.records);
      else if (block.kind === 'fields' && last?.kind === 'fields') last.fields.push(...block.fields);
      else if (block.kind === 'abbreviations' && last?.kind === 'abbreviations')
        last.items.push(...block.items);
      else blocks.push(block);
    }
  }
  return blocks;
}

function blocksOfNode(node: TextNode, reading: BodyReading): BodyBlock[] {
  const children = node.children ?? [];
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', runs: runsOf(children, reading) }];
    case 'heading':
      return [
        {
          kind: 'heading',
          level: node.depth && node.depth > 3 ? 3 : 2,
          number: null,
          runs: runsOf(children, reading),
        },
      ];
    case 'list':
      return [listOf(node, reading)];
    case 'table':
      return [tableOf(node, reading)];
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksOf(children, reading) }];
    case 'code':
      return [{ kind: 'code', text: node.value ?? '' }];
    case 'thematicBreak':
      return [{ kind: 'line' }];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return componentBlocks(node, reading);
    default:
      return [];
  }
}

function listOf(node: ListTextNode, reading: BodyReading): BodyBlock {
  const items = (node.children ?? []).map((item) => blocksOf(item.children ?? [], reading));
  const short = items.map((item) =>
    item.length === 1 && item[0]?.kind === 'abbreviations' ? item[0].items : null,
  );
  if (short.length > 0 && short.every((item) => item !== null))
    return { kind: 'abbreviations', items: short.flat() };
  return { kind: 'list', ordered: node.ordered === true, start: node.start ?? 1, items };
}

function tableOf(node: TextNode, reading: BodyReading): BodyBlock {
  const rows = (node.children ?? []).map((row) =>
    (row.children ?? []).map((cell) => runsOf(cell.children ?? [], reading)),
  );
  const align = (node.align ?? []).map((side) => (side === 'center' || side === 'right' ? side : 'left'));
  return { kind: 'table', align, rows };
}

function componentBlocks(node: TextNode, reading: BodyReading): BodyBlock[] {
  const given = attributesOf(node);
  const children = node.children ?? [];
  const inside = () => blocksOf(children, reading);
  switch (node.name) {
    case 'Section':
      return [
        { kind: 'heading', level: 1, number: null, runs: [{ text: given.get('title') ?? '' }] },
        ...inside(),
      ];
    case 'Steps':
      return [readSteps(node, reading, (step) => blocksOf(withoutTimes(step), reading))];
    case 'Dossier':
      return [readDossier(node)];
    case 'Record':
      return [{ kind: 'records', records: [readRecord(given, reading)] }];
    case 'Field':
      return [{ kind: 'fields', fields: [readField(given)] }];
    case 'Abbreviation':
      return [
        {
          kind: 'abbreviations',
          items: [{ short: given.get('short') ?? '', long: given.get('long') ?? '' }],
        },
      ];
    case 'Note': {
      const tone = given.get('kind');
      return [{ kind: 'note', tone: tone === 'warning' || tone === 'law' ? tone : 'note', blocks: inside() }];
    }
    case 'Rule':
      return [
        {
          kind: 'rule',
          id: given.get('id') ?? '',
          check: translate(reading.locale, `pdf.rule.check.${given.get('check') ?? 'observe'}`),
          severity: translate(reading.locale, `pdf.rule.severity.${given.get('severity') ?? 'note'}`),
          blocks: inside(),
        },
      ];
    default:
      // LegalBasis, FormRef and Fee alone on a line.
      return [{ kind: 'paragraph', runs: runsOf([node], reading) }];
  }
}

function withoutTimes(step: TextNode): TextNode[] {
  return (step.children ?? []).filter((child) => child.name !== 'Time');
}

const ownNumber =
  /^\s*(?:\d+(?:\.\d+)*\.?|[IVX]+\.|[a-zđ]\)|(?:Phần|Chương|Mục|Điều|Phụ lục|Part|Chapter|Article|Annex)\s+[\dIVX]+)(?:[.:\s]|$)/iu;

function bringsNumber(block: BodyBlock & { kind: 'heading' }): boolean {
  return ownNumber.test(block.runs.map((run) => run.text).join(''));
}

/**
 * Sections 1, 2, 3 and their headings 5.1, 5.2. A heading that brings its own number keeps it; where a section does
 * (Phần 1, Điều 2), none is numbered.
 */
function numbered(blocks: BodyBlock[]): BodyBlock[] {
  const sections = blocks.filter((block) => block.kind === 'heading').filter((block) => block.level === 1);
  if (sections.length === 0 || sections.some(bringsNumber)) return blocks;
  const counts = [0, 0, 0];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    counts[block.level - 1] = (counts[block.level - 1] ?? 0) + 1;
    counts.fill(0, block.level);
    if (bringsNumber(block)) return block;
    return { ...block, number: `${counts.slice(0, block.level).join('.')}.` };
  });
}
