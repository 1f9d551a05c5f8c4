import { defineConfig } from 'vitest/config';

/** Only the tests that prove the figures. Mutation testing runs them for every mutant. */
export default defineConfig({
  test: {
    include: [
      'test/core/{kernel,renewals,quotes,orders,services}/**/*.test.ts',
      'test/core/bugs-that-others-had/figures.test.ts',
      'test/property/{align,days,money,months,payments,portfolio}.test.ts',
    ],
    globalSetup: ['test/support/free-seed.ts'],
    setupFiles: ['test/support/end-on-failure.ts'],
    // The modules are loaded once, not for each file. The tests keep no state, and a mutant in a constant
    // gets its own process.
    isolate: false,
    environment: 'node',
  },
});
