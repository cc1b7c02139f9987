import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockAt } from '#app/http/clock.ts';
import { openDataFolder } from '#app/http/data-folder.ts';
import type { Installation } from '#app/http/installation.server.ts';
import { createPdfPress } from '#app/pdf/renderer.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { startTestServer, type TestServer } from '../http/test-server.ts';
import { AuditDesk } from '../modules/audits/audit-desk.ts';

/** The ward of the audit stories behind the real pages: each request comes from the person it names. */
export class WebDesk {
  private who: Actor;

  private constructor(
    readonly desk: AuditDesk,
    readonly clock: ReturnType<typeof clockAt>,
    private readonly end: () => Promise<void>,
    citizen: Actor,
  ) {
    this.who = citizen;
  }

  private server: TestServer | undefined;

  static async open(now: string): Promise<WebDesk> {
    const desk = await AuditDesk.open();
    const folder = mkdtempSync(join(tmpdir(), 'ro-viec-audit-'));
    const clock = clockAt(now);
    const pdf = createPdfPress();
    const installation: Installation = {
      db: desk.db,
      clock,
      data: openDataFolder(folder),
      press: desk.desk.press,
      pdf,
      settle: async () => {},
      close: async () => {},
    };
    const web = new WebDesk(
      desk,
      clock,
      async () => {
        await web.server?.close();
        await pdf.close();
        await desk.close();
        rmSync(folder, { recursive: true, force: true });
      },
      desk.desk.story.citizen,
    );
    web.server = await startTestServer({ installation, findActor: async () => web.who });
    return web;
  }

  private get running(): TestServer {
    if (!this.server) throw new Error('not started');
    return this.server;
  }

  async get(who: Actor, path: string): Promise<Response> {
    this.who = who;
    return this.running.get(path, { 'Accept-Language': 'vi' });
  }

  async read(who: Actor, path: string): Promise<string> {
    const answer = await this.get(who, path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  }

  /** Sends a form as its page sends it; gives the status and where it leads. */
  async post(
    who: Actor,
    path: string,
    fields: Record<string, string> | [string, string][],
  ): Promise<{ status: number; to: string; html: string }> {
    this.who = who;
    const answer = await this.running.post(path, fields);
    return { status: answer.status, to: answer.headers.get('Location') ?? '', html: await answer.text() };
  }

  close(): Promise<void> {
    return this.end();
  }
}
