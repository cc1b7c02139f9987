import { forbiddenCharacters } from '#app/mdx/characters.ts';
import { oneLine } from '../import/folded.ts';
import { escapeProse, proseBlocks, tag } from '../import/mdx-text.ts';
import type { AdministrativeProcedure } from './administrative-procedure.ts';
import type { Way } from './run-together.ts';

interface Given {
  read: AdministrativeProcedure;
  /** Laws named, with their key where the register has them. */
  bases: readonly { sign: string; key: string | null }[];
  fields: readonly { field: string; text: string }[];
}

/** Words of the draft that are not the portal's; Vietnamese, as the text is. */
export type DraftWords = (key: string, values?: Record<string, string>) => string;

/** A time of the portal as a limit of a case; null where its unit has no equal there. */
export function limitOf(time: string): string | null {
  const found = /^(\d+)\s*(Ngày làm việc|Giờ làm việc|Ngày|Giờ)$/.exec(time.trim());
  if (!found || Number(found[1]) === 0) return null;
  const unit = { 'Ngày làm việc': 'wd', 'Giờ làm việc': 'h', Ngày: 'd', Giờ: 'h' }[found[2] ?? ''];
  return unit ? `${Number(found[1])}${unit}` : null;
}

/** A draft with the facts of the portal filled in; who does what, and in what time, is left for the person to say. */
export function draftFromProcedure(given: Given, say: DraftWords): string {
  const { read, bases } = given;
  const field = (name: string) => given.fields.find((one) => one.field === name)?.text ?? '';
  const known = bases.flatMap((basis) => (basis.key === null ? [] : [basis.key]));
  const unknown = bases.filter((basis) => basis.key === null).map((basis) => basis.sign);
  const laws = [
    ...[...new Set(known)].map((key) => `- <LegalBasis ref="${key}" />`),
    ...unknown.map((sign) => `- ${escapeProse(sign)} ${say('law-unknown')}`),
  ];
  const sections: [string, string, string][] = [
    ['muc-dich', 'purpose', escapeProse(say('purpose', { name: read.name }))],
    ['pham-vi', 'scope', proseBlocks([say('scope', { level: read.level }), field('doi_tuong_thuc_hien')])],
    ['tai-lieu-vien-dan', 'references', laws.join('\n') || escapeProse(say('none'))],
    ['dinh-nghia-viet-tat', 'terms', escapeProse(say('no-terms'))],
    ['noi-dung', 'content', contentOf(given, field, say)],
    ['bieu-mau', 'forms', escapeProse(say('forms'))],
    [
      'ho-so',
      'records',
      `${tag('Record', { id: 'ho-so', name: say('record'), from: 'dossier', keeper: 'van-thu', retention: 'unknown' })} />`,
    ],
  ];
  const body = sections.map(
    ([id, name, text]) => `${tag('Section', { id, title: say(`title.${name}`) })}>\n\n${text}\n\n</Section>`,
  );
  return withoutUnseen(`${frontMatterOf(read)}\n\n${body.join('\n\n')}\n`);
}

/** Marks of the portal's pages that nobody sees and that a text may not hold. */
function withoutUnseen(text: string): string {
  let [clean, from] = ['', 0];
  for (const { offset } of forbiddenCharacters(text, text.length)) {
    clean += text.slice(from, offset);
    from = offset + String.fromCodePoint(text.codePointAt(offset) ?? 0).length;
  }
  return clean + text.slice(from);
}

function frontMatterOf(read: AdministrativeProcedure): string {
  const name = oneLine(read.name);
  const title = name.length > 300 ? `${name.slice(0, 299)}…` : name;
  const codes = /^\d+(?:\.\d+)*$/.test(read.code) ? [`tthc: ["${read.code}"]`] : [];
  return [
    '---',
    'kind: procedure',
    `title: { vi: ${JSON.stringify(title)} }`,
    'clauses: { "2015": ["8.5.1"], "2026": ["8.5.1"] }',
    ...codes,
    'confidentiality: public',
    'public: yes',
    'review: P12M',
    'language: vi',
    '---',
  ].join('\n');
}

