import { index, type RouteConfig, route } from '@remix-run/route-config';

/** The whole URL space. Read this first; a path here is a screen, a transition or a file somebody can ask for. */
export default [
  index('routes/start.tsx'),

  route('handbook', 'routes/handbook/contents.tsx'),
  route('handbook/*', 'routes/handbook/page.tsx'),

  route('language', 'routes/language.ts'),
  route('theme', 'routes/theme.ts'),

  route('sign-in', 'routes/accounts/sign-in.tsx'),
  route('sign-out', 'routes/accounts/sign-out.ts'),
  route('welcome/:token', 'routes/accounts/welcome.tsx'),
  route('account', 'routes/accounts/account.tsx'),

  route('administration', 'routes/administration/overview.tsx'),
  route('administration/agency', 'routes/administration/agency.tsx'),
  route('administration/accounts', 'routes/administration/accounts.tsx'),
  route('administration/accounts/new', 'routes/administration/new-account.tsx'),
  route('administration/accounts/:accountId', 'routes/administration/account.tsx'),
  route('administration/accounts/:accountId/invitation', 'routes/administration/account-invitation.tsx'),
  route('administration/accounts/:accountId/closure', 'routes/administration/account-closure.tsx'),
  route('administration/journal', 'routes/administration/journal.tsx'),

  route('*', 'routes/no-such-page.tsx'),
] satisfies RouteConfig;
