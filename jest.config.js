export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.test.ts'],
  // Walks through everything take minutes: `npm run test:exhaustive` runs them.
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.EXHAUSTIVE ? [] : ['\\.exhaustive\\.test\\.ts$'])],
  modulePathIgnorePatterns: ['<rootDir>/\\.'],
  runtime: '<rootDir>/runtime.config.js',
  transform: {},
  // One more than the cores that the tests are timed for: many wait for the engine.
  maxWorkers: 3,
  // A walk leaves gigabytes: a worker that keeps them runs out of memory some files later, so it begins anew.
  workerIdleMemoryLimit: '1GB',
  testSequencer: '<rootDir>/sequencer.config.js',
  // It only ends what hangs: a busy machine takes minutes for what ours does in seconds.
  testTimeout: 900_000,
};
