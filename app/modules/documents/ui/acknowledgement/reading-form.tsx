import { Form } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { Actions, Button } from '#app/ui/button.tsx';
import { CheckboxField, RadioField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import type { FormState } from '#app/ui/form-field.tsx';
import { KeyValues } from '#app/ui/key-values.tsx';
import { Panel } from '#app/ui/panel.tsx';
import type { OpenQuestion } from '../../acknowledgement/questions.server.ts';
import type { ToRead } from '../../acknowledgement/reading-page.server.ts';

type Signed = Pick<ToRead, 'revisionId' | 'parts' | 'seenHash' | 'questions'>;

/** What went wrong with the last try; it stands above what was read. */
export function ReadingMistakes({
  form,
  questions,
}: {
  form: FormState;
  questions: readonly OpenQuestion[];
}) {
  const t = useT();
  const labels: Record<string, string> = { agreed: t('documents.sign.agreed-label') };
  for (const [at, question] of questions.entries()) labels[`answer${at + 1}`] = question.words;
  return <ErrorSummary form={form} labels={labels} />;
}

/** Questions about what was read, then the reader's yes under its hash. */
export function ReadingForm({ toRead, signer, form }: { toRead: Signed; signer: string; form: FormState }) {
  const t = useT();
  const { revisionId, parts, seenHash, questions } = toRead;
  return (
    <Form method="post" className="reading-form">
      <input type="hidden" name="revision" value={revisionId} />
      <input type="hidden" name="seenHash" value={seenHash} />
      {parts.map((part) => (
        <input key={part} type="hidden" name="part" value={part} />
      ))}
      {questions.length > 0 ? (
        <Panel title={t('acknowledgement.questions')}>
          <p className="quiet">{t('acknowledgement.questions-hint')}</p>
          {questions.map((question, at) => (
            <QuestionField key={question.id} name={`${at + 1}`} question={question} form={form} />
          ))}
        </Panel>
      ) : null}
      <KeyValues
        facts={[
          {
            key: 'hash',
            label: t('acknowledgement.hash'),
            value: <span className="hash">{seenHash}</span>,
          },
          { key: 'signer', label: t('documents.sign.signer'), value: signer },
        ]}
      />
      <CheckboxField name="agreed" label={t('acknowledgement.meaning')} required form={form} />
      <Actions>
        <Button>{t('acknowledgement.submit')}</Button>
      </Actions>
    </Form>
  );
}

function QuestionField({ name, question, form }: { name: string; question: OpenQuestion; form: FormState }) {
  const t = useT();
  if (question.answeredRight) {
    return (
      <p lang="vi">
        {question.words} <span className="quiet">{t('acknowledgement.answered-right')}</span>
      </p>
    );
  }
  return (
    <>
      <input type="hidden" name={`question${name}`} value={question.id} />
      <RadioField
        name={`answer${name}`}
        label={<span lang="vi">{question.words}</span>}
        options={question.choices.map((label, at) => ({ value: String(at + 1), label }))}
        form={form}
        required
      />
    </>
  );
}
