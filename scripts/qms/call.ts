import { parseArgs } from 'node:util';

/** The call was wrong: exit 2 and how it is right. */
export class WrongUsage extends Error {}

/** The call was right but refused, or something named does not exist: exit 1. */
export class NotDone extends Error {}

export interface Call {
  /** The verb and what it is about, e.g. `['import', 'procedures']`. */
  words: string[];
  json: boolean;
  dryRun: boolean;
  sample: boolean;
  agency: string | null;
  as: string | null;
  on: string | null;
  officer: string | null;
  documents: string[];
  unit: string | null;
  edition: string | null;
  seed: number | null;
  pdf: string | null;
  anchor: string | null;
}

const options = {
  json: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  sample: { type: 'boolean' },
  agency: { type: 'string' },
  as: { type: 'string' },
  on: { type: 'string' },
  officer: { type: 'string' },
  document: { type: 'string', multiple: true },
  unit: { type: 'string' },
  edition: { type: 'string' },
  seed: { type: 'string' },
  pdf: { type: 'string' },
  anchor: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** Reads what was typed. `--document` takes several codes, one after another. */
export function readCall(typed: string[]): Call | 'help' {
  let read: ReturnType<typeof parse>;
  try {
    read = parse(typed);
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = read;
  if (values.help || positionals.length === 0) return 'help';
  const seed = values.seed === undefined ? null : Number(values.seed);
  if (seed !== null && !Number.isSafeInteger(seed)) throw new WrongUsage('--seed must be a whole number.');
  const documents = values.document ?? [];
  // `--document A B C`: what follows the first code belongs to it.
  const words = documents.length > 0 ? positionals.slice(0, 1) : positionals;
  return {
    words,
    json: values.json ?? false,
    dryRun: values['dry-run'] ?? false,
    sample: values.sample ?? false,
    agency: values.agency ?? null,
    as: values.as ?? null,
    on: values.on ?? null,
    officer: values.officer ?? null,
    documents: documents.length > 0 ? [...documents, ...positionals.slice(1)] : [],
    unit: values.unit ?? null,
    edition: values.edition ?? null,
    seed,
    pdf: values.pdf ?? null,
    anchor: values.anchor ?? null,
  };
}

function parse(args: string[]) {
  return parseArgs({ args, options, allowPositionals: true, strict: true });
}
