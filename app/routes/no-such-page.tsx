import { NotFound } from '#app/http/errors.ts';

export function loader() {
  throw new NotFound();
}

export const action = loader;

/** A page, not a resource: so that the answer is shown as a page. */
export default function NoSuchPage() {
  return null;
}
