import type { Page } from 'playwright-core';
import { opensPart, savedByItself, staffs, step, times } from './form-mending.ts';
import type { OfficeAtBrowser } from './office-at-browser.ts';
import { unfinishedProcedure } from './unfinished-procedure.ts';

/** Follows what the page offers in these words. */
export async function follow(page: Page, name: string | RegExp): Promise<void> {
  const before = page.url();
  await page.getByRole('main').getByRole('link', { name }).first().click();
  await page.waitForURL((url) => url.href !== before);
}

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** A Word file becomes a draft, opened as a form. @returns the draft's address. */
export async function bringsInWordFile(office: OfficeAtBrowser, page: Page): Promise<string> {
  await page.goto('/documents');
  await office.look(page, '01-register');
  await follow(page, 'Nhập từ Word');
  await page.waitForLoadState('networkidle');
  await office.look(page, '02-import');
  await page.locator('input[name="files"]').setInputFiles({
    name: 'trich-luc.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: unfinishedProcedure(),
  });
  await press(page, 'Đọc và tạo dự thảo');
  await page.getByRole('link', { name: 'Xem kết quả nhập' }).waitFor();
  await office.look(page, '03-import-sent');
  await follow(page, 'Xem kết quả nhập');
  await office.look(page, '04-import-result');
  await follow(page, 'Sửa bằng biểu mẫu');
  await page.locator('.form-editor').waitFor();
  return new URL(page.url()).pathname.replace('/form', '');
}

/** Mends every finding of the check in the form, and nothing anywhere else. */
export async function mendsInForm(office: OfficeAtBrowser, page: Page): Promise<void> {
  await opensPart(page, 'Thông tin chung');
  await office.look(page, '05-form-head');
  await savedByItself(page, async () => {
    await page.getByLabel('Đơn vị chủ trì').selectOption({ label: 'Văn phòng HĐND và UBND' });
  });
  await opensPart(page, 'Trình tự các bước');
  await office.look(page, '06-form-steps');
  await savedByItself(page, async () => {
    await staffs(step(page, 'Tiếp nhận yêu cầu'), {
      accountable: 'Giám đốc Trung tâm Phục vụ hành chính công',
      decides: 'Công chức tiếp nhận và trả kết quả',
      result: 'Giấy tiếp nhận và hẹn trả kết quả',
    });
    await staffs(step(page, 'Tra sổ gốc, dự thảo bản sao'), {
      accountable: 'Chánh Văn phòng HĐND và UBND',
      decides: 'Công chức tư pháp – hộ tịch',
      result: 'Bản sao chờ ký',
    });
    const signing = step(page, 'Xem xét, ký bản sao');
    const leader = 'Lãnh đạo UBND phụ trách lĩnh vực';
    await staffs(signing, {
      responsible: leader,
      accountable: 'Chủ tịch UBND',
      decides: leader,
      result: 'Bản sao đã ký',
    });
    await times(signing, '4');
    const giving = step(page, 'Đóng dấu, trả bản sao');
    await staffs(giving, {
      accountable: 'Chánh Văn phòng HĐND và UBND',
      decides: 'Văn thư – lưu trữ',
      result: 'Bản sao đã trả',
    });
    await times(giving, '4', false);
    await page.locator('.sum-equal').waitFor();
  });
  await office.look(page, '07-form-steps-mended');
}

export async function submits(office: OfficeAtBrowser, page: Page, draft: string): Promise<void> {
  await page.goto(`${draft}/form`);
  await follow(page, 'Trình xem xét');
  await office.look(page, '08-submission');
  await press(page, 'Trình xem xét');
  await page.waitForURL(`**${draft}`);
  await office.look(page, '09-submitted');
}

/** Finds the text among what is asked of this person, reads it, agrees and signs. */
export async function signs(
  office: OfficeAtBrowser,
  key: string,
  what: { kind: string; code: string; button: string },
): Promise<void> {
  const page = await office.windowOf(key);
  await page.goto('/my-work');
  await office.look(page, `10-asked-of-${key}`);
  const row = page.getByRole('row', { name: what.code }).filter({ hasText: what.kind });
  await row.getByRole('link').first().click();
  await page.locator('input[name="agreed"]').waitFor();
  await office.look(page, `11-${what.button}-${key}`);
  await page.locator('input[name="agreed"]').check();
  await press(page, what.button);
  await page.waitForURL((url) => /\/(revisions|documents)\/\w+$/.test(url.pathname));
  await office.look(page, `12-${what.button}-${key}-done`);
}

/** Puts the approved text in force by a decision. */
export async function releases(
  office: OfficeAtBrowser,
  page: Page,
  what: { code: string; decision: string; from: string },
): Promise<void> {
  await page.goto('/my-work');
  await office.look(page, '13-release-asked');
  await page.getByRole('row', { name: what.code }).getByRole('link').first().click();
  await office.look(page, '14-release');
  await page.getByLabel('Số quyết định').fill(what.decision);
  await page.getByLabel('Có hiệu lực từ ngày').fill(what.from);
  await press(page, 'Ban hành');
  await page.waitForURL(/\/documents\/releases\/(?!new)/);
  await office.look(page, '15-released');
}

/** What this person is asked to read is found in their own work, read and acknowledged. @returns what the page showed. */
export async function acknowledges(
  office: OfficeAtBrowser,
  key: string,
  code: string,
  picture?: string,
): Promise<string> {
  const page = await office.windowOf(key);
  await page.goto('/my-work');
  if (picture) await office.look(page, `${picture}-asked`);
  await page
    .getByRole('row', { name: code })
    .filter({ hasText: 'xác nhận' })
    .getByRole('link')
    .first()
    .click();
  await page.locator('input[name="agreed"]').waitFor();
  if (picture) await office.look(page, `${picture}-reading`);
  const shown = (await page.getByRole('main').textContent()) ?? '';
  await page.locator('input[name="agreed"]').check();
  await press(page, 'Xác nhận đã đọc');
  await page.waitForURL(/\/documents\/\w+$/);
  if (picture) await office.look(page, `${picture}-done`);
  return shown;
}
