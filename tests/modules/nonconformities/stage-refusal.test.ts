import { describe, expect, it } from 'vitest';
import { refusalToOpen, type Stage } from '#app/modules/nonconformities/stage-refusal.ts';
import { action, lateDossier, today } from './late-dossier.ts';

const handled = { personInCharge: 'binh', unit: 'ttpvhcc' };
const binh = { officer: 'binh', isQualityOfficer: false, headed: [] };
const mai = { officer: 'mai', isQualityOfficer: false, headed: [] };
const open = { actions: [action()] };

function why(stage: Stage, facts: Parameters<typeof lateDossier>[0], who = binh) {
  return refusalToOpen(stage, lateDossier(facts), handled, who, today)?.code ?? null;
}

describe('the page of a stage', () => {
  it.each([
    ['acceptance', { state: 'draft' }],
    ['correction', { state: 'open' }],
    ['plan', { state: 'analysed' }],
  ] as const)('%s shows its form in its state, to who handles the case', (stage, facts) => {
    expect(why(stage, facts)).toBeNull();
    expect(why(stage, facts, mai)).toBe('nonconformities.refusal.not-handler');
    expect(why(stage, { state: 'closed' })).toMatch(/^nonconformities\.refusal\./);
  });

  it('of the plan’s approval says that there is no plan yet', () => {
    expect(why('plan-approval', { state: 'analysed', actions: [] }, mai)).toBe(
      'nonconformities.refusal.no-action-planned',
    );
    expect(why('plan-approval', { state: 'analysed', ...open }, mai)).toBeNull();
    expect(why('plan-approval', { state: 'open', ...open }, mai)).toBe(
      'nonconformities.refusal.not-analysed',
    );
  });

  it('of a plan without a known cause asks for the cause first', () => {
    expect(why('plan', { state: 'analysed', cause: null })).toBe('nonconformities.refusal.no-cause');
  });
});
