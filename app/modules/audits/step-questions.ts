import type { Locale } from '#app/i18n/locale.ts';
import { type MessageParams, translate } from '#app/i18n/translate.ts';
import { retentionInWords, withinInWords } from '#app/mdx/components/span-words.ts';
import { readWithin } from '#app/mdx/time-limit.ts';
import type { Edition } from '../standards/edition.ts';
import { type AuditedDocument, type AuditedStep, inWords } from './audited-text.ts';
import type { PlannedItem } from './planned-item.ts';
import { type SamplePlan, samplePlan } from './sampling.ts';

/** What is asked of every step, and under which clause of each edition. */
const aspects = {
  who: { '2008': '5.5.1', '2015': '5.3', '2026': '5.3' },
  time: { '2008': '7.5.1', '2015': '8.5.1', '2026': '8.5.1' },
  form: { '2008': '4.2.3', '2015': '7.5.3.1', '2026': '7.5.3.1' },
  record: { '2008': '4.2.4', '2015': '7.5.3.2', '2026': '7.5.3.2' },
} as const satisfies Record<string, Record<Edition, string>>;
export type StepAspect = keyof typeof aspects;

/** Culture rules are asked under awareness and the environment of work. */
const ruleClause: Record<Edition, string> = { '2008': '6.2.2', '2015': '7.3', '2026': '7.3' };

const sampleSize = 5;
const widestGap = 12;

/** Done by the named role? In time? On the current form? Record kept? Only what the step says is asked. */
export function stepQuestions(document: AuditedDocument, edition: Edition, seed: number): PlannedItem[] {
  const sample = samplePlan(seed, document.code, sampleSize, widestGap);
  return document.steps.flatMap((step) => [
    ...(step.roles.length > 0
      ? [item(document, step, 'who', edition, sample, (l) => whoWords(step, l))]
      : []),
    ...(step.times.length > 0
      ? [item(document, step, 'time', edition, sample, (l) => ({ time: timeWords(step, l) }))]
      : []),
    ...(step.forms.length > 0
      ? [item(document, step, 'form', edition, sample, (l) => ({ forms: formWords(step, l) }))]
      : []),
    ...step.records.map((record) =>
      item(
        document,
        step,
        'record',
        edition,
        sample,
        (locale) => ({
          record: record.name,
          keeper: inWords(record.keeper, locale),
          retention: lowered(retentionInWords(record.retention, locale)),
        }),
        { id: record.id, variant: record.retention === 'unknown' ? 'record-unknown' : 'record' },
      ),
    ),
  ]);
}

/** One question for each rule of an office-culture document. */
export function ruleQuestions(document: AuditedDocument, edition: Edition): PlannedItem[] {
  return document.rules.map((rule) => {
    const say = (locale: Locale) =>
      translate(locale, 'audits.question.rule', { rule: rule.key, text: rule.text });
    const how = (locale: Locale) => translate(locale, `audits.evidence.rule-${rule.check}`);
    return {
      ...placed(document, rule.key, document.unitId),
      key: `${document.code}/${rule.key}`,
      source: 'rule',
      clause: ruleClause[edition],
      questionVi: say('vi'),
      questionEn: say('en'),
      evidenceVi: how('vi'),
      evidenceEn: how('en'),
      sampleVi: '',
      sampleEn: '',
    };
  });
}

function item(
  document: AuditedDocument,
  step: AuditedStep,
  aspect: StepAspect,
  edition: Edition,
  sample: SamplePlan,
  words: (locale: Locale) => MessageParams,
  part: { id: string; variant: string } = { id: '', variant: aspect },
): PlannedItem {
  const kind = document.servesCitizens ? 'dossier' : 'occasion';
  const ask = (locale: Locale) =>
    translate(locale, `audits.question.${part.variant}`, {
      step: step.title,
      cases: translate(locale, `audits.question.cases-${kind}`),
      ...words(locale),
    });
  const look = (locale: Locale) =>
    translate(locale, aspect === 'time' ? `audits.evidence.time-${kind}` : `audits.evidence.${aspect}`);
  const draw = (locale: Locale) => translate(locale, `audits.sample.${kind}`, { ...sample });
  return {
    ...placed(document, step.key, step.unitId ?? document.unitId),
    key: `${document.code}/${step.key}/${aspect}${part.id ? `/${part.id}` : ''}`,
    source: 'step',
    clause: aspects[aspect][edition],
    questionVi: ask('vi'),
    questionEn: ask('en'),
    evidenceVi: look('vi'),
    evidenceEn: look('en'),
    sampleVi: draw('vi'),
    sampleEn: draw('en'),
  };
}

function placed(document: AuditedDocument, stepKey: string, unitId: string | null) {
  return {
    documentId: document.id,
    documentCode: document.code,
    revisionId: document.revisionId,
    stepKey,
    unitId,
  };
}

function whoWords(step: AuditedStep, locale: Locale): MessageParams {
  return { roles: step.roles.map((role) => `“${inWords(role, locale)}”`).join(', ') };
}

/** "2 giờ làm việc (Không phải xác minh); 4 giờ làm việc (Phải xác minh)" — one time for all cases is said once. */
function timeWords(step: AuditedStep, locale: Locale): string {
  const times = step.times.map(({ caseTitle, within }) => ({
    caseTitle,
    words: withinInWords(readWithin(within), locale),
  }));
  const [first] = times;
  if (first && times.every((time) => time.words === first.words)) return first.words;
  return times.map((time) => `${time.words} (${time.caseTitle})`).join('; ');
}

function formWords(step: AuditedStep, locale: Locale): string {
  return step.forms
    .map(({ code, titleVi, titleEn, issue }) => {
      const title = (locale === 'en' ? titleEn : null) ?? titleVi;
      const name = title ? `${code} “${title}”` : code;
      const state =
        issue === null
          ? translate(locale, 'audits.question.form-not-held')
          : translate(locale, 'audits.question.form-issue', { issue });
      return `${name} (${state})`;
    })
    .join(', ');
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
