import type { BrowserContext, Locator, Page, Request, Response } from 'playwright-core';
import type { Act, Fields, Filled } from './row.ts';
import type { Ward } from './ward.ts';

/** A browser that runs no script of the page, at which one person after the other sits down. */
export class Desk {
  constructor(
    private readonly ward: Ward,
    private readonly context: BrowserContext,
    private readonly page: Page,
  ) {}

  /** @returns what is wrong, or null when the page is open before this person. */
  async open(by: string, path: string, expected = 200): Promise<string | null> {
    await this.context.clearCookies();
    const session = by === 'citizen' ? [] : [{ name: 'session', value: await this.ward.session(by) }];
    const cookies = [{ name: 'lang', value: 'vi' }, ...session];
    await this.context.addCookies(cookies.map((cookie) => ({ ...cookie, url: this.ward.url })));
    return this.again(path, expected);
  }

  /** The same person goes to another page. */
  async again(path: string, expected = 200): Promise<string | null> {
    const answer = await this.page.goto(`${this.ward.url}${path}`);
    const status = answer?.status() ?? 0;
    const at = new URL(this.page.url()).pathname;
    if (status !== expected) return `${path} answers ${status}`;
    return at === '/sign-in' && !path.startsWith('/sign-in') ? `${path} asks to sign in` : null;
  }

  /** Everything that can be read of the page, with what stands in its fields. */
  async words(): Promise<string> {
    return this.page.evaluate(() => {
      const { lang, dataset } = document.documentElement;
      const typed = [
        ...document.querySelectorAll<HTMLInputElement>('main :is(input:not([type=hidden]), textarea)'),
      ];
      const values = typed.map(({ type, checked, value }) =>
        type === 'checkbox' || type === 'radio' ? `${checked ? '☑' : '☐'} ${value}` : value,
      );
      // biome-ignore lint/performance/useDomNodeTextContent: only what can be seen counts
      return [`lang=${lang} theme=${dataset.theme}`, document.body.innerText, ...values].join('\n');
    });
  }

  /** Fills in the form and sends it with its own button. @returns what is wrong, or null. */
  async send(act: Act, fields: Fields, address: string | null): Promise<string | null> {
    const form = await this.formWith(Object.keys(fields), address);
    if (typeof form === 'string') return form;
    for (const [name, value] of Object.entries(fields)) await fillIn(form, name, value);
    const wanting = await form.evaluate((one) =>
      [...one.querySelectorAll<HTMLInputElement>(':invalid')].map((field) => field.name).filter(Boolean),
    );
    if (wanting.length > 0)
      return `the form cannot be sent, these fields want something: ${wanting.join(', ')}`;
    const buttons = form.locator('button:not([type=button]), input[type=submit]');
    const button = act.press ? buttons.filter({ hasText: act.press }) : buttons;
    if ((await button.count()) !== 1)
      return `${await button.count()} buttons send the form: name one by "press"`;
    for (const closed of await button.locator('xpath=ancestor::details[not(@open)]/summary').all())
      await closed.click();
    return act.paper ? this.paperOf(button) : this.pageAfter(button);
  }

  private async pageAfter(button: Locator): Promise<string | null> {
    const [answer] = await Promise.all([
      this.page.waitForNavigation({ timeout: 20_000 }),
      button.click({ noWaitAfter: true, timeout: 10_000 }),
    ]);
    return this.meaningOf(answer);
  }

  private async paperOf(button: Locator): Promise<string | null> {
    const sent = this.page.waitForResponse((one) => one.request().method() === 'POST');
    await button.click({ noWaitAfter: true });
    const answer = await sent;
    const kind = answer.headers()['content-type'] ?? '';
    return ['application/pdf', 'application/zip'].includes(kind)
      ? null
      : `answers ${answer.status()} with ${kind}, not with a file`;
  }

  private async meaningOf(answer: Response | null): Promise<string | null> {
    const posted = firstOf(answer?.request());
    if (posted?.method() !== 'POST') return 'is not sent by POST';
    const mistakes = await this.page.locator('main :is(.notice-refused, .field-error)').allInnerTexts();
    if (posted === answer?.request() && mistakes.length > 0)
      return `is not accepted: ${mistakes.join(' ').replace(/\s+/g, ' ')}`;
    return answer?.ok() ? null : `leads to ${answer?.status()} at ${this.page.url()}`;
  }

  /** The one form that is sent by POST to this address (null: wherever) and has these fields. */
  private async formWith(names: string[], address: string | null): Promise<Locator | string> {
    const forms = await this.page.locator('form').all();
    const known: string[] = [];
    const fitting: Locator[] = [];
    for (const form of forms) {
      const about = await form.evaluate((one: HTMLFormElement) => ({
        // A field may be called "method" or "action" and stand for the form's own.
        method: one.getAttribute('method')?.toLowerCase(),
        path: new URL(one.getAttribute('action') ?? '', location.href).pathname,
        names: [...one.elements].map((field) => field.getAttribute('name') ?? ''),
      }));
      if (about.method !== 'post' || (address !== null && about.path !== address)) continue;
      known.push(`(${about.names.filter(Boolean).join(', ')})`);
      if (names.every((name) => about.names.includes(name))) fitting.push(form);
    }
    const form = fitting[0];
    if (form) return form;
    return `no form to ${address} has the fields (${names.join(', ')}), only ${known.join(' ') || 'none'}`;
  }
}

/** Where a chain of redirects began. */
function firstOf(request: Request | undefined): Request | undefined {
  const before = request?.redirectedFrom();
  return before ? firstOf(before) : request;
}

async function fillIn(form: Locator, name: string, value: Filled): Promise<void> {
  const field = form.locator(`[name="${name}"]`);
  const kind = await field
    .first()
    .evaluate((one) => (one.tagName === 'INPUT' ? (one as HTMLInputElement).type : one.tagName));
  if (typeof value === 'object' && 'file' in value) {
    const mimeType = value.file.endsWith('.pdf') ? 'application/pdf' : 'application/octet-stream';
    return field.setInputFiles({ name: value.file, mimeType, buffer: Buffer.from(value.bytes) });
  }
  const values = typeof value === 'string' ? [value] : value;
  if (kind === 'checkbox') {
    for (const box of await field.all())
      await box.setChecked(values.includes((await box.getAttribute('value')) ?? 'on'));
  } else if (kind === 'radio') await form.locator(`[name="${name}"][value="${values[0]}"]`).check();
  else if (kind === 'SELECT') await field.selectOption([...values]);
  else if (kind !== 'hidden') await field.first().fill(values[0] ?? '');
}
