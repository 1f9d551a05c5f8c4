import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    freeSeed: number;
  }
}

/**
 * A new seed for every run. It is printed so that a failure can be repeated: `FREE_SEED=... npm run check`.
 */
export default function setup(project: TestProject): void {
  const given = Number(process.env['FREE_SEED']);
  const freeSeed = Number.isSafeInteger(given) && given > 0 ? given : Date.now() % 2_000_000_000;
  if (process.env['FREE_SEED_SHOWN'] === undefined) console.log(`property tests: free seed ${freeSeed}`);
  // Vitest calls this for each project of the configuration. All projects use the seed of the first call.
  process.env['FREE_SEED'] = String(freeSeed);
  process.env['FREE_SEED_SHOWN'] = 'yes';
  project.provide('freeSeed', freeSeed);
}
