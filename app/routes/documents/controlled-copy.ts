import { join } from 'node:path';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { dayOf } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import { readForm } from '#app/http/forms.ts';
import { printForm } from '#app/modules/documents/document-forms.ts';
import { revisionPath } from '#app/modules/documents/paths.ts';
import { fileCopy } from '#app/modules/documents/printing/file-copy.server.ts';
import { recordPrint } from '#app/modules/documents/printing/printing.server.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { inTransaction } from '#db/unit-of-work.ts';

/** A controlled print: recorded in the journal first, then drawn with its copy number. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { db, press, pdf, data, env } = context.services;
  const { now } = context;
  const actor = await context.actor();
  authorize(actor, 'document.read');
  const revisionId = params.revisionId ?? '';
  const read = await readForm(request, printForm);
  if (!read.ok) throw new Refused('documents.refusal.no-print-reason');
  const { reason } = read.value;
  const number = await inTransaction(db, (trx) => recordPrint(trx, actor, { revisionId, reason }, now));
  const room = { db, press, pdf, folder: join(data.path, 'copies'), origin: env.origin };
  const printed = { copyNumber: String(number).padStart(2, '0'), printedAt: now, printedBy: actor.name };
  const { bytes, name } = await fileCopy(room, actor, revisionId, dayOf(now), printed);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes.length),
      'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}

export function loader({ params }: LoaderFunctionArgs) {
  return redirect(revisionPath(params.revisionId ?? '', 'print'));
}
