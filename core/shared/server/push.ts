import { mostCommands } from '../protocol.ts';
import type { StudioDatabase } from '../studio-database.ts';
import { createKeptStates } from './kept-states.ts';
import { takeCommands, type PushAnswer, type SentCommands, type TakingPorts } from './take-commands.ts';

export interface PushPorts extends TakingPorts {
  readonly database: StudioDatabase;
}

/** Takes the commands of desks. */
export interface Pushes {
  /** Throws if nobody knows whether they were taken: the desk sends the same numbers again. */
  take(studio: string, push: SentCommands): Promise<PushAnswer>;
}

/** At most so many pushes in one transaction. */
const mostPushes = 50;

interface Waiting extends SentCommands {
  readonly answer: (answer: PushAnswer) => void;
  readonly fail: (error: unknown) => void;
}

/** What waits for a studio. `most`: so many go into the next transaction. */
interface Queue {
  waiting: Waiting[];
  most: number;
  busy: boolean;
}

/**
 * Decides what several desks have sent meanwhile in one transaction: the studio's lock, the journal of the
 * database and the news cost the same for one push as for many. Within this process the transactions of a
 * studio also wait for each other, since they share the rows in memory.
 */
export function createPushes({ database, ...ports }: PushPorts): Pushes {
  const states = createKeptStates();
  const queues = new Map<string, Queue>();

  function queueOf(studio: string): Queue {
    const known = queues.get(studio);
    if (known !== undefined) return known;
    const made: Queue = { waiting: [], most: mostPushes, busy: false };
    queues.set(studio, made);
    return made;
  }

  async function takeNext(studio: string, queue: Queue): Promise<void> {
    const pushes = nextOf(queue);
    // Whatever fails from here on, the rows in memory may not be those of the database.
    const known = states.take(studio);
    try {
      const about = {
        desks: pushes.map(({ client }) => client),
        commands: pushes.flatMap(({ commands }) => commands.map(({ cid }) => cid)),
      };
      const taken = await database.write(studio, about, (transaction) =>
        takeCommands(transaction, known, pushes, ports),
      );
      if (taken !== undefined) states.keep(studio, taken.state);
      queue.most = Math.min(queue.most * 2, mostPushes);
      for (const [at, { answer }] of pushes.entries()) answer(taken?.answers[at] ?? { kind: 'not-known' });
    } catch (error) {
      // One of them may be the reason: the next ones go alone, so that it holds up nobody else for long.
      queue.most = 1;
      for (const { fail } of pushes) fail(error);
    }
  }

  async function work(studio: string, queue: Queue): Promise<void> {
    if (queue.busy) return;
    queue.busy = true;
    while (queue.waiting.length > 0) await takeNext(studio, queue);
    queue.busy = false;
  }

  return {
    take: (studio, push) =>
      new Promise((answer, fail) => {
        const queue = queueOf(studio);
        queue.waiting.push({ ...push, answer, fail });
        void work(studio, queue);
      }),
  };
}

/**
 * Takes the next ones out: one of each desk, in the order in which they came, with as many commands together
 * as one push may have.
 */
function nextOf(queue: Queue): readonly Waiting[] {
  const clients = new Set<string>();
  const next: Waiting[] = [];
  const left: Waiting[] = [];
  let room = mostCommands;
  for (const push of queue.waiting) {
    const fits = next.length === 0 || (next.length < queue.most && push.commands.length <= room);
    const goes = fits && !clients.has(push.client);
    if (goes) room -= push.commands.length;
    clients.add(push.client);
    (goes ? next : left).push(push);
  }
  queue.waiting = left;
  return next;
}
