import type { JournalAction } from '#app/modules/journal/actions.ts';
import type { Ward } from './ward.ts';

/**
 * How to add a row for a new route of `app/routes.ts` (the test names the id that is missing):
 *
 * - A page that is only read: `{ by, sees }`. `by` is the login of a person of the sample ward who may read it (or
 *   'citizen'), `sees` is what the page is opened for: a code, a name, the title of a row, never a heading of the frame.
 * - A page with a form, or an action whose form stands on another page: `{ by, at, fill, writes, sees, on }`.
 *   `at` picks a thing in the right state with the questions of `ward.ts`, or is left out when `sample-places.ts` names
 *   the right one. Rows are carried out from the top, so a thing may also come from a row above;
 *   an act that another row needs first may stand in the list twice.
 *   `fill` names only the fields that are typed or chosen; the rest goes as the page offers it. `writes` is the journal
 *   entry of the act. `sees` is what the act leaves to be read on the page it leads to, or on the page `on`; before the
 *   form is sent it must be there less often (on the form's own page, or on the page `on`).
 * - An address that only the program's own script calls: `{ scriptOnly: <what stands in for it without script> }`.
 * - An act of the whole office that takes minutes: `{ seenIn: <the test that carries it out> }`.
 *
 * Put it into the file of its topic in this folder.
 */
export type Row = Reading | Act | Elsewhere;

type Elsewhere = { scriptOnly: string } | { seenIn: string };

type At = (ward: Ward) => Promise<string> | string;
type Words = string | ((ward: Ward) => Promise<string> | string);

export interface Reading {
  by: string;
  at?: At;
  sees: Words;
  /** Where the answer is not 200. */
  status?: number;
}

/** What goes into a field: a text, a choice by its value, ticks by their values, or a file. */
export type Filled = string | readonly string[] | { file: string; bytes: Uint8Array };
export type Fields = Record<string, Filled>;

export interface Act extends Reading {
  fill: Fields | ((ward: Ward) => Promise<Fields>);
  /** What another form of the page is sent with first, where its answer shows the form of this act. */
  first?: Fields;
  /** The button's name, where the form has more than one. */
  press?: string;
  /** What the journal says afterwards; null for what no record is kept of, and then `sees` alone proves it. */
  writes: JournalAction | null;
  /** Where the row is seen, when the act leads somewhere else. */
  on?: At;
  /** The act answers with a file instead of leading to a page. */
  paper?: boolean;
}

/** The id of the route, and what is done there. */
export type Rows = [string, Row][];
