import { translate } from '#app/i18n/translate.ts';
import type { BodyBlock, BodyRun } from '../body-blocks.ts';
import { type WordList, type WordPart, type WordRun, wordWidth } from './word-sheet.ts';
import { wordSteps } from './word-steps.ts';
import { abbreviationTable, dossierTable, fieldTables, recordTable } from './word-tables.ts';

/** Runs as words: an outside address is printed behind its words, never made into a link. */
export function wordRuns(runs: readonly BodyRun[]): WordRun[] {
  return runs.map(({ text, bold, italics, link }) => ({
    text: link && link.replace(/^(?:mailto|tel):/, '') !== text ? `${text} (${link})` : text,
    ...(bold ? { bold } : {}),
    ...(italics ? { italics } : {}),
  }));
}

/** The blocks of a body as blocks of a Word file. */
export class WordBody {
  private lists = 0;
  private readonly counts = [0, 0, 0];

  constructor(private readonly locale: 'vi' | 'en') {}

  blocks(blocks: readonly BodyBlock[], inCell = false): WordPart[] {
    return blocks.flatMap((block) => this.of(block, inCell));
  }

  private of(block: BodyBlock, inCell: boolean): WordPart[] {
    switch (block.kind) {
      case 'heading':
        return [this.heading(block)];
      case 'paragraph':
        return [{ kind: 'paragraph', runs: wordRuns(block.runs), ...(inCell ? { align: 'left' } : {}) }];
      case 'list':
        return this.list(block, 0, inCell);
      case 'table':
        return spaced({
          kind: 'table',
          widths: shares(block.rows),
          headRows: 1,
          rows: block.rows.map((row, at) =>
            Array.from({ length: Math.max(1, ...block.rows.map((each) => each.length)) }, (_, c) => ({
              blocks: [
                {
                  kind: 'paragraph',
                  align: at === 0 ? 'center' : (block.align[c] ?? 'left'),
                  runs: wordRuns(row[c] ?? []).map((run) => (at === 0 ? { ...run, bold: true } : run)),
                },
              ],
              ...(at === 0 ? { fill: true } : {}),
            })),
          ),
        });
      case 'quote':
        return indented(this.blocks(block.blocks, inCell));
      case 'note':
        return [
          {
            kind: 'paragraph',
            runs: [{ text: translate(this.locale, `pdf.note.${block.tone}`), bold: true, italics: true }],
            align: 'left',
          },
          ...indented(this.blocks(block.blocks, inCell)),
        ];
      case 'code':
        return [{ kind: 'paragraph', runs: [{ text: block.text }], align: 'left', indent: 0.5 }];
      case 'line':
        return [{ kind: 'paragraph', runs: [{ text: '–––––' }], align: 'center' }];
      case 'dossier':
        return spaced(dossierTable(block.papers, this.locale));
      case 'abbreviations':
        return spaced(abbreviationTable(block.items));
      case 'steps':
        return wordSteps(block, this.locale, (blocks) => this.blocks(blocks, true));
      case 'records':
        return spaced(recordTable(block.records, this.locale));
      case 'fields':
        return fieldTables(block.fields).flatMap(spaced);
      case 'rule':
        return [
          {
            kind: 'paragraph',
            runs: [{ text: `${block.id} (${block.check}; ${block.severity})`, bold: true }],
            align: 'left',
          },
          ...indented(this.blocks(block.blocks, inCell)),
        ];
    }
  }

  /** Word counts a heading itself wherever its own count comes to the same number. */
  private heading(block: BodyBlock & { kind: 'heading' }): WordPart {
    const counts = [...this.counts];
    counts[block.level - 1] = (counts[block.level - 1] ?? 0) + 1;
    counts.fill(0, block.level);
    const counted = block.number === `${counts.slice(0, block.level).join('.')}.`;
    if (counted) for (const [at, count] of counts.entries()) this.counts[at] = count;
    const typed = block.number !== null && !counted ? [{ text: `${block.number} ` }] : [];
    return { kind: 'heading', level: block.level, counted, runs: [...typed, ...wordRuns(block.runs)] };
  }

  private list(block: BodyBlock & { kind: 'list' }, level: number, inCell: boolean): WordPart[] {
    this.lists += 1;
    const list: WordList = { ordered: block.ordered, start: block.start, level, id: this.lists };
    return block.items.flatMap((item) =>
      item.flatMap((inner, at): WordPart[] => {
        if (inner.kind === 'list') return this.list(inner, level + 1, inCell);
        const [first, ...rest] = this.of(inner, inCell);
        if (at > 0 || first?.kind !== 'paragraph') return [...(first ? [first] : []), ...rest];
        return [{ ...first, list, below: inCell ? 0 : 3 }, ...rest];
      }),
    );
  }
}

/** Two tables that touch become one in Word: a small paragraph keeps them apart. */
export function spaced(table: WordPart): WordPart[] {
  return [table, { kind: 'paragraph', runs: [], below: 3 }];
}

function indented(blocks: WordPart[]): WordPart[] {
  return blocks.map((block) =>
    block.kind === 'paragraph' && !block.list ? { ...block, indent: 0.8 } : block,
  );
}

/** Widths that share the room by how much the columns say. */
function shares(rows: readonly BodyRun[][][]): number[] {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const weights = Array.from({ length: columns }, (_, c) => {
    const most = rows.reduce(
      (longest, row) =>
        Math.max(
          longest,
          (row[c] ?? []).reduce((sum, run) => sum + run.text.length, 0),
        ),
      4,
    );
    return Math.sqrt(most) + 3;
  });
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (wordWidth * weight) / whole);
}
