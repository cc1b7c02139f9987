import clauses2008 from '#content/standards/clauses-2008.json' with { type: 'json' };
import clauses2015 from '#content/standards/clauses-2015.json' with { type: 'json' };
import clauses2026 from '#content/standards/clauses-2026.json' with { type: 'json' };
import crosswalk from '#content/standards/crosswalk.json' with { type: 'json' };
import questions2015 from '#content/standards/questions-2015.json' with { type: 'json' };
import questions2026 from '#content/standards/questions-2026.json' with { type: 'json' };
import { readStandard, type Standard } from './standard.ts';

let read: Standard | undefined;

/** The editions, their crosswalk and our questions; read once. */
export function theStandard(): Standard {
  read ??= readStandard({
    clauses: { '2008': clauses2008, '2015': clauses2015, '2026': clauses2026 },
    crosswalk,
    questions2015,
    questions2026,
  });
  return read;
}
