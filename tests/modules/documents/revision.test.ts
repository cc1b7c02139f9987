import { describe, expect, it } from 'vitest';
import {
  isDrafter,
  type RevisionAct,
  type RevisionState,
  refusalByState,
  refusalToEdit,
  refusalToReturn,
  refusalToSubmit,
  refusalToWithdrawSubmission,
  revisionStates,
  revisionTransitions,
  type Writer,
} from '#app/modules/documents/revision.ts';
import en from '#content/messages/documents-refusals.en.json';
import vi from '#content/messages/documents-refusals.vi.json';
import { submitted } from './revision-desk.ts';

/** Written out by hand: who may move from where. */
const permitted: Record<RevisionState, RevisionAct[]> = {
  draft: ['edit', 'submit', 'adopt'],
  'in-review': ['withdraw-submission', 'review', 'return', 'approve'],
  approved: ['return', 'release'],
  released: [],
};

const acts = Object.keys(revisionTransitions) as RevisionAct[]; // keys of the table

function anyOfficer(officer: string | null): Writer {
  return { officer, isQualityOfficer: false, headsOwner: false };
}

const ready = {
  writer: anyOfficer('hoa'),
  code: 'QT-TP-01',
  codeTaken: false,
  errors: 0,
  changeSummary: '',
  changesRelease: false,
};

describe('the life of a revision', () => {
  for (const state of revisionStates) {
    it.each(acts)(`from ${state} knows whether it may %s`, (act) => {
      const reason = refusalByState({ state }, act);
      expect(reason === null).toBe(permitted[state].includes(act));
      if (reason) expect(Object.keys(vi)).toContain(reason.code);
    });
  }

  it('freezes the text from its submission', () => {
    const authors = ['hoa'];
    expect(refusalToEdit({ state: 'draft', authors }, anyOfficer('hoa'))).toBeNull();
    for (const state of ['in-review', 'approved', 'released'] as const) {
      expect(refusalToEdit({ state, authors }, anyOfficer('hoa'))?.code).toBe('documents.refusal.frozen');
    }
  });

  it.each([
    ['one of its authors', anyOfficer('binh'), null],
    ['an officer who wrote nothing in it', anyOfficer('thu'), 'documents.refusal.not-an-author'],
    ['an account without officer', anyOfficer(null), 'documents.refusal.not-an-author'],
    ['the quality officer', { ...anyOfficer('thu'), isQualityOfficer: true }, null],
    ['the head of the owning unit', { ...anyOfficer('thu'), headsOwner: true }, null],
  ])('as a draft is written by its own people: %s', (_who, writer, code) => {
    const draft = { state: 'draft', authors: ['hoa', 'binh'] } as const;
    expect(refusalToEdit(draft, writer)?.code ?? null).toBe(code);
    expect(refusalToSubmit(submitted({ state: 'draft' }), { ...ready, writer })?.code ?? null).toBe(
      writer.officer === null ? 'documents.refusal.no-officer' : code,
    );
  });

  it('that nobody has written in yet is begun by whoever drafts', () => {
    expect(refusalToEdit({ state: 'draft', authors: [] }, anyOfficer('thu'))).toBeNull();
  });

  it('has a sentence in both languages for every refusal', () => {
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String);
    const english = new Map(Object.entries(en));
    expect([...english.keys()]).toEqual(Object.keys(vi));
    for (const [key, text] of Object.entries(vi)) expect(holes(english.get(key) ?? '')).toEqual(holes(text));
  });
});

describe('submitting', () => {
  const draft = submitted({ state: 'draft', submittedBy: null, signatures: [] });

  it('a clean first issue is submitted without a change summary', () => {
    expect(refusalToSubmit(draft, ready)).toBeNull();
  });

  it.each([
    ['an account without officer', { writer: anyOfficer(null) }, 'no-officer'],
    ['a document without code', { code: ' ' }, 'no-code'],
    ['no code at all', { code: null }, 'no-code'],
    ['a code of another document', { codeTaken: true }, 'code-taken'],
    ['a text that fails the six clears', { errors: 3 }, 'findings'],
    ['a change nobody summed up', { changesRelease: true, changeSummary: ' ' }, 'no-change-summary'],
  ])('refuses %s', (_name, change, code) => {
    expect(refusalToSubmit(draft, { ...ready, ...change })?.code).toBe(`documents.refusal.${code}`);
  });

  it('says how many errors are left', () => {
    expect(refusalToSubmit(draft, { ...ready, errors: 3 })?.details).toEqual({ count: 3 });
  });

  it('is refused a second time', () => {
    expect(refusalToSubmit(submitted(), ready)?.code).toBe('documents.refusal.not-draft');
  });
});

describe('taking a submission back and returning it', () => {
  it('drafters take back, others return', () => {
    expect(refusalToWithdrawSubmission(submitted(), 'binh')).toBeNull();
    expect(refusalToWithdrawSubmission(submitted(), 'minh')?.code).toBe('documents.refusal.not-the-drafter');
    expect(refusalToWithdrawSubmission(submitted(), null)?.code).toBe('documents.refusal.no-officer');
    expect(refusalToReturn(submitted(), 'minh', 'Bổ sung bước 3')).toBeNull();
    expect(refusalToReturn(submitted(), 'binh', 'Bổ sung bước 3')?.code).toBe('documents.refusal.own-return');
    expect(refusalToReturn(submitted(), null, 'Bổ sung bước 3')?.code).toBe('documents.refusal.no-officer');
    expect(refusalToReturn(submitted(), 'minh', ' ')?.code).toBe('documents.refusal.no-comment');
  });

  it('an approved text can still be returned, a released one never', () => {
    expect(refusalToReturn(submitted({ state: 'approved' }), 'minh', 'Sai căn cứ')).toBeNull();
    expect(refusalToReturn(submitted({ state: 'released' }), 'minh', 'Sai căn cứ')?.code).toBe(
      'documents.refusal.not-returnable',
    );
    expect(refusalToWithdrawSubmission(submitted({ state: 'approved' }), 'hoa')?.code).toBe(
      'documents.refusal.not-in-review',
    );
  });

  it('whoever wrote, submitted or signed as drafted is a drafter', () => {
    const facts = submitted({
      authors: ['binh'],
      submittedBy: 'hoa',
      signatures: [{ step: 'drafted', officer: 'thu', contentHash: 'h1' }],
    });
    expect(['binh', 'hoa', 'thu', 'minh'].map((officer) => isDrafter(facts, officer))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
