import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { exportFilePath } from '#app/modules/exchange/paths.ts';
import { authorize } from '#app/permissions/matrix.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/choice-field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Panel } from '#app/ui/panel.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'exchange.title') },
];

export async function loader({ context }: LoaderFunctionArgs) {
  authorize(await context.actor(), 'library.exchange');
  return { locale: context.locale };
}

const parts = ['documents', 'copies', 'data', 'files', 'manifest'] as const;

/** What the archive of everything holds, and the way to take it. */
export default function Export() {
  const t = useT();
  return (
    <>
      <PageHeader title={t('exchange.title')} lead={t('exchange.lead')} />
      <Panel title={t('exchange.holds')}>
        <ul>
          {parts.map((part) => (
            <li key={part}>{t(`exchange.holds.${part}`)}</li>
          ))}
        </ul>
      </Panel>
      <Notice kind="warning" title={t('exchange.care')}>
        <p>{t('exchange.care-text')}</p>
      </Notice>
      <form method="post" action={exportFilePath}>
        <p>{t('exchange.recorded')}</p>
        <p className="quiet">{t('exchange.wait')}</p>
        <CheckboxField name="agreed" label={t('exchange.agreed')} required />
        <Button>{t('exchange.download')}</Button>
      </form>
    </>
  );
}
