// The tests import the TypeScript of lib/ and experiment/src/ directly; the programs that
// they start as child processes use dist/, which `npm test` has built before.
/** @type {import('jest').Config} */
module.exports = {
  roots: ['<rootDir>/test', '<rootDir>/experiment/test'],
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  transform: { '\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.check.json' }] },
  moduleNameMapper: { '^libtorrent-napi$': '<rootDir>/lib/index.ts' },
  modulePathIgnorePatterns: [
    '<rootDir>/build/',
    '<rootDir>/dist/',
    '<rootDir>/(experiment|bench|test/model)/dist/',
  ],
  cacheDirectory: '<rootDir>/build/cache/jest',
  maxWorkers: 2,
  testTimeout: 30_000 * Number(process.env.TEST_TIME_FACTOR ?? '1'),
}
