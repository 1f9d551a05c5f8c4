import type { WaitingCommand } from '../../desk/rows/shared-rows.ts';
import type { CommandResult, Page } from '../../shared/protocol.ts';
import type { SharedClient, SharedProblem } from './shared-client.ts';

/** The results of what was sent, and what this desk lacks, if that came with the last of them. */
export interface Sent {
  readonly results: readonly CommandResult[];
  readonly page: Page | null;
}

/**
 * Sends everything that waits. Returns what came back, or what went wrong. `becomeAnother`: asks for a new
 * id, because two desks have this one; returns what went wrong, or null.
 */
export async function sendWaiting(
  client: Pick<SharedClient, 'push'>,
  waiting: () => readonly WaitingCommand[],
  becomeAnother: () => Promise<SharedProblem | null>,
): Promise<Sent | SharedProblem> {
  const results = new Map<string, CommandResult>();
  let page: Page | null = null;
  for (;;) {
    const left = waiting().filter(({ id }) => !results.has(id));
    if (left.length === 0) return { results: [...results.values()], page };
    const pushed = await client.push(left);
    if (pushed.kind === 'problem') return pushed.problem;
    if (pushed.kind === 'conflict') {
      // A gap shows that the server has another past: the pull reads it.
      if (pushed.reason === 'gap') return { results: [...results.values()], page: null };
      const problem = await becomeAnother();
      if (problem !== null) return problem;
      // The new id has taken nothing yet. The server knows by their ids what it has.
      results.clear();
      page = null;
      continue;
    }
    for (const result of pushed.value.results) results.set(result.cid, result);
    if (pushed.value.results.length === 0) return 'unreadable';
    ({ page } = pushed.value);
  }
}
