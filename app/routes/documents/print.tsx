import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/http/clock.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { revisionPath } from '#app/modules/documents/paths.ts';
import { printsOf } from '#app/modules/documents/printing/printing.server.ts';
import { revisionHead } from '#app/modules/documents/reading/revision-page.server.ts';
import { RevisionHeader } from '#app/modules/documents/ui/revision-header.tsx';
import { Actions, Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/form-field.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'documents.act.print') },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, locale, now } = context;
  const actor = await context.actor();
  const head = await revisionHead(services.db, actor, params.revisionId ?? '', dayOf(now));
  return { locale, head, prints: await printsOf(services.db, actor, head.revision.id) };
}

/** A plain form: the answer is a PDF, which the browser shows and not the page. */
export default function Print() {
  const { head, prints } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <RevisionHeader
        head={head}
        act={t('documents.act.print')}
        lead={t('documents.print.lead', { next: prints + 1 })}
      />
      <form method="post" action={revisionPath(head.revision.id, 'print/copy.pdf')}>
        <TextField
          name="reason"
          label={t('documents.print.reason')}
          hint={t('documents.print.reason-hint')}
          required
          maxLength={300}
        />
        <Actions>
          <Button>{t('documents.print.submit')}</Button>
        </Actions>
      </form>
    </>
  );
}
