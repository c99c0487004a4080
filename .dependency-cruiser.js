const tests = '\\.test\\.ts$';
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: [tests, '^workflows/bundle\\.ts$'] },
  to: { pathNot: allowed },
});

/** What each room of the product may import of the others, as the diagram in docs/architecture.md shows them. */
const ROOMS = {
  lives: ['charts', 'rules', 'models', 'lives'],
  gateways: ['rules', 'gateways'],
  documents: ['charts', 'rules', 'models', 'lives', 'documents'],
  notices: ['charts', 'rules', 'models', 'lives', 'gateways', 'documents', 'notices'],
  anchors: ['charts', 'rules', 'models', 'lives', 'gateways', 'anchors'],
  files: ['charts', 'rules', 'models', 'lives', 'gateways', 'documents', 'files'],
  activities: ['charts', 'rules', 'models', 'lives', 'gateways', 'documents', 'files', 'notices', 'activities'],
  api: ['charts', 'rules', 'models', 'lives', 'gateways', 'documents', 'files', 'notices', 'api'],
  // The pages know the platform only by its API.
  web: ['web'],
};
const EVERY_ROOM =
  'charts|rules|models|lives|gateways|documents|files|notices|anchors|activities|workflows|api|web|local|scripts|testing|faults|bench';
const rooms = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `${room}-imports-downwards`,
  severity: 'error',
  from: { path: `^${room}/`, pathNot: tests },
  to: { path: `^(${EVERY_ROOM})/`, pathNot: `^(${allowed.join('|')})/` },
}));

export default {
  forbidden: [
    ...rooms,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '\\.config\\.[jt]s$',
          '^\\.',
          '^models/migrations/',
          '^scripts/quick-exit',
          '^api/(not-mine|verify)/page\\.js$',
          '^web/cabinet/public/sw\\.js$',
          tests,
        ],
      },
      to: {},
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'declared', severity: 'error', from: {}, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },
    {
      name: 'no-dev-in-product',
      severity: 'error',
      from: { pathNot: ['^(local|scripts|testing|bench)/', '\\.config\\.[jt]s$', '^web/(compressed|built)', tests] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types/' },
    },
    {
      name: 'no-test-tools-in-product',
      comment: 'What explores charts, joins people and opens worlds is for tests and what runs them, faults and measurements.',
      severity: 'error',
      from: { pathNot: ['^(testing|faults|bench)/', '^scripts/test[.]ts$', tests] },
      to: { path: '^testing/' },
    },
    only('rules-are-pure', '^rules/', ['^rules/'], 'Rules import nothing.'),
    only('charts-are-pure', '^charts/', ['^(charts|rules)/', 'node_modules/xstate/'], 'Charts import xstate, rules and each other.'),
    only(
      'workflows-are-deterministic',
      '^workflows/',
      [
        '^(workflows|charts|rules)/',
        '^lives/(ids|temporal-protocol)\\.ts$',
        '^activities/index\\.ts$',
        'node_modules/(xstate|@temporalio/(workflow|common))/',
      ],
      'No built-ins, models or gateways.',
    ),
    {
      name: 'activities-by-type',
      comment: 'A workflow takes only types from activities.',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^activities/', dependencyTypesNot: ['type-only'] },
    },
    only(
      'models-know-nobody',
      '^models/',
      ['^(models|rules|charts)/', 'node_modules/(sequelize|umzug|pg)/', '^(node:)?(url|path|fs|crypto)$'],
      'Models import Sequelize and rules.',
    ),
    {
      name: 'models-take-types-of-charts',
      comment: 'A row may have the types of its chart; no model runs one.',
      severity: 'error',
      from: { path: '^models/', pathNot: tests },
      to: { path: '^charts/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(docs|dist)/' },
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
    },
  },
};
