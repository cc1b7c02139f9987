import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Forbidden } from '#app/http/errors.ts';
import { useT } from '#app/i18n/reader.tsx';
import { translate } from '#app/i18n/translate.ts';
import { accountsPath, agencyPath, journalPath } from '#app/modules/accounts/paths.ts';
import { exportPath } from '#app/modules/exchange/paths.ts';
import { may, type Permission } from '#app/permissions/matrix.ts';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'accounts.administration.title') },
];

const rooms: { path: string; name: string; permission: Permission }[] = [
  { path: '/organization', name: 'organization', permission: 'organization.read' },
  { path: '/legal-bases', name: 'legal-bases', permission: 'legal-basis.maintain' },
  { path: agencyPath, name: 'agency', permission: 'system.read' },
  { path: accountsPath, name: 'accounts', permission: 'account.maintain' },
  { path: journalPath, name: 'journal', permission: 'journal.read' },
  { path: exportPath, name: 'export', permission: 'library.exchange' },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  const open = rooms.filter((room) => may(actor, room.permission) && context.hasRoute(room.path));
  if (open.length === 0 || actor.accountId === null) throw new Forbidden();
  return { locale: context.locale, rooms: open.map(({ path, name }) => ({ path, name })) };
}

export default function Administration() {
  const { rooms: open } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader title={t('accounts.administration.title')} />
      <ul className="rooms">
        {open.map((room) => (
          <li key={room.path}>
            <h2>
              <Link to={room.path}>{t(`accounts.administration.${room.name}`)}</Link>
            </h2>
            <p>{t(`accounts.administration.${room.name}-text`)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
