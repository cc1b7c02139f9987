import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { releaseOf } from '#app/modules/documents/paths.ts';
import { authorize } from '#app/permissions/matrix.ts';

/** One revision is released like several: by the page of a decision, with this revision chosen. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  authorize(await context.actor(), 'revision.release');
  return redirect(releaseOf(params.revisionId ?? ''));
}
