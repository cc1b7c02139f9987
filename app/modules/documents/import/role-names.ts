import { fold } from '#app/modules/search/fold.ts';
import { foldWords } from './folded.ts';

/** A role of the library with the ways real texts write it. */
export interface RoleName {
  key: string;
  vi: string;
  aliases: readonly string[];
}

/** An office's own wording for a role, kept beside the library's. */
export interface RoleAlias {
  text: string;
  role: string;
}

export type RoleReading =
  | { kind: 'known'; key: string; consulted: string[] }
  | { kind: 'several'; keys: string[] }
  | { kind: 'unknown' }
  | { kind: 'missing' };

/** Words that add a place or a manner to a role without making it another one. */
const neutralWords = new Set(
  (
    'ubnd uy ban nhan dan cap xa phuong thi tran dac khu tai cua o thuoc trung tam phuc vu hanh chinh cong ho so ' +
    'giai quyet chuyen mon phu trach duoc giao phan linh vuc truc tiep thu ly'
  ).split(' '),
);
const neutralTail = / va (?:hoan )?tra ket qua$/;

export class RoleNames {
  /** Longest first, so that a longer name is not taken for a shorter one inside it. */
  private readonly names: { words: string; key: string }[];

  constructor(roles: readonly RoleName[], aliases: readonly RoleAlias[] = []) {
    const names = [
      ...aliases.map((alias) => ({ words: foldWords(alias.text), key: alias.role })),
      ...roles.flatMap((role) =>
        [role.vi, ...role.aliases].map((text) => ({ words: foldWords(text), key: role.key })),
      ),
    ];
    this.names = names.filter((name) => name.words !== '').sort((a, b) => b.words.length - a.words.length);
  }

  read(text: string): RoleReading {
    if (foldWords(text) === '') return { kind: 'missing' };
    const whole = this.keyOf(text);
    if (whole !== null) return { kind: 'known', key: whole, consulted: [] };
    const led = this.ledWith(text);
    if (led !== null) return led;
    return this.severalIn(text);
  }

  /** "A chủ trì, phối hợp với B" is the one wording that says which of two is responsible. */
  private ledWith(text: string): RoleReading | null {
    const match = /^(.+?)[\s,;(-]*(?:chu tri)?[\s,;(-]*phoi hop(?: voi| cung)?\s*:?\s*(.+)$/.exec(
      fold(text).replace(/\n/g, ' '),
    );
    if (match === null) return null;
    const lead = this.keyOf(match[1] ?? '');
    const others = (match[2] ?? '').split(/[;,/]| va /).map((part) => this.keyOf(part));
    if (lead === null || others.some((key) => key === null)) return null;
    return {
      kind: 'known',
      key: lead,
      consulted: others.filter((key) => key !== null && key !== lead) as string[],
    };
  }

  private severalIn(text: string): RoleReading {
    const folded = fold(text);
    const firm = folded.split(/[;/\n]|(?:^|\s)-\s/).filter((part) => foldWords(part) !== '');
    const loose = folded.split(/[;,/&\n]|(?:^|\s)-\s| va | hoac /).filter((part) => foldWords(part) !== '');
    const looseKeys = loose.map((part) => this.keyOf(part));
    const known = [...new Set(looseKeys.filter((key) => key !== null))];
    if (known.length > 1) return { kind: 'several', keys: known };
    // One role written twice over, as in "Công chức tư pháp / Công chức TP-HT".
    if (known.length === 1 && known[0] && looseKeys.every((key) => key !== null))
      return { kind: 'known', key: known[0], consulted: [] };
    const firmKeys = firm.map((part) => this.keyOf(part)).filter((key) => key !== null);
    if (firm.length > 1 && firmKeys.length > 0) return { kind: 'several', keys: firmKeys };
    return { kind: 'unknown' };
  }

  private keyOf(text: string): string | null {
    const words = ` ${foldWords(text)} `.replace(/ $/, '').replace(neutralTail, '').trim();
    if (words === '') return null;
    for (const name of this.names) {
      const at = ` ${words} `.indexOf(` ${name.words} `);
      if (at === -1) continue;
      const rest = `${words.slice(0, Math.max(0, at))} ${words.slice(at + name.words.length)}`;
      if (rest.split(' ').every((word) => word === '' || neutralWords.has(word))) return name.key;
    }
    // The tail "và trả kết quả" may itself belong to a name.
    const full = foldWords(text);
    return this.names.find((name) => name.words === full)?.key ?? null;
  }
}
