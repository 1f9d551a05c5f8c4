import fc from 'fast-check';

// The first counterexample is enough to find a mutant. Nobody reads the shortest one.
fc.configureGlobal({ endOnFailure: true });
