import { join } from 'node:path';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '#app/http/clock.ts';
import { planManual } from '#app/modules/documents/printing/whole-manual.server.ts';
import { askedKinds } from '#app/modules/documents/printing/whole-manual.ts';

/** The book that an address asks for, and the room it is made in. */
export async function askedManual({ request, context }: LoaderFunctionArgs) {
  const { db, press, pdf, data, env } = context.services;
  const actor = await context.actor();
  const room = { db, press, pdf, folder: join(data.path, 'copies'), origin: env.origin };
  const kinds = askedKinds(new URL(request.url));
  const plan = await planManual(room, actor, { kinds, locale: context.locale, day: dayOf(context.now) });
  return { actor, room, plan };
}
