import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { formOf } from '#app/http/forms.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { manualFilePath, manualPath } from '#app/modules/documents/paths.ts';
import { beginManual, manualState } from '#app/modules/documents/printing/whole-manual.server.ts';
import { manualKinds, manualSearch } from '#app/modules/documents/printing/whole-manual.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { CheckboxesField } from '#app/ui/choice-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { askedManual } from './manual.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'registers.manual') },
  // The page looks again by itself while there is something to wait for.
  ...(data?.made?.state === 'making' || data?.made?.state === 'waiting'
    ? [{ httpEquiv: 'refresh', content: '4' }]
    : []),
];

export async function loader(args: LoaderFunctionArgs) {
  const { room, plan } = await askedManual(args);
  const chosen = new URL(args.request.url).searchParams.has('kind');
  const made = chosen ? await manualState(room, plan) : null;
  return {
    locale: args.context.locale,
    kinds: plan.kinds,
    made: made?.state === 'ready' ? { state: made.state } : made,
  };
}

/** Begins the book that was chosen; the page it leads to says how far it is. */
export async function action(args: ActionFunctionArgs) {
  const url = new URL(args.request.url);
  for (const kind of (await formOf(args.request)).getAll('kind'))
    url.searchParams.append('kind', String(kind));
  const { actor, room, plan } = await askedManual({ ...args, request: new Request(url) });
  const { log } = args.context.services;
  const onFault = (fault: unknown) => log.error({ err: fault }, 'the whole manual was not made');
  await beginManual(room, actor, plan, args.context.now, onFault);
  return redirect(`${manualPath}${manualSearch(plan.kinds)}`);
}

export default function Manual() {
  const { kinds, made } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader title={t('registers.manual')} lead={t('registers.manual.lead')} />
      <Made
        made={made}
        file={`${manualFilePath}${manualSearch(kinds)}`}
        page={`${manualPath}${manualSearch(kinds)}`}
      />
      <Form method="post" action={manualPath}>
        <CheckboxesField
          name="kind"
          label={t('registers.manual.kinds')}
          options={manualKinds.map((kind) => ({ value: kind, label: t(`documents.kind.${kind}`) }))}
          values={kinds}
        />
        <Button>{t('registers.manual.make')}</Button>
      </Form>
    </>
  );
}

type State = ReturnType<typeof useLoaderData<typeof loader>>['made'];

function Made({ made, file, page }: { made: State; file: string; page: string }) {
  const t = useT();
  if (made === null) return null;
  if (made.state === 'failed') {
    return (
      <Notice kind="refused" title={t('registers.manual.failed')}>
        <p>{t('registers.manual.failed-text')}</p>
      </Notice>
    );
  }
  if (made.state === 'ready') {
    return (
      <Notice kind="done" title={t('registers.manual.ready')}>
        <p>
          <ButtonLink to={file} download>
            {t('registers.manual.download')}
          </ButtonLink>
        </p>
      </Notice>
    );
  }
  return (
    <Notice title={t('registers.manual.making')}>
      <p>
        {made.state === 'making'
          ? t('registers.manual.progress', { done: made.done, of: made.of })
          : t('registers.manual.waiting')}
      </p>
      <p>
        <Link to={page}>{t('registers.manual.again')}</Link>
      </p>
    </Notice>
  );
}
