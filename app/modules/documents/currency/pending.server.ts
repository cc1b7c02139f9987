import { translate } from '#app/i18n/translate.ts';
import type { Actor } from '#app/permissions/actor.ts';
import { may } from '#app/permissions/matrix.ts';
import type { Day, Db } from '#db/schema.ts';
import { currencyTaskPath } from './paths.ts';
import { listCurrencyTasks, type ShownTask } from './tasks.server.ts';

/**
 * Documents that must follow a change of law: asked of the head of the unit that owns the document and of the quality
 * officer; a leader is told by name what is late.
 */
export async function pendingCurrency(db: Db, actor: Actor, day: Day) {
  if (!may(actor, 'currency.read')) return [];
  const isQualityOfficer = actor.roles.includes('quality-officer');
  const isLeader = actor.roles.includes('leader');
  if (!isQualityOfficer && !isLeader && !actor.roles.includes('unit-head')) return [];
  const tasks = await listCurrencyTasks(db, actor, day);
  return tasks
    .filter(
      (task) =>
        isQualityOfficer ||
        task.heads.some((head) => head.officerId === actor.officerId) ||
        (isLeader && task.isLate),
    )
    .map((task) => ({
      kind: 'currency' as const,
      id: task.id,
      code: task.document.code,
      titleVi: sentence(task, 'vi', isLeader),
      titleEn: sentence(task, 'en', isLeader),
      to: currencyTaskPath(task.id),
      due: task.due,
    }));
}

function sentence(task: ShownTask, locale: 'vi' | 'en', names: boolean): string {
  const { document, heads, subjectName } = task;
  const title = (locale === 'en' && document.titleEn) || document.titleVi;
  const who =
    heads.map((head) => head.name).join(', ') || (locale === 'en' ? document.unitEn : document.unitVi);
  return names && task.isLate && who
    ? translate(locale, 'currency.pending-late', { title, basis: subjectName, who })
    : translate(locale, 'currency.pending', { title, basis: subjectName });
}
