import { allInvariants } from './all-invariants.ts';
import type { Without } from './invariant.ts';
import type { Schedule } from './schedule.ts';
import { createWorld, type Broken } from './world.ts';

export interface Outcome {
  readonly broken: Broken | undefined;
  /** How many steps ran until it ended or broke. */
  readonly steps: number;
  /** The digest of the trace. The same schedule always has the same one. */
  readonly digest: string;
  readonly lines: readonly string[];
  /** How many commands the clients sent and how many orders came of them. Shows that something was tested. */
  readonly commands: number;
  readonly orders: number;
}

/** Runs a schedule and the quiet period after it. Stops at the first broken invariant. */
export async function runSchedule(
  schedule: Schedule,
  { verbose = false, without }: Without & { readonly verbose?: boolean } = {},
): Promise<Outcome> {
  const world = createWorld(
    schedule,
    allInvariants.filter(({ name }) => name !== without),
    verbose,
  );
  let steps = 0;
  let thrown: Broken | undefined;
  const over = (): boolean => world.broken() !== undefined;
  try {
    await world.open();
    for (const step of schedule.steps) {
      if (over()) break;
      steps += 1;
      await world.run(step);
    }
    if (!over()) await world.settle();
    if (!over()) world.atEnd();
  } catch (problem) {
    thrown = {
      invariant: 'nothing is thrown',
      detail: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem),
    };
  }
  return {
    broken: world.broken() ?? thrown,
    steps,
    digest: world.trace.digest(),
    lines: world.trace.lines,
    commands: world.clients.reduce((sum, { ledger }) => sum + ledger.keys.size, 0),
    orders: world.vendor.memory().orders.filter(({ clientReference }) => clientReference !== null).length,
  };
}
