import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { dayOf } from './http/clock.ts';
import { officeOf } from './http/office.server.ts';
import { Reader } from './i18n/reader.tsx';
import { translate } from './i18n/translate.ts';
import { searchPath, signInPath } from './paths.ts';
import { isSignedIn } from './permissions/actor.ts';
import { ErrorPage } from './ui/error-page.tsx';
import { keysScript } from './ui/keys-script.ts';
import { useNonce } from './ui/nonce.ts';
import { navigationFor } from './ui/shell/navigation.ts';
import { Shell, type ShellFacts } from './ui/shell/shell.tsx';
import styles from './ui/styles/all.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/seal.svg', type: 'image/svg+xml' },
];

export async function loader({ context }: LoaderFunctionArgs) {
  const { services, locale, theme, now, hasRoute } = context;
  const actor = await context.actor();
  const facts: ShellFacts = {
    office: await officeOf(services.db, actor.agencyId, dayOf(now)),
    person: isSignedIn(actor) ? actor.name : null,
    navigation: navigationFor(actor, hasRoute),
    has: {
      search: hasRoute(searchPath),
      signIn: hasRoute(signInPath),
      handbook: services.handbookFolder !== null,
    },
  };
  return { locale, theme, facts };
}

/** Language, theme and the office's name change only by whole page loads. */
export const shouldRevalidate = ({ formMethod }: { formMethod?: string }) => formMethod !== undefined;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translate(data?.locale ?? 'vi', 'ui.product') },
  { name: 'description', content: translate(data?.locale ?? 'vi', 'ui.tagline') },
];

const nobody: ShellFacts = {
  office: null,
  person: null,
  navigation: [],
  has: { search: false, signIn: false, handbook: false },
};

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root');
  const { locale, theme, facts } = root ?? { locale: 'vi', theme: 'system', facts: nobody };
  const nonce = useNonce();
  // The public's pages carry no application script: they load fast on old phones and can be kept whole.
  const scripted = facts.person !== null;
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
        <Meta />
        <Links />
      </head>
      <body>
        <Reader locale={locale}>
          <Shell facts={facts}>{children}</Shell>
        </Reader>
        <script
          nonce={scripted ? nonce : undefined}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, named by its hash in the policy
          dangerouslySetInnerHTML={{ __html: keysScript }}
          suppressHydrationWarning
        />
        {scripted ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <ErrorPage answer={isRouteErrorResponse(error) ? { status: error.status, data: error.data } : null} />
  );
}
