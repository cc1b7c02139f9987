import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { attempt, readForm, showMistakes } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { feeForm } from '#app/modules/documents/fees/fee-form.ts';
import { readFee, recordFee } from '#app/modules/documents/fees/fees.server.ts';
import { feePath, feesPath } from '#app/modules/documents/fees/paths.ts';
import { basisChoices } from '#app/modules/documents/legal/basis-page.server.ts';
import { FeeAmount } from '#app/modules/documents/ui/fees/fee-amount.tsx';
import { FeeFields } from '#app/modules/documents/ui/fees/fee-fields.tsx';
import { authorize, may } from '#app/permissions/matrix.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Title } from '#app/ui/in-language.tsx';
import { DayText, InstantText } from '#app/ui/moment.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';
import { inTransaction } from '#db/unit-of-work.ts';
import { pageTitle } from '../page-title.ts';

export const meta = pageTitle('fees.one');

export async function loader({ params, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'fee.read');
  const { db } = context.services;
  const fee = await readFee(db, actor, params.feeItem ?? '', dayOf(context.now));
  const canMaintain = may(actor, 'legal-basis.maintain');
  return { fee, canMaintain, choices: canMaintain ? await basisChoices(db, actor) : [] };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await context.actor();
  authorize(actor, 'legal-basis.maintain');
  const form = await readForm(request, feeForm);
  if (!form.ok) return showMistakes(form);
  const item = params.feeItem ?? '';
  const done = await attempt(form.values, () =>
    inTransaction(context.services.db, (trx) =>
      recordFee(trx, actor, { ...form.value, item, isNew: false }, context.now),
    ),
  );
  return done.ok ? redirect(feePath(item), 303) : showMistakes(done);
}

export default function Fee() {
  const { fee, canMaintain, choices } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('fees.title'), to: feesPath }]}
        over={t('fees.one')}
        title={<Title vi={fee.nameVi} en={fee.nameEn} />}
      />
      <DataTable
        caption={t('fees.rows')}
        rows={fee.rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'from',
            label: t('fees.field.validFrom'),
            figures: true,
            main: true,
            cell: (row) => <DayText day={row.validFrom} />,
          },
          {
            key: 'until',
            label: t('fees.field.validUntil'),
            figures: true,
            cell: (row) => (row.validUntil ? <DayText day={row.validUntil} /> : ''),
          },
          {
            key: 'amount',
            label: t('fees.field.amount'),
            figures: true,
            cell: (row) => <FeeAmount fee={row} />,
          },
          { key: 'note', label: t('fees.field.note'), cell: (row) => <span lang="vi">{row.note}</span> },
          {
            key: 'at',
            label: t('fees.field.recordedAt'),
            cell: (row) => (row.recordedAt ? <InstantText at={row.recordedAt} /> : ''),
          },
        ]}
      />
      {canMaintain ? (
        <Panel title={t('fees.change')}>
          <p>{t('fees.change-lead')}</p>
          <FeeFields form={form} given={fee} choices={choices} />
        </Panel>
      ) : null}
    </>
  );
}
