import type { CompiledDocument, CompiledSection, CompiledStep } from '#app/mdx/compiled-document.ts';
import { indexRevision } from '#app/modules/search/indexing.server.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { insertDocuments, type MadeUpDocument, type MadeUpOffice, madeUpOffice } from './made-up-office.ts';
import { type WordMaker, wordMaker } from './made-up-words.ts';

const nowhere = { line: 1, column: 1 };

/** Phrases that stand in every document, in every 10th, 100th and 1,000th. */
export const planted = {
  inAll: 'quy trình giải quyết',
  inTenth: 'đăng ký khai sinh',
  inHundredth: 'thừa kế quyền sử dụng đất',
  inThousandth: 'nuôi con nuôi có yếu tố nước ngoài',
};

function phrasesAt(at: number): string[] {
  return [
    planted.inAll,
    ...(at % 10 === 3 ? [planted.inTenth] : []),
    ...(at % 100 === 7 ? [planted.inHundredth] : []),
    ...(at % 1_000 === 11 ? [planted.inThousandth] : []),
  ];
}

function sectionOf(make: WordMaker, order: number, phrases: readonly string[]): CompiledSection {
  const text = [make.words(40), ...phrases, make.words(100)].join(' ');
  return { ...nowhere, id: `muc-${order}`, order, title: make.words(3), text, hash: '' };
}

function stepOf(make: WordMaker, order: number, phrases: readonly string[]): CompiledStep {
  return {
    ...nowhere,
    id: `buoc-${order}`,
    order,
    title: make.words(5),
    text: [make.words(20), ...phrases, make.words(30)].join(' '),
    duties: [],
    times: [],
    forms: [],
    result: make.words(4),
    record: null,
    next: [],
    replaces: [],
  };
}

/** About 6 KB of text in seven sections and six steps, as much as a real procedure of a ward. */
function compiledAt(at: number, make: WordMaker, document: MadeUpDocument): CompiledDocument {
  const phrases = phrasesAt(at);
  const places = <T>(count: number, of: (order: number, phrases: string[]) => T) =>
    Array.from({ length: count }, (_unused, order) => of(order + 1, order === at % count ? phrases : []));
  return {
    frontMatter: {
      code: document.code,
      kind: 'procedure',
      title: { vi: document.title, en: null },
      unit: null,
      field: null,
      clauses: {},
      tthc: [`1.${String(at).padStart(6, '0')}`],
      confidentiality: 'public',
      isPublic: true,
      review: 'P12M',
      language: 'vi',
    },
    sections: places(7, (order, own) => sectionOf(make, order, own)),
    steps: places(6, (order, own) => stepOf(make, order, own)),
    cases: [],
    retiredSteps: [],
    hasSteps: true,
    records: [],
    rules: [],
    fields: [],
    papers: [],
    abbreviations: [],
    fees: [],
    legalBases: [],
    forms: [],
    links: [],
    text: '',
  };
}

/** An office with so many documents in force, their words in the index by the module's own function. */
export async function officeWithLibrary(count: number): Promise<MadeUpOffice> {
  const office = await madeUpOffice();
  const make = wordMaker(3);
  const documents = Array.from({ length: count }, (_unused, at) => ({
    id: `t${String(at).padStart(5, '0')}`,
    code: `QT-${String(at).padStart(5, '0')}`,
    title: [make.words(5), ...(at % 3 === 0 ? phrasesAt(at).slice(1) : [])].join(' '),
    field: null,
  }));
  await insertDocuments(office, documents);
  for (let from = 0; from < count; from += 250) {
    await inTransaction(office.db, async (trx) => {
      for (const [index, document] of documents.slice(from, from + 250).entries()) {
        await indexRevision(trx, `r-${document.id}`, compiledAt(from + index, make, document));
      }
    });
  }
  return office;
}
