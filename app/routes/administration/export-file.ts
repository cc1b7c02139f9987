import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { dayOf } from '#app/http/clock.ts';
import { Refused } from '#app/http/errors.ts';
import { readForm } from '#app/http/forms.ts';
import { handOutEverything, recordExport } from '#app/modules/exchange/handing-out.server.ts';
import { exportPath } from '#app/modules/exchange/paths.ts';
import { printedCopies } from '#app/modules/exchange/printed-copies.server.ts';
import { authorize } from '#app/permissions/matrix.ts';
import type { Db } from '#db/schema.ts';
import { inTransaction } from '#db/unit-of-work.ts';

const agreement = z.object({ agreed: z.literal('yes') });

/** Everything as one zip: recorded in the journal first, then made and sent. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { services, now } = context;
  const { db, data, env, press, pdf } = services;
  const actor = await context.actor();
  authorize(actor, 'library.exchange');
  if (!(await readForm(request, agreement)).ok) throw new Refused('exchange.refusal.not-agreed');
  await inTransaction(db, (trx) => recordExport(trx, actor, now));
  const room = { press, pdf, folder: join(data.path, 'copies'), origin: env.origin };
  const day = dayOf(now);
  const printed = (copy: Db, on: string) => printedCopies(room, copy, on);
  const source = { dataFolder: data.path, filesFolder: data.files, appVersion: '' };
  const { bytes, stream } = await handOutEverything(source, env.databaseUrl, { day, printed }, now);
  // The streams of Node and of the web name the same thing in two ways.
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Length': String(bytes),
      'Content-Disposition': `attachment; filename="ro-viec-${day}.zip"`,
    },
  });
}

export function loader() {
  return redirect(exportPath);
}
