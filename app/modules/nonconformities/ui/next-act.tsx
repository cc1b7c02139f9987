import { useT } from '#app/i18n/reader.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { nonconformityPath } from '../paths.ts';
import type { CasePage } from '../stage-page.server.ts';

/** Above the fold: what is to be done next, by whom, until when; a button for the one who may. */
export function NextAct({ page }: { page: CasePage }) {
  const t = useT();
  const { next, nextWho, due, daysOverdue } = page;
  if (next === null)
    return (
      <div className="next-act">
        <h2>{t(`nonconformities.ended.${page.state}`)}</h2>
      </div>
    );
  const who = t(`nonconformities.who.${next}`, {
    name: nextWho.inCharge,
    names: nextWho.people.join(', ') || nextWho.inCharge,
  });
  return (
    <div className={daysOverdue > 0 ? 'next-act next-act-late' : 'next-act'}>
      <h2>{t('nonconformities.next', { act: t(`nonconformities.act.${next}`) })}</h2>
      <p>{who}</p>
      {due ? (
        <p>
          {t('nonconformities.due')} <DayText day={due} />
          {daysOverdue > 0 ? ` – ${t('nonconformities.days-overdue', { count: daysOverdue })}` : null}
        </p>
      ) : null}
      {page.offered && next !== 'evidence' ? (
        <div className="actions">
          <ButtonLink kind="primary" to={nonconformityPath(page.id, next)}>
            {t(`nonconformities.act.${next}`)}
          </ButtonLink>
        </div>
      ) : null}
      {page.canPlanAgain ? (
        <p>
          <ButtonLink to={nonconformityPath(page.id, 'plan')}>
            {t('nonconformities.act.plan-again')}
          </ButtonLink>{' '}
          <ButtonLink kind="quiet" to={nonconformityPath(page.id, 'cause')}>
            {t('nonconformities.act.cause-again')}
          </ButtonLink>
        </p>
      ) : null}
    </div>
  );
}
