import { noteCurrency, settleNotAffected } from '#app/modules/documents/currency/currency.server.ts';
import { listCurrencyTasks } from '#app/modules/documents/currency/tasks.server.ts';
import { getBasis } from '#app/modules/documents/legal/basis-page.server.ts';
import { correctBasis, enterBasis } from '#app/modules/documents/legal/basis-recording.server.ts';
import { readAdministrativeProcedure } from '#app/modules/documents/tthc/administrative-procedure.ts';
import { decideLines } from '#app/modules/documents/tthc/line-decision.server.ts';
import { recordAdministrativeProcedures } from '#app/modules/documents/tthc/recording.server.ts';
import { laterPortalRecords, portalRecords } from './portal-records.ts';
import type { Telling } from './telling.ts';

/** A made-up decree takes the place of the one on certification: two procedures stand on it, one is not touched. */
export async function lawIsReplaced(story: Telling): Promise<void> {
  story.goTo(120);
  const replacing = await story.by('thao', (trx, actor, now) =>
    enterBasis(
      trx,
      actor,
      {
        ...{ kind: 'nghi-dinh', numberSign: '999/2026/NĐ-CP', issuer: 'Chính phủ' },
        title: 'Văn bản giả định của phường mẫu, để thấy việc cập nhật tài liệu theo pháp luật',
        ...{ signedOn: story.dayAgo(150), inForceFrom: story.dayAgo(116), inForceUntil: null },
        ...{ status: 'not-yet', replacedBy: null, note: 'Không phải văn bản có thật.' },
      },
      now,
    ),
  );
  const old = await getBasis(story.db, await story.actor('thao'), 'nd-23-2015', story.today());
  await story.by('thao', (trx, actor, now) =>
    correctBasis(
      trx,
      actor,
      {
        ...{
          key: old.key,
          kind: 'nghi-dinh',
          numberSign: old.numberSign,
          issuer: old.issuer,
          title: old.title,
        },
        ...{ signedOn: old.signedOn, inForceFrom: old.inForceFrom, inForceUntil: story.dayAgo(117) },
        ...{
          status: 'in-force',
          replacedBy: replacing,
          note: 'Thay thế bởi văn bản giả định của phường mẫu.',
        },
        reason: 'Công báo đăng văn bản thay thế',
      },
      now,
    ),
  );
  story.goTo(116);
  await story.by('thao', (trx, actor, now) => noteCurrency(trx, actor, now));
  story.goTo(112);
  const tasks = await listCurrencyTasks(story.db, await story.actor('thao'), story.today(), { key: old.key });
  const untouched = tasks.find((task) => task.document.code === 'QT-TP-06');
  if (!untouched) throw new Error('The story finds nothing to settle for QT-TP-06.');
  await story.by('thao', (trx, actor, now) =>
    settleNotAffected(
      trx,
      actor,
      {
        taskId: untouched.id,
        reason: 'Các điều được viện dẫn giữ nguyên nội dung trong văn bản thay thế.',
      },
      now,
    ),
  );
}

/** The procedures of the portal come in; whose two of the unclear ones are is decided, the rest stays open. */
export async function proceduresComeIn(story: Telling): Promise<void> {
  story.goTo(110);
  await enter(story, portalRecords());
  await story.by('thao', (trx, actor, now) =>
    decideLines(
      trx,
      actor,
      { codes: ['9.900001', '9.900002'], line: 'own', reason: 'Chủ tịch UBND phường phân công giải quyết' },
      now,
    ),
  );
}

/** They come in again, and one has changed. */
export async function proceduresComeInAgain(story: Telling): Promise<void> {
  await enter(story, laterPortalRecords());
}

async function enter(story: Telling, sources: readonly unknown[]): Promise<void> {
  const records = sources.flatMap((source) => {
    const procedure = readAdministrativeProcedure(source, 'vi');
    return procedure ? [{ procedure, source }] : [];
  });
  await story.by('thao', (trx, actor, now) => recordAdministrativeProcedures(trx, actor, records, now));
}
