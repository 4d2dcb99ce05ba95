/**
 * Which module may import which. Types count: an import that is only erased later still couples two
 * rooms. What content scripts load at run time has a file of its own, `content-scripts.cjs`.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const tests = '\\.test\\.tsx?$';

/** What helps tests and is no part of the product. */
const testSupport = ['(^|/)testing/', '\\.cases\\.ts$', '^extension/e2e/', '^shared/bench/'];

/** Packages that benchmarks compare with. */
const peers = '^node_modules/(mitata|idcard|util-helpers|id-validator|stdnum|validator)/';

/** Modules that something other than an import starts: the browser, Node, the person at the keyboard. */
const entryPoints = [
  tests,
  '^extension/entrypoints/',
  '^extension/e2e/pages/',
  '^extension/(wxt|web-ext)\\.config\\.ts$',
  '^relay/(main|practice/main)\\.ts$',
  '^shared/(check|bench)/main\\.ts$',
  '^relay/vite\\.config\\.ts$',
  '^relay/practice/assets/',
  '^\\.tools/[^/]+$',
  '\\.d\\.ts$',
];

module.exports = {
  forbidden: [
    {
      name: 'shared-imports-no-one',
      comment: 'The domain stands on its own: extension → shared ← relay.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(extension|relay|\\.tools)/' },
    },
    {
      name: 'extension-not-relay',
      comment: 'An extension and a relay meet in the protocol only.',
      severity: 'error',
      from: { path: '^extension/', pathNot: tests },
      to: { path: '^(relay|\\.tools)/' },
    },
    {
      name: 'relay-not-extension',
      comment: 'An extension and a relay meet in the protocol only.',
      severity: 'error',
      from: { path: '^relay/' },
      to: { path: '^(extension|\\.tools)/' },
    },
    {
      name: 'practice-platform-apart',
      comment: 'The practice platform is a process of its own and no part of the relay.',
      severity: 'error',
      from: { path: '^relay/', pathNot: ['^relay/practice/', tests] },
      to: { path: '^relay/practice/' },
    },
    {
      name: 'practice-platform-alone',
      comment: 'The practice platform stands for a foreign system; it knows nothing of the relay.',
      severity: 'error',
      from: { path: '^relay/practice/' },
      to: { path: '^relay/', pathNot: '^relay/practice/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one module, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A module that nothing imports and that imports nothing is dead.',
      severity: 'error',
      from: { orphan: true, pathNot: entryPoints },
      to: {},
    },
    {
      name: 'no-module-for-tests-only',
      comment: 'A module that only its own test imports is no part of the product.',
      severity: 'error',
      from: { path: '^(shared|extension|relay)/', pathNot: [tests, ...testSupport] },
      module: {
        path: '^(shared|extension|relay)/.*\\.tsx?$',
        pathNot: [...entryPoints, ...testSupport],
        numberOfDependentsLessThan: 1,
      },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|node:)' },
    },
    {
      name: 'no-test-is-imported',
      severity: 'error',
      from: {},
      to: { path: tests },
    },
    {
      name: 'peers-in-benchmarks-only',
      comment: 'What the product is measured against is no part of it.',
      severity: 'error',
      from: { pathNot: ['^shared/bench/', '^node_modules/'] },
      to: { path: peers },
    },
    {
      name: 'no-test-support-in-the-product',
      severity: 'error',
      from: { pathNot: [tests, ...testSupport, '^\\.tools/'] },
      to: { path: testSupport },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.output|\\.wxt|test-results)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: '.tools/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
