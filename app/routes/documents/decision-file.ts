import type { LoaderFunctionArgs } from '@remix-run/node';
import { readDecisionScan } from '#app/modules/documents/release/decision-scan.server.ts';

/** The scan of a decision made before the system, as it was handed in. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, data } = context.services;
  const actor = await context.actor();
  const { bytes, media_type, name } = await readDecisionScan(db, actor, data.files, params.fileId ?? '');
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': media_type,
      'Content-Length': String(bytes.length),
      'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}
