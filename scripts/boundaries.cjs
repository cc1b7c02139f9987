/**
 * Imports run one way: routes → http, modules, pdf, ui; modules → earlier modules only; nothing imports routes; `db`
 * imports nothing of `app`; no cycles, types included. `npm run boundaries` fails on a breach.
 */

/** In the order in which modules may know each other: each only those before it. */
const modules = [
  'standards',
  'journal',
  'search',
  'organization',
  'accounts',
  'documents',
  'responsibilities',
  'records',
  'nonconformities',
  'audits',
  'backup',
  'exchange',
];

/** What modules, permissions and pure parts may use of the edge. */
const sharedEdge = '^app/http/(errors|clock|forms)\\.ts$';

const laterModules = modules.slice(0, -1).map((name, at) => ({
  name: `${name}-knows-no-later-module`,
  severity: 'error',
  from: { path: `^app/modules/${name}/` },
  to: { path: `^app/modules/(${modules.slice(at + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...laterModules,
    {
      name: 'nothing-imports-routes',
      severity: 'error',
      from: { pathNot: '^app/routes/' },
      to: { path: '^app/routes/' },
    },
    {
      name: 'db-knows-no-app',
      severity: 'error',
      from: { path: '^db/', pathNot: '^db/sample/' },
      to: { path: '^app/' },
    },
    {
      name: 'modules-know-little-of-the-edge',
      severity: 'error',
      from: { path: '^app/(modules|permissions|mdx|pdf)/' },
      to: { path: '^app/http/', pathNot: sharedEdge },
    },
    {
      name: 'screens-never-import-the-server',
      severity: 'error',
      comment: 'the shape of what a query gives may be named; nothing of it gets to the browser',
      from: { path: '^app/(ui|i18n)/|^app/modules/[^/]+/ui/' },
      to: { path: '\\.server\\.tsx?$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ui-knows-no-module',
      severity: 'error',
      from: { path: '^app/ui/' },
      to: { path: '^app/(modules|routes|mdx|pdf)/' },
    },
    {
      name: 'pure-rules-know-no-server',
      severity: 'error',
      comment: 'x.ts is pure, x.server.ts is the outside world',
      from: { path: '^app/modules/', pathNot: '\\.server\\.tsx?$' },
      to: { path: '\\.server\\.tsx?$|^db/(?!schema)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'permissions-and-mdx-know-no-module',
      severity: 'error',
      from: { path: '^app/(permissions|mdx)/' },
      to: { path: '^app/(modules|routes|ui|pdf)/' },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(app|db)/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|svg|woff2)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
