import eslint from '@eslint/js'
import checkFile from 'eslint-plugin-check-file'
import tseslint from 'typescript-eslint'

const noSleeps = {
  name: 'node:timers/promises',
  importNames: ['setTimeout', 'setInterval', 'scheduler'],
  message: 'Wait for an event with a deadline, never for time to pass.',
}

/** Only lib/native/binding.ts deals with the raw addon. */
const noRawAddon = {
  regex: '(^|/)load$',
  message: 'Go through lib/native/binding.ts.',
}

/** A private constructor stays: it has no other notation. */
const noTypeScriptPrivate = {
  selector:
    'PropertyDefinition[accessibility="private"], TSParameterProperty[accessibility="private"], ' +
    'MethodDefinition[kind!="constructor"][accessibility="private"]',
  message: 'Write #name: it is private at run time, too.',
}

/** Modules that take 1 to 3 ms to load, which each program that requires the library would pay for. */
const slowToLoad = {
  'node:fs/promises': 'Import { promises as fs } from node:fs, which loads it at the first use.',
  'node:http': 'Import it where it is used: await import().',
  'node:net': 'Use ipVersion() of support/ip-version.ts.',
}

/** What the plain JavaScript files use of Node; TypeScript knows by itself. */
const nodeGlobals = {
  console: false,
  process: false,
  Buffer: false,
  performance: false,
  URL: false,
  fetch: false,
  setTimeout: false,
  clearTimeout: false,
  AbortController: false,
  AbortSignal: false,
  module: true,
  exports: true,
  require: false,
  __dirname: false,
  __filename: false,
}

export default tseslint.config(
  {
    ignores: ['**/node_modules/', '**/dist/', 'build/', 'prebuilds/', 'lib/generated/'],
  },
  eslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { globals: nodeGlobals },
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      'max-lines': ['error', { max: 300, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipComments: true }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    plugins: { 'check-file': checkFile },
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.check.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions'] }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // A member is left out of a copy so: const { left, ...rest } = whole
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // It does not end for a type that contains itself and a class: Entry.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // The reason of an AbortSignal is whatever its owner said.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allowThrowingAny: true, allowThrowingUnknown: true },
      ],
      '@typescript-eslint/prefer-promise-reject-errors': [
        'error',
        { allowThrowingAny: true, allowThrowingUnknown: true },
      ],
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      '@typescript-eslint/require-await': 'off', // async: what it throws must reject
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'check-file/filename-naming-convention': [
        'error',
        { '**/*.ts': 'KEBAB_CASE' },
        { ignoreMiddleExtensions: true },
      ],
      'no-restricted-imports': ['error', { paths: [noSleeps] }],
      'no-restricted-syntax': ['error', noTypeScriptPrivate],
    },
  },
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/native/binding.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-imports': ['error', { paths: [noSleeps], patterns: [noRawAddon] }],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: Object.entries(slowToLoad).map(([name, message]) => ({
            name,
            message,
            allowTypeImports: true,
          })),
        },
      ],
    },
  },
  {
    // The raw addon has no types of its own.
    files: ['lib/native/binding.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // A describe block is as long as its tests; an expectation that fails says what was absent.
    files: ['test/**/*.ts', 'experiment/test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // expect.any() and its like are any, and bad input has no type
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['test/**/*.ts', 'experiment/test/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', { name: 'it', message: 'Write test().' }] },
  },
)
