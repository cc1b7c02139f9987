import type { Locator, Page } from 'playwright-core';

/** Opens a part of the draft's form by its tab. */
export async function opensPart(page: Page, part: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Các phần của tài liệu' })
    .getByRole('link', { name: part })
    .click();
  await page.locator('nav.tabs [aria-current="page"]', { hasText: part }).waitFor();
  await page.waitForLoadState('networkidle');
}

/** Types, and waits until what was typed has been saved by itself. */
export async function savedByItself(page: Page, typing: () => Promise<unknown>): Promise<void> {
  const answer = page.waitForResponse((one) => one.url().endsWith('/own-saving'));
  await typing();
  await answer;
  await page.locator('.saving-state time').waitFor();
}

export function step(page: Page, title: string): Locator {
  return page.getByRole('group', { name: title });
}

/** Who does a step, who answers for it, who decides, and what comes out. */
export async function staffs(
  row: Locator,
  by: { responsible?: string; accountable: string; decides: string; result: string },
): Promise<void> {
  const fill = (label: string, value: string) => row.getByLabel(label, { exact: true }).first().fill(value);
  if (by.responsible) await fill('Người thực hiện', by.responsible);
  await fill('Người chịu trách nhiệm', by.accountable);
  await fill('Người quyết định hoặc ký', by.decides);
  await fill('Sản phẩm của bước', by.result);
}

/** How long a step may take, and whether the limit of the whole counts it. */
export async function times(row: Locator, hours: string, counted = true): Promise<void> {
  await row.locator('.span-of-time input').fill(hours);
  if (!counted) await row.locator('select', { hasText: 'không tính' }).selectOption({ label: 'không tính' });
}