function contentOf(given: Given, field: (name: string) => string, say: DraftWords): string {
  const { read } = given;
  const parts: [string, string][] = [
    ['conditions', proseBlocks([field('yeu_cau_dieu_kien')])],
    ['papers', papersOf(read, field('thanh_phan_ho_so'), say)],
    ['ways', waysOf(read, field('cach_thuc_thuc_hien'), say)],
    ['result', resultsOf(read, field('ket_qua_xu_ly'))],
    ['order', proseBlocks([field('trinh_tu_thuc_hien')])],
    ['steps', `<Note kind="note">\n\n${escapeProse(say('steps-note'))}\n\n</Note>\n\n${stepsOf(read, say)}`],
  ];
  return parts
    .filter(([, text]) => text.trim() !== '')
    .map(([name, text]) => `### ${escapeProse(say(`part.${name}`))}\n\n${text}`)
    .join('\n\n');
}

function papersOf(read: AdministrativeProcedure, whole: string, say: DraftWords): string {
  if (read.dossier.length === 0) return proseBlocks([whole]);
  const blocks = read.dossier.flatMap((table) => {
    const title = table.title === '' ? [] : [escapeProse(table.title)];
    if (table.papers === null) return [...title, escapeProse(say('papers-whole')), proseBlocks([table.text])];
    const papers = table.papers.map(
      (paper) =>
        `  ${tag('Paper', {
          name: paper.name.replace(/^[-+*•\s]+/, ''),
          kind: 'submit',
          original: paper.original > 0 ? String(paper.original) : null,
          copies: paper.copies > 0 ? String(paper.copies) : null,
        })} />`,
    );
    return [...title, ['<Dossier>', ...papers, '</Dossier>'].join('\n')];
  });
  return blocks.filter((block) => block.trim() !== '').join('\n\n');
}

function waysOf(read: AdministrativeProcedure, whole: string, say: DraftWords): string {
  if (read.ways === null || read.ways.length === 0) return proseBlocks([whole]);
  const line = (way: Way) =>
    [
      way.channel,
      way.time === null ? '' : say('way-time', { time: way.time }),
      way.fee === null ? '' : say('way-fee', { fee: way.fee }),
      way.rest,
    ]
      .filter((part) => part !== '')
      .join('; ');
  return [...read.ways.map((way) => `- ${escapeProse(line(way))}`), '', escapeProse(say('fee-hint'))].join(
    '\n',
  );
}

function resultsOf(read: AdministrativeProcedure, whole: string): string {
  if (read.results.length === 0) return proseBlocks([whole]);
  return read.results.map((result) => `- ${escapeProse(result.name)}`).join('\n');
}

/** One case for each time that could be read; the steps are those of the one-stop shop, without times of their own. */
function stepsOf(read: AdministrativeProcedure, say: DraftWords): string {
  const limits = new Map<string, string[]>();
  for (const way of read.ways ?? []) {
    const limit = way.time === null ? null : limitOf(way.time);
    if (limit !== null) limits.set(limit, [...(limits.get(limit) ?? []), way.channel]);
  }
  const cases = [...limits].map(
    ([limit, channels], at) =>
      `  ${tag('Case', { id: at === 0 ? 'thuong' : `thuong-${at + 1}`, title: limits.size === 1 ? say('case') : [...new Set(channels)].join(', '), limit })} />`,
  );
  const open = `  ${tag('Case', { id: 'thuong', title: say('case'), limit: 'none', reason: say('no-limit') })} />`;
  const result = (read.results[0]?.name ?? say('result')).slice(0, 300);
  const step = (attributes: Record<string, string>, text: string) =>
    `  ${tag('Step', attributes)}>\n    ${escapeProse(text)}\n  </Step>`;
  return [
    '<Steps>',
    ...(cases.length > 0 ? cases : [open]),
    '',
    step({ id: 'tiep-nhan', title: say('step.intake'), responsible: 'tiep-nhan' }, say('step-text')),
    '',
    step({ id: 'giai-quyet', title: say('step.work'), responsible: 'tiep-nhan' }, say('step-text')),
    '',
    step(
      { id: 'tra-ket-qua', title: say('step.return'), responsible: 'tiep-nhan', result, next: 'end' },
      say('step-text'),
    ),
    '</Steps>',
  ].join('\n');
}
