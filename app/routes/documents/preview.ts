import type { ActionFunctionArgs } from '@remix-run/node';
import { dayOf } from '#app/http/clock.ts';
import { formOf, normalizeText } from '#app/http/forms.ts';
import { drawnText } from '#app/modules/documents/reading/shown-text.server.ts';
import { getRevision } from '#app/modules/documents/revision-record.server.ts';
import { authorize } from '#app/permissions/matrix.ts';

/** How a text would read and what is wrong with it, while it is typed. Saves nothing, evaluates nothing. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'document.draft');
  const revision = await getRevision(services.db, actor, params.revisionId ?? '');
  const typed = (await formOf(request)).get('source');
  const source = normalizeText(typeof typed === 'string' ? typed : '');
  return Response.json({
    text: await drawnText(services, actor, { ...revision, source }, dayOf(now), locale),
  });
}
