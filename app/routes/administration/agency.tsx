import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { agencyForm } from '#app/modules/accounts/account-form.ts';
import { changeAgency, getAgency } from '#app/modules/accounts/agency.server.ts';
import { administrationPath } from '#app/modules/accounts/paths.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SelectField, TextField } from '#app/ui/form-field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { inTransaction } from '#db/unit-of-work.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'accounts.administration.agency') },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const agency = await getAgency(context.services.db, await context.actor());
  return { locale: context.locale, agency };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'system.read');
  const read = await readForm(request, agencyForm);
  if (!read.ok) return showMistakes(read);
  const done = await attempt(read.values, () =>
    inTransaction(context.services.db, (trx) => changeAgency(trx, actor, read.value, context.now)),
  );
  return done.ok ? redirect(administrationPath, { status: 303 }) : showMistakes(done);
}

export default function Agency() {
  const { agency } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  const labels = {
    nameVi: t('accounts.agency.name-vi'),
    nameEn: t('accounts.agency.name-en'),
    numberSign: t('accounts.agency.number-sign'),
    legalGround: t('accounts.agency.legal-ground'),
    edition: t('accounts.agency.edition'),
  };
  return (
    <div className="narrow">
      <PageHeader
        title={t('accounts.administration.agency')}
        lead={t('accounts.administration.agency-text')}
        crumbs={[{ label: t('accounts.administration.title'), to: administrationPath }]}
      />
      <ErrorSummary form={form} labels={labels} />
      <Form method="post">
        <TextField
          name="nameVi"
          label={labels.nameVi}
          value={agency.name_vi}
          required
          form={form}
          lang="vi"
        />
        <TextField
          name="nameEn"
          label={labels.nameEn}
          value={agency.name_en}
          required
          form={form}
          lang="en"
        />
        <TextField
          name="numberSign"
          label={labels.numberSign}
          hint={t('accounts.agency.number-sign-hint')}
          value={agency.number_sign}
          required
          form={form}
          lang="vi"
        />
        <TextField
          name="legalGround"
          label={labels.legalGround}
          value={agency.legal_ground ?? ''}
          form={form}
          lang="vi"
        />
        <SelectField
          name="edition"
          label={labels.edition}
          hint={t('accounts.agency.edition-hint')}
          value={agency.edition}
          required
          options={['2015', '2026', '2008'].map((one) => ({ value: one, label: `ISO 9001:${one}` }))}
          form={form}
        />
        <Actions>
          <Button>{t('accounts.agency.submit')}</Button>
        </Actions>
      </Form>
    </div>
  );
}
