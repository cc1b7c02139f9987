import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { acknowledgementRegisterPath } from '#app/modules/documents/acknowledgement/paths.ts';
import { acknowledgementRegister } from '#app/modules/documents/acknowledgement/register.server.ts';
import { acknowledgementFilterOf, linesAPage } from '#app/modules/documents/acknowledgement/register.ts';
import { newestRevisionOf, revisionHead } from '#app/modules/documents/reading/revision-page.server.ts';
import { AcknowledgementTable } from '#app/modules/documents/ui/acknowledgement/acknowledgement-table.tsx';
import { RevisionHeader } from '#app/modules/documents/ui/revision-header.tsx';
import { authorize } from '#app/permissions/matrix.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Pager } from '#app/ui/pager.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.act.acknowledgements') },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  authorize(actor, 'acknowledgement.read');
  const documentId = params.documentId ?? '';
  const today = dayOf(now);
  const newest = await newestRevisionOf(services.db, actor, documentId);
  const filter = { ...acknowledgementFilterOf(new URL(request.url)), documentId };
  return {
    ...{ locale, today },
    head: await revisionHead(services.db, actor, newest, today),
    ...(await acknowledgementRegister(services.db, actor, filter, today)),
  };
}

/** Who has and who has not acknowledged one document. */
export default function Acknowledgements() {
  const { head, lines, total, page, signed, today } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <RevisionHeader
        head={head}
        act={t('documents.act.acknowledgements')}
        lead={t('acknowledgement.register.of-document', { signed, waiting: total - signed })}
        actions={
          <ButtonLink kind="quiet" to={acknowledgementRegisterPath}>
            {t('acknowledgement.register.title')}
          </ButtonLink>
        }
      />
      <AcknowledgementTable
        lines={lines}
        today={today}
        empty={<EmptyState title={t('acknowledgement.register.nobody')} />}
      />
      <Pager page={page} pageSize={linesAPage} total={total} />
    </>
  );
}
