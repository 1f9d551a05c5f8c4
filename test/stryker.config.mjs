// Mutation testing of the figures: `npm run mutation`. Not part of `npm test`: it takes some hours on two
// cores; `-- --mutate 'core/kernel/*.ts'` does one folder.
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'test/vitest-mutation.config.ts', related: false },
  mutate: [
    'core/kernel/{cents,day,fast-calendar,fraction,vat-code,working-day}.ts',
    'core/renewals/*.ts',
    'core/quotes/*.ts',
  ],
  coverageAnalysis: 'perTest',
  // What runs while the test files are read and in tests too is judged by those tests; only what never runs
  // in a test is left out, and the report lists it.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 30_000,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportScoreTable: true },
  jsonReporter: { fileName: 'test-results/mutation.json' },
  // TypeScript 7 has no API to rewrite a tsconfig with; nothing here depends on one.
  tsconfigFile: 'none.json',
  tempDirName: 'out/mutation',
  // The copy needs no builds, pictures or installed packages of its own.
  ignorePatterns: ['out', 'tour', 'test-results', '.git', 'renderer', 'electron/tour/pictures'],
};
