import type { ActionFunctionArgs } from '@remix-run/node';
import { formOf, parseForm } from '#app/http/forms.ts';
import { draftForm } from '#app/modules/documents/document-forms.ts';
import { mayWrite } from '#app/modules/documents/drafting/editing.server.ts';
import { answerForm, type FormAnswer, fillingIn } from '#app/modules/documents/editor/form-answer.server.ts';
import { answerSource } from '#app/modules/documents/editor/source-answer.server.ts';

/** A draft that saves itself while somebody types, as a form or as its source. Says how it went, and shows no page. */
export async function action({ params, request, context }: ActionFunctionArgs): Promise<Response> {
  const { services, now, locale } = context;
  const actor = await context.actor();
  const revisionId = params.revisionId ?? '';
  await mayWrite(services.db, actor, revisionId);
  const form = await formOf(request);
  if (!form.has('source')) {
    const filling = { ...fillingIn(form, revisionId), byItself: true };
    return said(await answerForm(services, actor, filling, now, locale));
  }
  const read = parseForm(form, draftForm);
  if (!read.ok) return said({ form: read });
  return said(await answerSource(services, actor, { revisionId, ...read.value }, read.values, now));
}

function said(answer: FormAnswer): Response {
  return Response.json(answer);
}
