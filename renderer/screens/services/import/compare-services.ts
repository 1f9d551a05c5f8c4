import type { Steps } from '../../../../core/kernel/steps.ts';
import { within } from '../../../../core/kernel/steps.ts';
import { differenceInSteps } from '../../../../core/register/difference.ts';
import type { Fact } from '../../../../core/register/fact.ts';
import { foldFactsInSteps } from '../../../../core/register/fold.ts';
import { incomingServices } from './entries.ts';
import { groupsOf, type Groups } from './lines.ts';
import type { ServiceReading } from './read-services.ts';

export type Readable = Extract<ServiceReading, { kind: 'list' | 'paste' }>;

/** A reading with its rows by group. */
export interface ComparedServices {
  readonly reading: Readable;
  readonly groups: Groups;
}

/** Compares a reading with the register, in steps: a list may have 99,000 rows. */
export function* compareServices(reading: Readable, facts: Iterable<Fact>): Steps<ComparedServices> {
  const registered = yield* within(foldFactsInSteps(facts), 0, 0.3);
  const incoming = yield* within(incomingServices(reading), 0.3, 0.5);
  const difference = yield* within(differenceInSteps(incoming, registered), 0.5, 1);
  const rejected = reading.kind === 'list' ? reading.list.rejected : [];
  return { reading, groups: groupsOf(difference, rejected, registered) };
}
