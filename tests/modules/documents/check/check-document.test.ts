import { describe, expect, it } from 'vitest';
import { blocksReview, checkDocument } from '#app/modules/documents/check/check-document.ts';
import en from '#content/messages/check.en.json';
import vi from '#content/messages/check.vi.json';
import { cleanProcedure, cleanSurroundings } from './clean-procedure.ts';
import { defectsOfIdentity } from './planted-identities.ts';
import { defectsOfReferences } from './planted-references.ts';
import { defectsOfSteps } from './planted-steps.ts';
import { type Around, letters, stepOf, time } from './planting.ts';

/** One defect each, and the one finding it must give. */
const defects = [...defectsOfIdentity, ...defectsOfSteps, ...defectsOfReferences];

describe('the six-clears check', () => {
  it('finds nothing in a clean procedure', () => {
    expect(checkDocument(cleanProcedure(), cleanSurroundings())).toEqual([]);
  });

  it.each(defects)('finds %s and nothing else', (_name, expected, line, plant) => {
    const document = cleanProcedure();
    const around: Around = cleanSurroundings();
    plant(document, around);
    const findings = checkDocument(document, around);
    expect(findings.map((finding) => [finding.rule, finding.line])).toEqual([[expected, line]]);
    expect(findings[0]?.message).not.toMatch(/\{\w+\}/);
  });

  it('has a planted defect for every rule it can give, but the ones of other kinds and of tangles', () => {
    const planted = new Set(defects.map(([, expected]) => expected));
    const elsewhere = [
      'check.document.empty',
      'check.form.fields-missing',
      'check.rules.missing',
      'check.time.tangled',
    ];
    expect(
      Object.keys(vi)
        .filter((key) => !planted.has(key))
        .sort(),
    ).toEqual(elsewhere);
  });

  it('says the same in both languages, with the same placeholders', () => {
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(Object.keys(en)).toEqual(Object.keys(vi));
    for (const [key, text] of Object.entries(vi)) {
      expect(holes(Object.entries(en).find(([other]) => other === key)?.[1] ?? '')).toEqual(holes(text));
    }
  });

  it('speaks the language of its reader', () => {
    const document = cleanProcedure();
    letters(document, 'tham-tra', { R: 'tu-phap-ho-tich', A: 'chanh-van-phong' });
    expect(checkDocument(document, cleanSurroundings(), 'vi')[0]?.message).toContain(
      'Bước “Thẩm tra” chưa ghi ai quyết định',
    );
    expect(checkDocument(document, cleanSurroundings(), 'en')[0]?.message).toContain(
      'does not say who decides',
    );
  });

  it('names sum, limit, difference and path where times do not add up', () => {
    const document = cleanProcedure();
    time(document, 'ky', 'thuong', '2.25h');
    expect(checkDocument(document, cleanSurroundings())[0]?.message).toContain(
      'các bước cộng lại 9.25 h, vượt thời hạn 8h (8 h) là 1.25 h (đường đi: tiep-nhan → tham-tra → ghi-so → ky → dong-dau → tra-ket-qua)',
    );
  });

  it('lists findings in the order of the text', () => {
    const document = cleanProcedure();
    letters(document, 'tham-tra', {});
    document.frontMatter.code = 'QT-TP-02';
    stepOf(document, 'ky').result = null;
    const lines = checkDocument(document, cleanSurroundings()).map((finding) => finding.line);
    expect(lines).toEqual([...lines].sort((one, other) => one - other));
  });

  it('lets errors stop the review and warnings not', () => {
    const document = cleanProcedure();
    document.frontMatter.review = 'P24M';
    expect(blocksReview(checkDocument(document, cleanSurroundings()))).toBe(false);
    document.frontMatter.code = 'QT-TP-02';
    expect(blocksReview(checkDocument(document, cleanSurroundings()))).toBe(true);
  });
});
