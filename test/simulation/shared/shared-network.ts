// The network between the desks and the servers of a shared studio, with its faults.
import type { HttpAnswer, HttpRequest, Rng } from '../../../core/ports.ts';
import type { Answering } from '../../../core/shared/server/answer.ts';
import type { MessageFault } from './shared-schedule.ts';

export interface SharedNetwork {
  /** The network as this desk has it. Each request goes to any of the servers. */
  from(desk: number): (request: HttpRequest) => Promise<HttpAnswer>;
  partition(desk: number, on: boolean): void;
  /** The next messages, of whichever desk, have this fault. */
  fail(kind: MessageFault, times: number): void;
  /** No fault any more. */
  calm(): void;
  inFlight(): number;
}

export function createSharedNetwork({
  after,
  chance,
  servers,
}: {
  readonly after: (ms: number) => Promise<void>;
  readonly chance: Rng;
  readonly servers: readonly Answering[];
}): SharedNetwork {
  const partitioned = new Set<number>();
  let fault: { readonly kind: MessageFault; times: number } | null = null;
  let inFlight = 0;

  async function ask(request: HttpRequest): Promise<HttpAnswer> {
    const server = servers[Math.floor(chance.next() * servers.length)] as Answering;
    const { status, body } = await server(request);
    return { kind: 'answer', status, headers: {}, body: JSON.stringify(body) };
  }

  return {
    from: (desk) => async (request) => {
      inFlight += 1;
      try {
        await after(5);
        if (partitioned.has(desk)) return { kind: 'unreachable' };
        const kind = fault === null || fault.times <= 0 ? null : fault.kind;
        if (fault !== null) fault.times -= 1;
        if (kind === 'lost') return { kind: 'unreachable' };
        if (kind === 'slow') await after(10_000);
        const answers =
          kind === 'doubled' ? await Promise.all([ask(request), ask(request)]) : [await ask(request)];
        await after(5);
        // The answer of either may come back.
        return kind === 'reply-lost' || partitioned.has(desk)
          ? { kind: 'no-answer' }
          : (answers.at(-1) as HttpAnswer);
      } finally {
        inFlight -= 1;
      }
    },
    partition(desk, on) {
      if (on) partitioned.add(desk);
      else partitioned.delete(desk);
    },
    fail(kind, times) {
      fault = { kind, times };
    },
    calm() {
      partitioned.clear();
      fault = null;
    },
    inFlight: () => inFlight,
  };
}
