import { describe, expect, it } from 'vitest';
import { plantedDefects } from './planted-defects.ts';
import {
  plainLayout,
  type SampleLayout,
  type SampleText,
  sampleFile,
  sampleText,
} from './sample-procedure.ts';
import { imported, told } from './sample-set.ts';

/**
 * Sets of procedures rewritten at random: titles, heads, order of columns, split and merged cells, order of files.
 * Whatever the wording, a clean set is clean and one planted defect is told exactly once. `QMS_LONG=1` runs many.
 */
const runs = process.env.QMS_LONG === '1' ? 2000 : 36;
const patience = runs * 1000;

const subjects = [
  {
    subject: 'khai sinh',
    result: 'Giấy khai sinh',
    titles: ['Đăng ký khai sinh', 'Thủ tục đăng ký khai sinh', 'Giải quyết việc khai sinh cho trẻ em'],
  },
  {
    subject: 'khai tử',
    result: 'Trích lục khai tử',
    titles: ['Đăng ký khai tử', 'Thủ tục khai tử tại phường', 'Đăng ký việc khai tử'],
  },
  {
    subject: 'kết hôn',
    result: 'Giấy chứng nhận kết hôn',
    titles: ['Đăng ký kết hôn', 'Thủ tục đăng ký kết hôn', 'Giải quyết yêu cầu kết hôn'],
  },
  {
    subject: 'giám hộ',
    result: 'Trích lục đăng ký giám hộ',
    titles: ['Đăng ký giám hộ', 'Thủ tục giám hộ', 'Đăng ký việc giám hộ'],
  },
  {
    subject: 'hộ kinh doanh',
    result: 'Giấy chứng nhận đăng ký hộ kinh doanh',
    titles: ['Đăng ký hộ kinh doanh', 'Thành lập hộ kinh doanh'],
  },
];

const heads = {
  number: ['TT', 'STT', 'Bước', 'Số TT'],
  work: [
    'Trình tự các bước công việc',
    'Trình tự các bước thực hiện*',
    'Nội dung công việc',
    'Các bước thực hiện',
    'Mô tả công việc',
  ],
  role: [
    'Trách nhiệm',
    'Đơn vị/người thực hiện',
    'Người thực hiện',
    'Trách nhiệm thực hiện',
    'Bộ phận xử lý',
  ],
  time: ['Thời gian', 'Thời hạn', 'Thời gian thực hiện', 'Thời gian giải quyết'],
  blank: [''],
};
const recordHeads: [string, string, string, string][] = [
  ['TT', 'Tên hồ sơ', 'Nơi lưu', 'Thời gian lưu'],
  ['STT', 'Tên biểu mẫu/ hồ sơ', 'Nơi lưu/ người lưu trữ', 'Thời gian lưu trữ'],
  ['Số TT', 'Hồ sơ lưu', 'Bộ phận/người lưu', 'Thời hạn bảo quản'],
];
const sectionWords: string[][] = [
  ['MỤC ĐÍCH', 'MỤC ĐÍCH, YÊU CẦU'],
  ['PHẠM VI', 'PHẠM VI ÁP DỤNG'],
  ['TÀI LIỆU VIỆN DẪN', 'TÀI LIỆU THAM CHIẾU'],
  ['ĐỊNH NGHĨA VÀ VIẾT TẮT', 'ĐỊNH NGHĨA/VIẾT TẮT', 'THUẬT NGỮ VÀ TỪ VIẾT TẮT'],
  ['NỘI DUNG', 'NỘI DUNG QUY TRÌNH'],
  ['BIỂU MẪU', 'BIỂU MẪU SỬ DỤNG'],
  ['HỒ SƠ LƯU TRỮ', 'HỒ SƠ CẦN LƯU', 'LƯU TRỮ HỒ SƠ', 'HỒ SƠ LƯU'],
];

/** A small generator with a seed, so that a failing run can be run again. */
function random(seed: number) {
  let state = seed * 2654435761 + 1;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) | 0;
    const mixed = Math.imul(state ^ (state >>> 13), 3266489917);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
  const pick = <Thing>(things: readonly Thing[]): Thing => {
    const thing = things[Math.floor(next() * things.length)];
    if (thing === undefined) throw new Error('nothing to pick from');
    return thing;
  };
  const shuffled = <Thing>(things: readonly Thing[]): Thing[] =>
    things
      .map((thing) => ({ thing, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ thing }) => thing);
  return { next, pick, shuffled, chance: (share: number) => next() < share };
}
type Random = ReturnType<typeof random>;

