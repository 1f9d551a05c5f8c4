import { addDays, romeDay, type Day } from '../../core/kernel/day.ts';
import type { Clock, IdSource } from '../../core/ports.ts';
import { advanceTo } from './advance-day.ts';
import type { Memory } from './state/memory.ts';
import type { SimulatorDocument } from './state/state.ts';

/**
 * Gives requests access to the vendor's memory. A route reads its input first. Then, without awaiting, it
 * takes the state, changes it and commits. So requests are handled one at a time without a lock. Nothing is
 * answered before `settle`.
 */
export interface Counter {
  /** The state, advanced to the vendor's day. */
  state(): SimulatorDocument;
  /** Makes the state current. It is not durable yet. */
  commit(next: SimulatorDocument): void;
  /** True if the current state is durable. */
  settled(): boolean;
  /**
   * Makes everything that was committed durable, by one write. Throws if it cannot be written; the state is
   * then the last durable one.
   */
  settle(): void;
  /** The simulated instant, in milliseconds. */
  now(): number;
  realDay(): Day;
  /** Keeps a copy of the state for `restored`. The copy ends with the process. */
  backUp(): void;
  /**
   * The copy, or the state at the start, as a new past. The vendor's clock and the sign-ins do not go back:
   * the counter works through the days since, and numbers given out since are given out again.
   */
  restored(): SimulatorDocument;
  id(): string;
}

const dayMs = 86_400_000;
const minuteMs = 60_000;

export function openCounter(
  initial: SimulatorDocument,
  memory: Pick<Memory, 'save'>,
  clock: Clock,
  ids: Pick<IdSource, 'next'>,
): Counter {
  let current = initial;
  let durable = initial;
  let copy = initial;
  /** The vendor's own clock, before its calendar was moved. */
  const vendorNow = () => clock.now() + current.skewMinutes * minuteMs;
  const commit = (next: SimulatorDocument): void => {
    current = next;
  };
  return {
    state() {
      commit(advanceTo(current, addDays(romeDay(vendorNow()), current.offsetDays)));
      return current;
    },
    commit,
    settled: () => current === durable,
    settle() {
      if (current === durable) return;
      try {
        memory.save(durable, current);
      } catch (error) {
        current = durable;
        throw error;
      }
      durable = current;
    },
    now: () => vendorNow() + current.offsetDays * dayMs,
    realDay: () => romeDay(clock.now()),
    backUp() {
      copy = current;
    },
    restored() {
      const { offsetDays, skewMinutes, manualActivation, account, sessions } = current;
      return {
        ...copy,
        offsetDays,
        skewMinutes,
        manualActivation,
        account,
        sessions,
        epoch: ids.next(),
      };
    },
    id: () => ids.next(),
  };
}
