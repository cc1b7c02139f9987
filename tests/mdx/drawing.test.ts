import { describe, expect, it } from 'vitest';
import { bundleDocument } from '#app/mdx/bundle.tsx';
import { compileDocument } from '#app/mdx/compile.ts';
import { type GuardedText, guard } from '#app/mdx/guard.ts';
import { renderDocument } from '#app/mdx/render.tsx';
import { birthRegistration, honestTexts, textWith } from './sample-text.ts';

function guarded(text: string): GuardedText {
  const { guarded: passed, findings } = guard(text, 'qt.mdx', 'vi');
  if (!passed) throw new Error(findings.map(({ message }) => message).join('\n'));
  return passed;
}

function drawn(text: string, roleNames = {}): string {
  const passed = guarded(text);
  return renderDocument(passed, compileDocument(passed), roleNames);
}

describe('both renderers draw the same', () => {
  it.each(Object.entries(honestTexts))('%s', async (_name, text) => {
    const passed = guarded(text);
    const compiled = compileDocument(passed);
    const roleNames = { 'tiep-nhan': 'Công chức tiếp nhận và trả kết quả' };
    const html = renderDocument(passed, compiled, roleNames);
    expect(await bundleDocument(passed, compiled, roleNames)).toBe(html);
  });
});

describe('the page of a procedure', () => {
  const html = drawn(birthRegistration, { 'tiep-nhan': 'Công chức tiếp nhận' });

  it('has its sections with their ids and titles', () => {
    expect(html).toContain('<section id="muc-dich"><h2>Mục đích</h2>');
    expect(html).toContain('<h3>5.2 Thành phần hồ sơ</h3>');
  });

  it('has one row a step, with one time column a case', () => {
    expect(html.match(/<tr id="step-/g)).toHaveLength(3);
    expect(html).toContain('<th scope="colgroup" colSpan="2">Thời gian</th>');
    expect(html).toContain('<td>0,5 giờ làm việc</td><td>4 giờ làm việc</td>');
    expect(html).toContain('trong thời gian của bước trước (không tính vào thời hạn)');
  });

  it('names roles where a name is known and shows the key where it is not', () => {
    expect(html).toContain('<span data-role="tiep-nhan">Công chức tiếp nhận</span>');
    expect(html).toContain('<span data-role="chanh-van-phong">chanh-van-phong</span>');
  });

  it('leaves fees and legal bases to be filled in when served', () => {
    expect(html).toContain('<span class="fee" data-fee="khai-sinh">');
    expect(html).toContain('<span class="legal-basis" data-legal="nd-123-2015">');
  });

  it('links forms by their code', () => {
    expect(html).toContain('<a class="form-ref" href="/documents/by-code/BM-01-01">BM-01-01</a>');
    expect(html).toContain('href="/documents/by-code/Mau-01"');
  });

  it('gathers neighbouring records, fields and abbreviations into one table each', () => {
    expect(html.match(/<table class="records">/g)).toHaveLength(1);
    expect(html).toContain(
      '<tr id="record-ho-so"><td class="number">1</td><th scope="row">Bộ hồ sơ đăng ký</th>',
    );
    expect(html).toContain('Bước: Tiếp nhận hồ sơ');
    expect(html).toContain('Đến khi thay thế');
    expect(html.match(/<table class="fields">/g)).toHaveLength(1);
    expect(html.match(/<table class="abbreviations">/g)).toHaveLength(1);
  });

  it('has no id twice, a scope on every head cell and no style attribute', () => {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(new Set(ids).size);
    for (const [head] of html.matchAll(/<th\b[^>]*>/g)) expect(head).toContain('scope=');
    expect(html).not.toContain('style=');
    expect(html).toContain('<td class="align-right">1</td>');
  });
});

it('labels are in the language of the document, not of the reader', () => {
  const english = textWith('<Note kind="law">x</Note>').replace(
    'kind: procedure',
    'kind: procedure\nlanguage: en',
  );
  expect(drawn(english)).toContain('<p class="note-title">Legal provision</p>');
  expect(drawn(textWith('<Note kind="law">x</Note>'))).toContain(
    '<p class="note-title">Quy định pháp luật</p>',
  );
});

it('headings of a text stand below the title of the page', () => {
  expect(drawn(textWith('# a'))).toBe('<h2>a</h2>');
  expect(drawn(textWith('<Section id="a" title="A">\n\n# b\n\n</Section>'))).toContain(
    '<h2>A</h2><h3>b</h3>',
  );
});
