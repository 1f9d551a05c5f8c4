// Two sides of a port that ask each other: the main process, and the thread of the open studio's desk.
import { AsyncLocalStorage } from 'node:async_hooks';

/** What a Worker and the port to its parent have in common. */
export interface Port {
  postMessage(message: unknown, transfer: readonly never[]): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

type Message =
  /** `during`: the call of the other side that this question belongs to. */
  | ({ readonly kind: 'ask'; readonly id: number; readonly name: string; readonly payload: unknown } & {
      readonly during: number | null;
    })
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: unknown }
  | { readonly kind: 'tell'; readonly name: string; readonly payload: unknown };

/** What one side does with the messages of the other one, by name. */
export interface Ears {
  readonly answers: Readonly<Record<string, (payload: never) => unknown>>;
  readonly hears: Readonly<Record<string, (payload: never) => void>>;
}

export interface Talk {
  /** Rejects with a copy of the error that the other side has thrown. */
  ask(name: string, payload: unknown): Promise<unknown>;
  /** Messages arrive in the order in which they were sent, whether they ask or tell. */
  tell(name: string, payload: unknown): void;
  /** Rejects everything that waits for an answer, and everything that is asked from now on. */
  end(error: unknown): void;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** Runs work as part of the call that asked: a dialog then belongs to that call's window. */
  readonly within: <T>(work: () => T) => T;
}

/** Listens at the port. A question that comes during an answer runs within the call that asked for it. */
export function talkOver(port: Port, { answers, hears }: Ears): Talk {
  const waiting = new Map<number, Waiting>();
  const answering = new AsyncLocalStorage<number>();
  let last = 0;
  let ended: { readonly error: unknown } | null = null;
  const post = (message: Message): void => port.postMessage(message, []);

  async function answer(id: number, name: string, payload: unknown): Promise<void> {
    try {
      const value = await answering.run(id, () => answers[name]?.(payload as never));
      post({ kind: 'answer', id, value });
    } catch (error) {
      post({ kind: 'failed', id, error });
    }
  }

  port.on('message', (received) => {
    const message = received as Message;
    if (message.kind === 'tell') return hears[message.name]?.(message.payload as never);
    if (message.kind === 'ask') {
      const asker = message.during === null ? undefined : waiting.get(message.during);
      const work = (): void => void answer(message.id, message.name, message.payload);
      return asker === undefined ? work() : asker.within(work);
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'answer') asked?.resolve(message.value);
    else asked?.reject(message.error);
  });

  return {
    ask: (name, payload) =>
      new Promise((resolve, reject) => {
        if (ended !== null) return reject(ended.error);
        const id = (last += 1);
        waiting.set(id, { resolve, reject, within: AsyncLocalStorage.snapshot() });
        post({ kind: 'ask', id, name, payload, during: answering.getStore() ?? null });
      }),
    tell: (name, payload) => post({ kind: 'tell', name, payload }),
    end(error) {
      ended = { error };
      for (const asked of waiting.values()) asked.reject(error);
      waiting.clear();
    },
  };
}
