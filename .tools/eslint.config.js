/**
 * The lint rules. Run from the top of the repository (`npm run lint`). A finding has one level
 * only: everything here is an error.
 */
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const tests = ['**/*.test.ts', '**/*.test.tsx'];

/** What runs inside the pages of reporting platforms and therefore has to stay small. */
const contentScripts = [
  'extension/form/**',
  'extension/widgets/**',
  'extension/overlay/**',
  'extension/entrypoints/{loader,engine,hands,cards,diagnosis,profiles,teach,zero-mark}.ts',
  'extension/entrypoints/widgets-*.ts',
  'extension/features/teach/{draft,meanings,pointing,teaching}.{ts,tsx}',
];

const exceljs = {
  group: ['exceljs', 'exceljs/*'],
  message: 'shared/workbook is the only place that knows exceljs.',
};
const heavy = {
  group: ['zod', 'zod/*', 'dexie', 'exceljs', 'exceljs/*'],
  allowTypeImports: true,
  message: 'This runs in the pages of others: at most its types may be imported here.',
};
const node = {
  group: ['node:*'],
  message: 'shared/ runs in browsers as well; only its tests may use Node.',
};

/** Values that only a browser page or only Node has, and what lets in time, chance or the network. */
const outsideTheDomain = [
  ...['window', 'document', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage'],
  ...['indexedDB', 'chrome', 'browser', 'process', 'Buffer', 'require', 'global', '__dirname'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'performance'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'],
].map((name) => ({ name, message: 'shared/ has no page, no process, no clock and no network.' }));

const noClockNoChance = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'shared/ has no clock: let the caller pass the moment in.',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: 'shared/ has no clock: let the caller pass the moment in.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'shared/ has no clock: let the caller pass the moment in.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'shared/ has no randomness: let the caller pass the value in.',
  },
  {
    selector:
      "MemberExpression[object.name='crypto'][property.name=/^(randomUUID|getRandomValues)$/]",
    message: 'shared/ has no randomness: let the caller pass the value in.',
  },
];

const passedOver = 'A test that is passed over proves nothing: make it run or remove it.';
const everyTestRuns = ['object.name', 'object.object.name'].map((starter) => ({
  selector: `MemberExpression[${starter}=/^(it|test|describe|suite)$/][property.name=/^(skip|only|todo|skipIf|runIf|fails)$/]`,
  message: passedOver,
}));

export default defineConfig(
  {
    ignores: [
      '**/node_modules/',
      '**/.output/',
      '**/.wxt/',
      'data/',
      '**/test-results/',
      '**/e2e/pages/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` },
    },
    rules: {
      eqeqeq: 'error',
      // Failures that nobody can be shown still belong in the browser's console.
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-warning-comments': 'error',
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [exceljs] }],
      'no-restricted-syntax': ['error', ...everyTestRuns],
      // A module that is imported for its types only must not be loaded for them: `import type` is
      // erased as a whole, `import { type A }` is not.
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // A record kind or a state that is added later has to be met everywhere it matters.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // `process.env['PORT']`: the brackets say that nothing declares the name.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // Numbers read the same in a sentence as in code; objects and undefined do not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => port.close()` is the plainest way to write a callback.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Forms and sheets say "nothing" with an empty string, so `value || fallback` is often meant.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // It asks for the very `!` that strict forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
    },
  },
  {
    files: ['shared/**'],
    rules: {
      'no-restricted-globals': ['error', ...outsideTheDomain],
      'no-restricted-syntax': ['error', ...noClockNoChance, ...everyTestRuns],
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [exceljs, node] }],
    },
  },
  {
    files: ['shared/workbook/**'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [node] }] },
  },
  {
    // What a person starts brings the process and the clock along, and passes both in.
    files: ['shared/check/main.ts', 'shared/bench/**'],
    rules: {
      'no-restricted-globals': 'off',
      'no-restricted-syntax': ['error', ...everyTestRuns],
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [exceljs] }],
    },
  },
  {
    // What is measured beside exceljs has to have it by itself.
    files: ['shared/bench/workbooks.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
  {
    files: contentScripts,
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [heavy] }] },
  },
  {
    // The relay's log is its standard output; it goes out through these files.
    files: ['relay/main.ts', 'relay/log.ts', 'relay/practice/main.ts', '.tools/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: tests,
    rules: {
      'no-restricted-globals': 'off',
      'no-restricted-syntax': ['error', ...everyTestRuns],
      '@typescript-eslint/no-restricted-imports': 'off',
      // Where a test expects a value, its absence fails the test with the line that expected it.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  {
    // Hono's chained `new Hono().get(…)` is typed as another class than the one that made it.
    files: ['relay/**'],
    rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' },
  },
  {
    files: ['.tools/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
  {
    // dependency-cruiser reads its rules as CommonJS.
    files: ['**/*.cjs'],
    languageOptions: { globals: { module: 'writable', require: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
