import { openDatabase } from '#db/connection.ts';
import { newId } from '#db/new-id.ts';
import { inTransaction } from '#db/unit-of-work.ts';

/** Another process that writes without pause into the database it is given, until it is ended. */
const db = await openDatabase(process.argv[2] ?? '');
let count = 0;
for (;;) {
  await inTransaction(db, (trx) =>
    trx
      .insertInto('operation')
      .values({ id: newId(), account_id: 'x', action: 'busy', result: '{}', at: String(count) })
      .execute(),
  );
  count += 1;
  if (count === 20) process.stdout.write('busy\n');
}
