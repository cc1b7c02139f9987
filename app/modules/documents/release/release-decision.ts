import type { Day } from '#app/http/clock.ts';
import { translate } from '#app/i18n/translate.ts';
import type { Decision } from '#app/pdf/sheets/decision-sheet.ts';
import type { ReadRelease } from './release-page.server.ts';

export interface Office {
  agency: string;
  parentAgency?: string;
}

const say = (key: string, values?: Record<string, string | number>) =>
  translate('vi', `releases.decision.${key}`, values);

/** The decision of a release as NĐ 30/2020/NĐ-CP lays it out, with the documents as its annex. Always Vietnamese. */
export function releaseDecision(release: ReadRelease, office: Office): Decision {
  const { items } = release;
  const [only] = items;
  const many = items.length !== 1;
  const kind = only ? translate('vi', `documents.kind.${only.kind}`) : '';
  const subject =
    many || !only
      ? say('subject-many', { count: items.length })
      : say('subject-one', { kind, title: only.title_vi });
  return {
    stamp: release.released_at,
    ...office,
    ...numberOf(release.decision_number),
    place: placeOf(office.agency),
    signedOn: release.signed_on,
    type: say('type'),
    subject,
    authority: say('authority', { agency: office.agency }),
    grounds: groundsOf(release),
    articles: [
      {
        text: many
          ? say('article-1-many', { count: items.length })
          : say('article-1-one', { subject: subject.replace(/^Về việc ban hành /, '') }),
      },
      { text: effectOf(release) },
      { text: say('article-3') },
    ],
    signature: signatureOf(release),
    recipients: [say('recipient-1'), say('recipient-2'), say('recipient-3')],
    annex: {
      title: say('annex-title'),
      note: say('annex-note', {
        number: release.decision_number,
        day: inWords(release.signed_on),
        agency: office.agency,
      }),
      columns: ['no', 'code', 'name', 'kind', 'issue'].map((column) => say(`annex-${column}`)),
      rows: items.map((item, at) => [
        String(at + 1),
        item.code ?? '',
        item.title_vi,
        translate('vi', `documents.kind.${item.kind}`),
        `${two(item.issue)}/${two(item.amendment)}`,
      ]),
    },
  };
}

/** "29 tháng 6 năm 2026": days under 10 and the months 1 and 2 take a leading zero. */
function inWords(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

const two = (number: number) => String(number).padStart(2, '0');

/** `71/QĐ-UBND` → 71 and `QĐ-UBND`; what is not written so stays whole. */
export function numberOf(written: string): { number: number | null; symbol: string } {
  const [, number, symbol] = /^\s*(\d{1,6})\s*\/\s*(.+?)\s*$/.exec(written) ?? [];
  return number && symbol ? { number: Number(number), symbol } : { number: null, symbol: written };
}

/** Địa danh: the name of the ward or commune itself. */
export function placeOf(agency: string): string {
  return agency
    .replace(/^(Ủy ban nhân dân|UBND)\s+/iu, '')
    .replace(/^(phường|xã|đặc khu|tỉnh|thành phố)\s+/iu, '');
}

/** The laws every such decision rests on, then what the texts themselves name. */
function groundsOf({ items }: ReadRelease): string[] {
  const named = [...new Set(items.map((item) => item.legal_ground.trim()).filter(Boolean))];
  return [
    say('ground-1'),
    say('ground-2'),
    ...named
      .slice(0, 12)
      .map((ground) => (/^Căn cứ/i.test(ground) ? ground : say('ground-named', { ground }))),
    say('ground-last'),
  ];
}

function effectOf(release: ReadRelease): string {
  if (release.not_before !== null) return say('article-2-waiting', { day: inWords(release.not_before) });
  const from = release.items[0]?.in_force_from ?? release.signed_on;
  const replaces = release.items.some((item) => item.number > 1);
  return [say('article-2', { day: inWords(from) }), ...(replaces ? [say('article-2-replaces')] : [])].join(
    ' ',
  );
}

/** The office above the signature already says whose chair it is, and a field of work is no title (NĐ 30/2020 Phụ lục I). */
export function titleOnPaper(position: string): string {
  return position
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/\s+(UBND|Ủy ban nhân dân)(?=\s|$).*$/u, '')
    .trim();
}

function signatureOf({ signing, signer }: ReadRelease): Decision['signature'] {
  if (!signing) return { position: say('head'), name: signer };
  const prefix = signing.prefix === 'KT.' || signing.prefix === 'TUQ.' ? signing.prefix : undefined;
  const position = titleOnPaper(signing.position);
  return prefix
    ? { prefix, onBehalfOf: titleOnPaper(signing.onBehalfOf), position, name: signer }
    : { position, name: signer };
}
