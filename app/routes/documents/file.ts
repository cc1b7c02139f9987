import { join } from 'node:path';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '#app/http/clock.ts';
import { fileCopy } from '#app/modules/documents/printing/file-copy.server.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { sentFile } from '../sent-file.ts';

/** The file copy of a revision. Staff get every revision, citizens what is public and in force. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, press, pdf, data, env } = context.services;
  const actor = await context.actor();
  authorize(actor, 'document.read-public');
  const room = { db, press, pdf, folder: join(data.path, 'copies'), origin: env.origin };
  const { bytes, name } = await fileCopy(room, actor, params.revisionId ?? '', dayOf(context.now));
  return sentFile(bytes, name, 'pdf');
}
