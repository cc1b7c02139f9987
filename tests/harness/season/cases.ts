import { addDays, dayOf } from '#app/http/clock.ts';
import type { CaseState, Commands, Office } from './office.ts';

/** Nonconformities from the report to the closing. */
export function caseCommands(office: Office): Commands {
  const { desk, random } = office;
  const today = () => dayOf(office.now);
  /** An act on a case that has come so far, and where it goes from there. */
  const act = (
    weight: number,
    from: CaseState,
    work: (id: string) => Promise<CaseState>,
  ): Commands[string] => ({
    weight,
    run: async () => {
      const one = office.one(office.cases, from);
      one.state = await work(one.id);
    },
  });
  return {
    report: {
      weight: 6,
      run: async () => {
        const statement = `Hồ sơ trả chậm lần ${office.count}`;
        const { id } = await desk.report({ statement }, office.who('ngoc'), office.now);
        office.cases.push({ id, state: 'draft' });
      },
    },
    accept: act(6, 'draft', async (id) => {
      await desk.accept(id, office.who('binh'), office.now);
      return 'open';
    }),
    correct: act(6, 'open', async (id) => {
      await desk.correct(id, office.who('binh'), {}, office.now);
      return 'contained';
    }),
    analyse: act(6, 'contained', async (id) => {
      await desk.analyse(id, office.who('binh'), {}, office.now);
      return 'analysed';
    }),
    planActions: act(6, 'analysed', async (id) => {
      await desk.plan(id, [{ dueOn: addDays(today(), 20) }], office.who('binh'), office.now);
      return 'planned';
    }),
    decide: act(6, 'planned', async (id) => {
      const agreed = !random.chance(0.2);
      await desk.decide(id, agreed, office.who('mai'), office.now);
      return agreed ? 'decided' : 'analysed';
    }),
    prove: act(6, 'decided', async (id) => {
      await desk.prove(id, 0, office.who('ngoc'), office.now);
      return 'proved';
    }),
    verify: act(6, 'proved', async (id) => {
      const actor = random.chance(0.1) ? desk.people.ngoc : desk.audit.phuc;
      const effective = !random.chance(0.2);
      await desk.verify(id, { effective, effectiveOn: today() }, actor, office.now);
      return effective ? 'verified' : 'contained';
    }),
    closeCase: act(4, 'verified', async (id) => {
      await desk.closeCase(id, office.who('hoa'), office.now);
      return 'closed';
    }),
    cancel: act(1, 'open', async (id) => {
      await desk.cancel(id, office.who('mai'), office.now);
      return 'closed';
    }),
  };
}
