import { homeAgency } from '#app/modules/accounts/session.server.ts';
import { type Asker, peopleOfEachRole } from '#tests/harness/people-of-each-role.ts';
import { filledPath, type PaperRoute } from '#tests/harness/routes-on-paper.ts';
import { type Places, samplePlaces } from '#tests/harness/sample-places.ts';
import { openSampleWard, sampleToday } from '#tests/harness/sample-ward.ts';
import { startTestServer, type TestServer } from '#tests/http/test-server.ts';
import type { Answer } from './who-may.ts';

/** The real server over the sample ward, with somebody of each role at the door. */
export async function openWardAtTheDoor() {
  const { ward, clock, close } = await openSampleWard();
  const agencyId = await homeAgency(ward.db);
  const places: Places = await samplePlaces(ward.db, agencyId);
  const people = await peopleOfEachRole(ward.db, agencyId, sampleToday);
  const server: TestServer = await startTestServer({ installation: ward, clock });
  const cookies = new Map<Asker, Record<string, string>>();
  return {
    server,
    db: ward.db,
    agencyId,
    pathOf: (route: PaperRoute) => filledPath(route.path, places(route.id)),
    async cookieOf(asker: Asker): Promise<Record<string, string>> {
      const known = cookies.get(asker) ?? (await people.cookieOf(asker));
      cookies.set(asker, known);
      return known;
    },
    /** After an act that may have ended the session. */
    forgetCookie: (asker: Asker) => cookies.delete(asker),
    close: async () => {
      await server.close();
      await close();
    },
  };
}
export type WardAtTheDoor = Awaited<ReturnType<typeof openWardAtTheDoor>>;

/** What an answer means. Single-fetch answers carry a redirect as 202 with its address in the body. */
export async function meaningOf(
  answer: Response,
): Promise<{ answer: Answer | `fault ${number}`; text: string }> {
  const text = await answer.text();
  const to = answer.headers.get('location') ?? '';
  if (answer.status >= 500) return { answer: `fault ${answer.status}`, text };
  if (to.startsWith('/sign-in?to=')) return { answer: 'sign-in', text };
  if (answer.status === 202 && text.includes('/sign-in?to=')) return { answer: 'sign-in', text };
  if (answer.status === 403) return { answer: '403', text };
  if (answer.status === 404) return { answer: '404', text };
  return { answer: 'let in', text };
}
