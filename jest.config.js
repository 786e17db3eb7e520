/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  setupFilesAfterEnv: ['<rootDir>/tests/support/fast-check.setup.ts'],
  // The exhaustive tests run the product hundreds of times.
  testTimeout: 300_000,
  maxWorkers: 2,
  // Types are checked by `npm run typecheck`; here they are only stripped, which keeps a first test under two seconds.
  transform: {
    '^.+\\.[tj]sx?$': ['ts-jest', { diagnostics: false, tsconfig: '<rootDir>/tests/jest.tsconfig.json' }],
  },
  // These packages ship ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(double-metaphone)/)', '/dist/', '/build/'],
};
