import { defineConfig } from 'vitest/config';

/** The tests that prove the figures, alone: what mutation testing runs for every mutant. */
export default defineConfig({
  test: {
    include: [
      'test/core/{kernel,renewals,quotes,orders,services}/**/*.test.ts',
      'test/core/bugs-that-others-had/figures.test.ts',
      'test/property/{align,days,money,months,payments,portfolio}.test.ts',
    ],
    globalSetup: ['test/support/free-seed.ts'],
    setupFiles: ['test/support/end-on-failure.ts'],
    // The modules are read once and not for each file: the tests keep no state, and a mutant that lives in a
    // constant gets a process of its own.
    isolate: false,
    environment: 'node',
  },
});
