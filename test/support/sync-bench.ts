// A sync engine over a scripted outbox, vendor and pull. It records everything that happens, in order.
import type { CommandKey } from '../../core/kernel/id.ts';
import { createSync, type PullOutcome, type SyncPorts } from '../../core/sync/engine.ts';
import type { DraftOutcome } from '../../core/sync/drafts.ts';
import type { OutboxEntry, PushOutcome } from '../../core/sync/outbox.ts';
import { fakeClock } from './fake-clock.ts';
import { manualScheduler } from './manual-scheduler.ts';

export type Entry = OutboxEntry<string, never>;

interface Script {
  /** The outcome of each push in turn. After the last one, every push is `received`. */
  readonly pushes?: readonly (PushOutcome | Error)[];
  readonly pulls?: readonly (PullOutcome | Error)[];
  readonly chance?: number;
  /** What each push takes by the clock. Several: what each of the first takes; the others take nothing. */
  readonly pushTakesMs?: number | readonly number[];
  /** Drafts that differ, with the outcome of each attempt to send them. A stored draft no longer differs. */
  readonly drafts?: Readonly<Record<string, readonly DraftOutcome[]>>;
  /** The outcome of fetching the other side's version: still to be sent, or in conflict. */
  readonly refreshed?: 'merged' | 'conflict' | DraftOutcome;
  /** What a command is about. If it is absent, each is about everything. */
  readonly about?: (command: string) => string | null;
}

export const received: PushOutcome = { kind: 'received' };
export const unsent = (why: Extract<PushOutcome, { kind: 'unsent' }>['why']): PushOutcome => ({
  kind: 'unsent',
  why,
});
export const unknown = (why: Extract<PushOutcome, { kind: 'unknown' }>['why']): PushOutcome => ({
  kind: 'unknown',
  why,
});
export const failed = (why: Extract<PullOutcome, { kind: 'failed' }>['why']): PullOutcome => ({
  kind: 'failed',
  why,
});

export function syncBench(
  commands: readonly string[],
  {
    pushes = [],
    pulls = [],
    chance = 0,
    pushTakesMs = 0,
    drafts = {},
    refreshed = 'merged',
    about = () => null,
  }: Script = {},
) {
  const clock = fakeClock(0);
  const scheduler = manualScheduler(clock);
  const outbox = new Map<string, Entry>();
  const happened: string[] = [];
  const writes: string[][] = [];
  const problems: unknown[] = [];
  const pushLeft = [...pushes];
  const pullLeft = [...pulls];
  const processed = new Set<string>();
  const draftsLeft = new Map(Object.entries(drafts).map(([id, outcomes]) => [id, [...outcomes]]));
  let gate: Promise<void> | null = null;
  let full = false;
  let talkers = 0;
  let pushed = 0;
  let pushing = (): void => undefined;
  let mostTalkers = 0;

  function queue(command: string): void {
    outbox.set(command, {
      id: command as CommandKey,
      order: outbox.size + 1,
      command,
      state: 'queued',
      tries: 0,
      lastAnswer: 'none',
      refusal: null,
    });
  }
  for (const command of commands) queue(command);

  async function talk<T>(what: () => T | Error): Promise<T> {
    talkers += 1;
    mostTalkers = Math.max(mostTalkers, talkers);
    await gate;
    talkers -= 1;
    const result = what();
    if (result instanceof Error) throw result;
    return result;
  }

  const ports: SyncPorts<string, never> = {
    clock,
    scheduler,
    rng: { next: () => chance },
    pending: () =>
      [...outbox.values()].filter(({ state }) => state !== 'refused').sort((a, b) => a.order - b.order),
    save(entries) {
      if (full) throw new Error('No space left on device');
      writes.push(entries.map(({ id }) => id));
      for (const entry of entries) {
        if (outbox.has(entry.id)) outbox.set(entry.id, entry);
        happened.push(`save ${entry.id} ${entry.state}`);
      }
    },
    push(entry) {
      happened.push(`push ${entry.id}`);
      pushing();
      return talk(() => {
        clock.advance(typeof pushTakesMs === 'number' ? pushTakesMs : (pushTakesMs[pushed] ?? 0));
        pushed += 1;
        const outcome = pushLeft.shift() ?? received;
        if (!(outcome instanceof Error) && outcome.kind === 'received') processed.add(entry.id);
        return outcome;
      });
    },
    about,
    pull() {
      happened.push('pull');
      return talk(() => {
        const outcome = pullLeft.shift() ?? ({ kind: 'complete' } as const);
        if (!(outcome instanceof Error) && outcome.kind === 'complete')
          for (const id of processed) outbox.delete(id);
        return outcome;
      });
    },
    drafts: () => [...draftsLeft.keys()],
    pushDraft(id) {
      happened.push(`draft ${id}`);
      return talk((): DraftOutcome => {
        const outcome = draftsLeft.get(id)?.shift() ?? { kind: 'stored' };
        if (outcome.kind === 'stored') draftsLeft.delete(id);
        return outcome;
      });
    },
    refreshDraft(id) {
      happened.push(`refresh ${id}`);
      return talk((): DraftOutcome => {
        if (typeof refreshed !== 'string') return refreshed;
        if (refreshed === 'conflict') draftsLeft.delete(id);
        return { kind: 'changed-elsewhere' };
      });
    },
    changed: () => undefined,
    failed: (problem) => problems.push(problem),
  };

  return {
    sync: createSync(ports),
    clock,
    scheduler,
    outbox,
    happened,
    problems,
    queue,
    /** The entries of each write. */
    writes: () => writes,
    steps: () => happened.filter((step) => !step.startsWith('save')),
    mostTalkers: () => mostTalkers,
    /** Called at each push, before it is under way. */
    onPush(listener: () => void) {
      pushing = listener;
    },
    fillDisk: (value: boolean) => {
      full = value;
    },
    /** Holds all requests until the returned function is called. */
    hold() {
      let open = (): void => undefined;
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return () => {
        gate = null;
        open();
      };
    },
  };
}
