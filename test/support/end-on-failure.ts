import { fc } from '@fast-check/vitest';

// A mutant is caught by the first counterexample; nobody reads the shortest one.
fc.configureGlobal({ endOnFailure: true });
