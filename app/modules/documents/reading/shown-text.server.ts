import { z } from 'zod';
import type { Locale } from '#app/i18n/locale.ts';
import type { Finding } from '#app/mdx/compiled-document.ts';
import type { TextPress } from '#app/mdx/text-press.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { checkDocument } from '../check/check-document.ts';
import { roleNamesOf } from '../drafting/pressing.server.ts';
import { surroundingsOf } from '../drafting/surroundings.server.ts';
import type { FlowStep } from '../flow-chart/flow-chart.ts';
import { flowSteps, flowStepsOf } from '../flow-chart/flow-steps.ts';
import type { Revision } from '../revision-record.server.ts';
import { stepsOfRevision } from '../revision-steps.server.ts';
import { pageOf } from './reading.server.ts';
import { servePage } from './served-page.server.ts';

export interface ShownText {
  /** Null when the guard refuses the draft: then the findings say where. */
  html: string | null;
  language: Locale;
  findings: Finding[];
  flow: FlowStep[];
}

const storedFindings = z.array(
  z.looseObject({
    rule: z.string(),
    severity: z.enum(['error', 'warning']),
    message: z.string(),
    line: z.number(),
    column: z.number(),
  }),
);

/** A revision as it reads on a day: the stored page from submission on, before that drawn without evaluating anything. */
export async function shownText(
  room: { db: Db; press: TextPress },
  actor: Actor,
  revision: Revision,
  day: Day,
  locale: Locale,
): Promise<ShownText> {
  authorize(actor, 'document.read-public');
  const language = revision.language === 'en' ? 'en' : 'vi';
  const stored = await pageOf(room.db, revision);
  if (stored === null) return drawnText(room, actor, revision, day, locale);
  const roleNames = await roleNamesOf(room.db, actor.agencyId, language);
  const rows = await stepsOfRevision(room.db, actor, revision.id);
  return {
    html: await servePage(room.db, actor, stored, revision, day),
    language,
    findings: storedFindings.parse(JSON.parse(revision.findings)),
    flow:
      rows.length > 0 || revision.state === 'released'
        ? flowSteps(rows, roleNames, language)
        : await flowOfText(room.press, revision, roleNames, language),
  };
}

async function flowOfText(
  press: TextPress,
  revision: Revision,
  roleNames: Record<string, string>,
  language: Locale,
): Promise<FlowStep[]> {
  const { compiled } = await press.check(revision.source, { file: revision.id, locale: language });
  return compiled ? flowStepsOf(compiled, roleNames, language) : [];
}

/** A text that is not stored as a page yet: guarded, checked against the office of the day and drawn. */
export async function drawnText(
  room: { db: Db; press: TextPress },
  actor: Actor,
  text: Pick<Revision, 'id' | 'document_id' | 'source' | 'language'>,
  day: Day,
  locale: Locale,
): Promise<ShownText> {
  authorize(actor, 'document.read-draft');
  const given = text.language === 'en' ? 'en' : 'vi';
  const roleNames = await roleNamesOf(room.db, actor.agencyId, given);
  const drawn = await room.press.preview(text.source, { file: text.id, locale, roleNames });
  if (!drawn.compiled || drawn.html === null) {
    return { html: null, language: given, findings: drawn.findings, flow: [] };
  }
  const { compiled } = drawn;
  const { field, language } = compiled.frontMatter;
  const around = await surroundingsOf(room.db, actor, { documentId: text.document_id, field }, day);
  return {
    html: await servePage(room.db, actor, drawn.html, { language }, day),
    language,
    findings: checkDocument(compiled, around, locale),
    flow: flowStepsOf(compiled, roleNames, language),
  };
}
