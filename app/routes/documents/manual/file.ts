import { readFile } from 'node:fs/promises';
import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { manualPath } from '#app/modules/documents/paths.ts';
import { manualState } from '#app/modules/documents/printing/whole-manual.server.ts';
import { manualSearch } from '#app/modules/documents/printing/whole-manual.ts';
import { sentFile } from '../../sent-file.ts';
import { askedManual } from './manual.server.ts';

/** The finished book; where it is not finished, the page that says how far it is. */
export async function loader(args: LoaderFunctionArgs) {
  const { room, plan } = await askedManual(args);
  const found = await manualState(room, plan);
  if (found?.state !== 'ready') return redirect(`${manualPath}${manualSearch(plan.kinds)}`);
  return sentFile(await readFile(found.file), `he-thong-tai-lieu-${plan.day}.pdf`, 'pdf');
}
