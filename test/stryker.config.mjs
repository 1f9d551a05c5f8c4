// Mutation testing of the figures: `npm run mutation`. It takes some hours on two cores, so it is not part of
// `npm test`. `-- --mutate 'core/kernel/*.ts'` tests one folder.
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'test/vitest-mutation.config.ts', related: false },
  mutate: [
    'core/kernel/{cents,day,fast-calendar,fraction,vat-code,working-day}.ts',
    'core/renewals/*.ts',
    'core/quotes/*.ts',
  ],
  coverageAnalysis: 'perTest',
  // Code that runs both while the test files load and inside tests is tested by those tests. Code that never
  // runs in a test is left out, and the report lists it.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 30_000,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportScoreTable: true },
  jsonReporter: { fileName: 'test-results/mutation.json' },
  // TypeScript 7 has no API to rewrite a tsconfig, and this project does not need it.
  tsconfigFile: 'none.json',
  tempDirName: 'out/mutation',
  // The copy needs no builds, pictures or installed packages.
  ignorePatterns: ['out', 'tour', 'test-results', '.git', 'renderer'],
};