function someLayout(draw: Random): SampleLayout {
  const columns = draw.shuffled(
    draw.chance(0.3)
      ? (['number', 'work', 'role', 'time', 'blank'] as const)
      : (['number', 'work', 'role', 'time'] as const),
  );
  const head = (name: keyof typeof heads) => draw.pick(heads[name]);
  return {
    ...plainLayout,
    columns: columns.filter((name) => name !== 'number' || !draw.chance(0.15)),
    heads: { number: head('number'), work: head('work'), role: head('role'), time: head('time'), blank: '' },
    recordHeads: draw.pick(recordHeads),
    numbers: draw.pick(['typed', 'listed']),
    twoHeadRows: draw.chance(0.5),
    splitSteps: [0, 1, 2, 3, 4].filter(() => draw.chance(0.25)),
    mergeRoles: draw.chance(0.4),
    coverInPairs: draw.chance(0.5),
    letters: draw.pick(['letters', 'numbers']),
  };
}

function someText(draw: Random, at: number): SampleText {
  const { subject, result, titles } = subjects[at] ?? draw.pick(subjects);
  const text = sampleText({
    file: `tep-${at}.docx`,
    code: `QT-0${at}`,
    title: draw.pick(titles),
    subject,
    result,
  });
  const sections = sectionWords.map((words) => draw.pick(words));
  return {
    ...text,
    sections,
    contents: sections.map((_title, order) => `${order + 1}. ${draw.pick(sectionWords[order] ?? [])}`),
  };
}

describe('sets rewritten at random', () => {
  it(
    `${runs} clean sets are clean, in any order of files`,
    async () => {
      for (let seed = 1; seed <= runs; seed += 1) {
        const draw = random(seed);
        const set = await Promise.all(
          subjects.map((_subject, at) => {
            const text = someText(draw, at);
            return imported(sampleFile(text, someLayout(draw)), text.file);
          }),
        );
        expect(told(draw.shuffled(set)), `seed ${seed}`).toEqual([]);
        expect(
          set.flatMap((procedure) => procedure.unread),
          `seed ${seed}`,
        ).toEqual([]);
        expect(
          set.map((procedure) => procedure.steps.length),
          `seed ${seed}`,
        ).toEqual([5, 5, 5, 5, 5]);
      }
    },
    patience,
  );

  it(
    `one defect in each of ${runs} sets is told exactly once, in any order of files`,
    async () => {
      const kinds = [...Object.keys(plantedDefects), 'copied', 'shared'];
      for (let seed = 1; seed <= runs; seed += 1) {
        const draw = random(seed + 100_000);
        const kind = kinds[seed % kinds.length] ?? '';
        const victim = Math.floor(draw.next() * subjects.length);
        const other = (victim + 1 + Math.floor(draw.next() * (subjects.length - 1))) % subjects.length;
        const texts = subjects.map((_subject, at) => someText(draw, at));
        const layouts = subjects.map(() => someLayout(draw));
        const planted = plant(kind, texts, layouts, victim, other);
        const set = await Promise.all(
          texts.map((text, at) => imported(sampleFile(text, layouts[at] ?? plainLayout), text.file)),
        );
        expect(told(draw.shuffled(set)), `seed ${seed}, ${kind}`).toEqual([planted]);
      }
    },
    patience,
  );
});

/** Plants one defect into the texts and says what must be told. */
function plant(
  kind: string,
  texts: SampleText[],
  layouts: SampleLayout[],
  victim: number,
  other: number,
): string {
  const [text, origin, layout] = [texts[victim], texts[other], layouts[victim]];
  if (text === undefined || origin === undefined || layout === undefined) throw new Error('no such text');
  if (kind === 'copied') {
    texts[victim] = { ...text, records: origin.records };
    return `${text.file}: import.set.record-copied`;
  }
  if (kind === 'shared') {
    texts[victim] = { ...text, code: origin.code };
    return `${[text.file, origin.file].sort().join(' + ')}: import.set.code-shared`;
  }
  const defect = plantedDefects[kind];
  if (defect === undefined) throw new Error(kind);
  texts[victim] = defect.plant(text);
  // A step number can only be wrong where there is a column for it, and a cell of two steps has one role.
  const needsNumbers = defect.rule === 'import.step.number-duplicate' && !layout.columns.includes('number');
  const columns = needsNumbers ? (['number', ...layout.columns] as const) : layout.columns;
  layouts[victim] = {
    ...layout,
    columns: [...columns],
    ...defect.layout?.({ ...layout, columns: [...columns] }),
  };
  return `${text.file}: ${defect.rule}`;
}
