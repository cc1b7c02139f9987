import { expect } from 'vitest';
import { invite } from '#app/modules/accounts/invitation.server.ts';
import { homeAgency } from '#app/modules/accounts/session.server.ts';
import { systemOf } from '#app/permissions/actor.ts';
import { inTransaction } from '#db/unit-of-work.ts';
import { bodyOf, filledForms } from '#tests/harness/filled-form.ts';
import { openSampleWard } from '#tests/harness/sample-ward.ts';
import { startTestServer } from '#tests/http/test-server.ts';

const password = 'Sông Nhuệ mùa nước lên 27';

type Fields = Record<string, string>;

/** One person of the sample ward at a browser without script: pages are read, forms are sent as they stand. */
export class Person {
  private constructor(
    readonly key: string,
    readonly officerId: string,
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  /** Sets a password by the one-time link, then signs in with it. */
  static async signIn(
    url: string,
    person: { key: string; officerId: string; link: string },
  ): Promise<Person> {
    const headers = { 'Sec-Fetch-Site': 'same-origin' };
    const send = (path: string, fields: Fields) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        redirect: 'manual',
        headers,
        body: new URLSearchParams(fields),
      });
    expect((await send(person.link, { password, again: password })).status).toBe(303);
    const answer = await send('/sign-in', { login: person.key, password, to: '/my-work' });
    expect(answer.headers.get('location')).toBe('/my-work');
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return new Person(person.key, person.officerId, url, cookie);
  }

  get(path: string): Promise<Response> {
    return fetch(`${this.url}${path}`, { redirect: 'manual', headers: { Cookie: this.cookie } });
  }

  async page(path: string): Promise<string> {
    const answer = await this.get(path);
    expect(answer.status, `${this.key} reads ${path}`).toBe(200);
    return answer.text();
  }

  post(path: string, body: URLSearchParams | FormData): Promise<Response> {
    const headers = { 'Sec-Fetch-Site': 'same-origin', Cookie: this.cookie };
    return fetch(`${this.url}${path}`, { method: 'POST', redirect: 'manual', headers, body });
  }

  /** The form that the page shows, with what this person fills in; an empty value leaves a field out. */
  private async form(path: string, fill: Record<string, string>): Promise<URLSearchParams | FormData> {
    const html = await this.page(path);
    const forms = filledForms(html).filter(
      ({ action }) => action === null || action.split('?')[0] === path.split('?')[0],
    );
    const form = forms.at(-1);
    if (!form) throw new Error(`${path} shows ${this.key} no form`);
    const kept = form.fields.filter(([name]) => !(name in fill));
    const filled = Object.entries(fill).filter(([, value]) => value !== '');
    return bodyOf({ fields: [...kept, ...filled], files: form.files });
  }

  /** Does what the page offers. @returns where it leads. */
  async does(path: string, fill: Fields = {}): Promise<string> {
    const answer = await this.post(path, await this.form(path, fill));
    const text = answer.status === 303 ? '' : await answer.text();
    const said = text
      .slice(text.indexOf('<main'))
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .slice(0, 400);
    expect(answer.status, `${this.key} at ${path}: ${said}`).toBe(303);
    return answer.headers.get('location') ?? '';
  }

  /** Is told no, by the page or by the form. */
  async isRefused(path: string, fields: Fields, status = 403): Promise<void> {
    const answer = await this.post(path, new URLSearchParams(fields));
    expect(answer.status, `${this.key} tries ${path}`).toBe(status);
  }
}

/** The sample ward on its real server, and its people one after the other at the door. */
export async function openJourney() {
  const { ward, clock, close } = await openSampleWard();
  const agencyId = await homeAgency(ward.db);
  const server = await startTestServer({ installation: ward, clock });
  return {
    db: ward.db,
    log: server.log,
    clock,
    async person(key: string): Promise<Person> {
      const account = await ward.db
        .selectFrom('account')
        .select(['id', 'officer_id'])
        .where('login_folded', '=', key)
        .where('agency_id', '=', agencyId)
        .executeTakeFirstOrThrow();
      const token = await inTransaction(ward.db, (trx) =>
        invite(trx, systemOf(agencyId), account.id, clock.now()),
      );
      const person = { key, officerId: account.officer_id ?? '', link: `/welcome/${token}` };
      return Person.signIn(server.url, person);
    },
    async unitId(key: string): Promise<string> {
      const unit = await ward.db
        .selectFrom('unit')
        .select('id')
        .where('key', '=', key)
        .where('agency_id', '=', agencyId)
        .executeTakeFirstOrThrow();
      return unit.id;
    },
    close: async () => {
      await server.close();
      await close();
    },
  };
}
