import { Form } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { Actions, Button } from '#app/ui/button.tsx';
import { CheckboxesField, RadioField } from '#app/ui/choice-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { type FormState, TextArea } from '#app/ui/form-field.tsx';
import { DayText } from '#app/ui/moment.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { reviewOutcomes } from '../../periodic-review/periodic-review.ts';

interface Basis {
  key: string;
  name: string;
  title: string;
  status: string;
}

/** What the reviewer found, and that they looked at every legal basis of the text. */
export function ReviewForm(props: { revisionId: string; legalBases: Basis[]; form: FormState }) {
  const { revisionId, legalBases, form } = props;
  const t = useT();
  const labels = {
    outcome: t('periodic-review.outcome'),
    remark: t('periodic-review.remark'),
    checked: t('periodic-review.bases'),
  };
  return (
    <>
      <ErrorSummary form={form} labels={labels} />
      <Panel title={t('documents.act.periodic-review')}>
        <Form method="post">
          <input type="hidden" name="revision" value={revisionId} />
          {legalBases.length > 0 ? (
            <CheckboxesField
              name="checked"
              label={labels.checked}
              hint={t('periodic-review.bases-hint')}
              form={form}
              options={legalBases.map((basis) => ({
                value: basis.key,
                label: (
                  <>
                    <span lang="vi">{basis.name}</span> ({t(`documents.legal.status.${basis.status}`)})
                  </>
                ),
              }))}
            />
          ) : null}
          <RadioField
            name="outcome"
            label={labels.outcome}
            options={reviewOutcomes.map((outcome) => ({
              value: outcome,
              label: t(`periodic-review.outcome.${outcome}`),
            }))}
            form={form}
            required
          />
          <TextArea
            name="remark"
            label={labels.remark}
            hint={t('periodic-review.remark-hint')}
            maxLength={2000}
            required
            form={form}
          />
          <Actions>
            <Button>{t('periodic-review.submit')}</Button>
          </Actions>
        </Form>
      </Panel>
    </>
  );
}

export function ReviewsSoFar(props: {
  reviews: { id: string; outcome: string; remark: string; reviewed_on: string; reviewer_name: string }[];
}) {
  const t = useT();
  return (
    <Panel title={t('periodic-review.so-far')}>
      {props.reviews.length === 0 ? <p className="quiet">{t('periodic-review.never')}</p> : null}
      <ol className="plain">
        {props.reviews.map((review) => (
          <li key={review.id}>
            <p>
              <DayText day={review.reviewed_on} /> – {t(`periodic-review.outcome.${review.outcome}`)} (
              <span lang="vi">{review.reviewer_name}</span>)
            </p>
            <p className="quiet" lang="vi">
              {review.remark}
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
