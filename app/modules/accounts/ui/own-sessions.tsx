import { Form } from '@remix-run/react';
import { useT } from '#app/i18n/reader.tsx';
import { Button } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { InstantText } from '#app/ui/moment.tsx';

interface OwnSession {
  hash: string;
  created_at: string;
  last_seen_at: string;
  address: string;
  browser: string;
  isThis: boolean;
}

/** Where I am signed in; each can be ended from here. */
export function OwnSessions({ sessions }: { sessions: readonly OwnSession[] }) {
  const t = useT();
  return (
    <DataTable
      caption={t('accounts.own.sessions')}
      rows={sessions}
      rowKey={(session) => session.hash}
      columns={[
        {
          key: 'browser',
          label: t('accounts.session.browser'),
          main: true,
          cell: (session) =>
            session.isThis ? t('accounts.session.this') : session.browser || session.address,
        },
        { key: 'address', label: t('accounts.session.address'), cell: (session) => session.address },
        {
          key: 'seen',
          label: t('accounts.session.seen'),
          cell: (session) => <InstantText at={session.last_seen_at} />,
        },
        {
          key: 'end',
          label: t('accounts.session.end'),
          cell: (session) =>
            session.isThis ? null : (
              <Form method="post">
                <Button kind="secondary" name="session" value={session.hash}>
                  {t('accounts.session.end')}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  );
}
