import { index, type RouteConfig, route } from '@remix-run/route-config';

/** The whole URL space. Read this first; a path here is a screen, a transition or a file somebody can ask for. */
export default [
  index('routes/start.tsx'),

  route('language', 'routes/language.ts'),
  route('theme', 'routes/theme.ts'),

  route('*', 'routes/no-such-page.tsx'),
] satisfies RouteConfig;
