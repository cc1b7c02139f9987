import { within } from './clean-procedure.ts';
import { letters, type Planted, stepOf, time } from './planting.ts';

/** Who does a step, where it leads and how long it takes. */
export const defectsOfSteps: Planted[] = [
  [
    'nobody responsible',
    'check.step.responsible-missing',
    42,
    (d) => letters(d, 'tham-tra', { A: 'chanh-van-phong', D: 'lanh-dao' }),
  ],
  [
    'two responsible',
    'check.step.responsible-doubled',
    42,
    (d) => letters(d, 'tham-tra', { R: 'tu-phap-ho-tich van-thu', A: 'chanh-van-phong', D: 'lanh-dao' }),
  ],
  [
    'nobody accountable',
    'check.step.accountable-missing',
    42,
    (d) => letters(d, 'tham-tra', { R: 'tu-phap-ho-tich', D: 'lanh-dao' }),
  ],
  [
    'two accountable',
    'check.step.accountable-doubled',
    42,
    (d) => letters(d, 'tham-tra', { R: 'tu-phap-ho-tich', A: 'chanh-van-phong lanh-dao', D: 'lanh-dao' }),
  ],
  [
    'nobody decides',
    'check.step.decides-missing',
    42,
    (d) => letters(d, 'tham-tra', { R: 'tu-phap-ho-tich', A: 'chanh-van-phong' }),
  ],
  [
    'an applicant doing the work of the office',
    'check.step.responsible-outside',
    42,
    (d) => letters(d, 'tham-tra', { R: 'nguoi-yeu-cau', A: 'chanh-van-phong', D: 'lanh-dao' }),
  ],
  [
    'another agency answering for a step',
    'check.step.accountable-outside',
    42,
    (d) => letters(d, 'tham-tra', { R: 'tu-phap-ho-tich', A: 'cong-an', D: 'lanh-dao' }),
  ],
  [
    'a role nobody knows',
    'check.role.unknown',
    42,
    (d) =>
      letters(d, 'tham-tra', {
        R: 'tu-phap-ho-tich',
        A: 'chanh-van-phong',
        D: 'lanh-dao',
        C: 'van-phong-thong-ke',
      }),
  ],
  [
    'a role without a position',
    'check.role.unmapped',
    42,
    (d) => letters(d, 'tham-tra', { R: 'dia-chinh', A: 'chanh-van-phong', D: 'dia-chinh' }),
  ],
  [
    'a vacant position, named once',
    'check.role.vacant',
    42,
    (d) => {
      letters(d, 'tham-tra', { R: 'ke-toan', A: 'chanh-van-phong', D: 'ke-toan' });
      letters(d, 'ghi-so', { R: 'ke-toan', A: 'chanh-van-phong', D: 'lanh-dao' });
    },
  ],

  [
    'a next step that does not exist',
    'check.step.next-unknown',
    42,
    (d) => {
      stepOf(d, 'tham-tra').next = ['ghi-so', 'xac-minh'];
    },
  ],
  [
    'a step nothing leads to',
    'check.step.unreachable',
    99,
    (d) => {
      stepOf(d, 'tra-ket-qua').next = ['end'];
      d.steps.push({ ...stepOf(d, 'tra-ket-qua'), id: 'gia-han', next: ['tiep-nhan'], line: 99 });
    },
  ],
  [
    'steps that only go round',
    'check.steps.endless',
    41,
    (d) => {
      stepOf(d, 'tra-ket-qua').next = ['tiep-nhan'];
    },
  ],

  [
    'a step without a time in one case',
    'check.time.missing',
    43,
    (d) => {
      stepOf(d, 'ghi-so').times.pop();
    },
  ],
  [
    'a time given twice',
    'check.time.doubled',
    99,
    (d) => {
      const step = stepOf(d, 'ghi-so');
      const [one] = step.times;
      if (one) step.times.push({ ...one, line: 99 });
    },
  ],
  [
    'a time for a case that is not there',
    'check.time.case-unknown',
    99,
    (d) => {
      stepOf(d, 'ghi-so').times.push({
        case: 'khan',
        within: within('1h'),
        counted: true,
        line: 99,
        column: 1,
      });
    },
  ],
  [
    'a first step inside the step before',
    'check.time.previous-of-none',
    41,
    (d) => {
      time(d, 'tiep-nhan', 'thuong', 'previous');
      time(d, 'tham-tra', 'thuong', '4h');
    },
  ],
  ['steps longer than the limit', 'check.time.sum-over', 30, (d) => time(d, 'ky', 'thuong', '1.5h')],
  ['steps shorter than the limit', 'check.time.sum-under', 31, (d) => time(d, 'ky', 'xac-minh', '4h')],
  [
    'a branch longer than the limit',
    'check.time.sum-over',
    30,
    (d) => {
      stepOf(d, 'tiep-nhan').next = ['tham-tra', 'ghi-so'];
      stepOf(d, 'tham-tra').next = ['ghi-so'];
      time(d, 'ghi-so', 'thuong', '3h');
    },
  ],
  [
    'one step beyond a limit in calendar days',
    'check.time.beyond-limit',
    42,
    (d) => {
      const [one] = d.cases;
      if (one) one.limit = { unit: 'calendar-days', value: 30, written: '30d' };
      time(d, 'tham-tra', 'thuong', '31d');
    },
  ],
  [
    'working days beyond a limit in calendar days',
    'check.time.beyond-limit',
    42,
    (d) => {
      const [one] = d.cases;
      if (one) one.limit = { unit: 'calendar-days', value: 3, written: '3d' };
      time(d, 'tham-tra', 'thuong', '4wd');
    },
  ],
  [
    'calendar days that no count of working days allows',
    'check.time.beyond-limit',
    42,
    (d) => time(d, 'tham-tra', 'thuong', '12d'),
  ],
];
