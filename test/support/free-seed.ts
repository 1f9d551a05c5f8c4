import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    freeSeed: number;
  }
}

/**
 * A seed of its own for every run, printed so that a failure can be repeated: `FREE_SEED=... npm run check`.
 */
export default function setup(project: TestProject): void {
  const given = Number(process.env['FREE_SEED']);
  const freeSeed = Number.isSafeInteger(given) && given > 0 ? given : Date.now() % 2_000_000_000;
  if (process.env['FREE_SEED_SHOWN'] === undefined) console.log(`property tests: free seed ${freeSeed}`);
  // Called once for each project of the configuration: all get the first one's seed.
  process.env['FREE_SEED'] = String(freeSeed);
  process.env['FREE_SEED_SHOWN'] = 'yes';
  project.provide('freeSeed', freeSeed);
}
