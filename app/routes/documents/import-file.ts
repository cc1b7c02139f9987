import type { ActionFunctionArgs } from '@remix-run/node';
import { formOf } from '#app/http/forms.ts';
import { importFiles } from '#app/modules/documents/import/importing.server.ts';
import { wordFilesOf } from '#app/modules/documents/import/word-files.server.ts';
import { authorize } from '#app/permissions/matrix.ts';

/** One Word file of many, sent by the import page so that progress shows. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { services, now, locale } = context;
  const actor = await context.actor();
  authorize(actor, 'document.import');
  const files = await wordFilesOf(await formOf(request));
  return Response.json(await importFiles(services, actor, files, now, locale));
}
