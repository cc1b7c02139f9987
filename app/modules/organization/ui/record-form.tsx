import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useT } from '#app/i18n/reader.tsx';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import type { FormState } from '#app/ui/form-field.tsx';

/** A form that records one thing of the organisation: mistakes above, fields, then the act and the way back. */
export function RecordForm(props: {
  form: FormState;
  labels: Record<string, string>;
  submit: ReactNode;
  back: string;
  danger?: boolean;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <div className="narrow">
      <ErrorSummary form={props.form} labels={props.labels} />
      <Form method="post">
        {props.children}
        <Actions>
          <Button kind={props.danger ? 'danger' : 'primary'}>{props.submit}</Button>
          <ButtonLink to={props.back} kind="quiet">
            {t('organization.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </div>
  );
}
