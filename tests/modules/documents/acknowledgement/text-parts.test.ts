import { describe, expect, it } from 'vitest';
import { partsOf } from '#app/modules/documents/acknowledgement/text-parts.ts';
import { procedureText } from '../procedure-text.ts';

const hashOf = (source: string, key: string) => partsOf(source).find((part) => part.key === key)?.hash;
const text = procedureText();

describe('the parts of a text', () => {
  it('are its sections and steps in their order', () => {
    expect(partsOf(text).map((part) => part.key)).toEqual([
      'section:muc-dich',
      'section:pham-vi',
      'section:tai-lieu-vien-dan',
      'section:dinh-nghia-viet-tat',
      'section:noi-dung',
      'step:tiep-nhan',
      'step:trich-luc',
      'step:ky',
      'section:bieu-mau',
      'section:ho-so',
    ]);
    expect(partsOf('')).toEqual([]);
  });

  const changed = (change: (text: string) => string) =>
    partsOf(text)
      .map((part) => part.key)
      .filter((key) => hashOf(text, key) !== hashOf(change(text), key));

  it.each<[string, string, string, string[]]>([
    ['words of a step', 'Đối chiếu sổ gốc và in', 'Đối chiếu hai sổ và in', ['step:trich-luc']],
    ['the time of a step', 'within="4h"', 'within="3h"', ['step:trich-luc']],
    ['who is responsible', 'responsible="lanh-dao"', 'responsible="chu-tich"', ['step:ky']],
    ['the limit of a case', 'limit="8h"', 'limit="16h"', ['section:noi-dung']],
    ['a paper of the dossier', 'original="1"', 'original="2"', ['section:noi-dung']],
    ['the scope', 'một cửa và Văn phòng', 'một cửa', ['section:pham-vi']],
    ['the code', 'QT-TP-09', 'QT-TP-10', []],
    ['white space', 'Đối chiếu sổ gốc', 'Đối  chiếu\n\n    sổ gốc', []],
  ])('a change of %s changes only what it stands in', (_what, from, to, keys) => {
    expect(changed((source) => source.replace(from, to))).toEqual(keys);
  });

  it('are told apart in nested sections and by either quotes', () => {
    const nested = '<Section id=\'a\' title=\'A\'>x<Section id="b" title="B">y</Section>z</Section>';
    expect(partsOf(nested).map((part) => part.key)).toEqual(['section:a', 'section:b']);
    expect(hashOf(nested.replace('y', 'yy'), 'section:a')).toBe(hashOf(nested, 'section:a'));
    expect(hashOf(nested.replace('z', 'zz'), 'section:b')).toBe(hashOf(nested, 'section:b'));
    expect(hashOf(nested.replace('z', 'zz'), 'section:a')).not.toBe(hashOf(nested, 'section:a'));
  });
});
