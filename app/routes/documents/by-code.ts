import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { NotFound } from '#app/http/errors.ts';
import { findByCode } from '#app/modules/documents/library.server.ts';
import { documentPath } from '#app/modules/documents/paths.ts';
import { publicDocumentPath } from '#app/paths.ts';
import { authorize, may } from '#app/permissions/matrix.ts';

/** Texts name forms by code; where the reader lands depends on what the reader may see. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'document.read-public');
  const documentId = await findByCode(context.services.db, actor, params.code ?? '');
  if (!documentId) throw new NotFound();
  return redirect(may(actor, 'document.read') ? documentPath(documentId) : publicDocumentPath(documentId));
}
