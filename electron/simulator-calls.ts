import type { BackendRefusal } from '../core/bridge/refusals.ts';
import { readJson } from '../core/aruba/access.ts';
import {
  accepted,
  simulatorAnswerSchema,
  simulatorStateSchema,
  type SimulatorAction,
  type SimulatorState,
} from '../core/aruba/protocol.ts';
import { parse } from '../core/kernel/parse.ts';
import { err, ok, type Result } from '../core/kernel/result.ts';
import type { Fetch, HttpAnswer } from '../core/ports.ts';

const timeoutMs = 10_000;

/** Calls of the simulator's own page, over the same HTTP as everything else. */
export function simulatorCalls(fetch: Fetch) {
  const body = (answer: HttpAnswer): Result<unknown, BackendRefusal> =>
    answer.kind === 'answer' ? ok(readJson(answer.body)) : err({ reason: 'unreachable' });
  return {
    async state(): Promise<Result<SimulatorState, BackendRefusal>> {
      const read = body(await fetch({ method: 'GET', path: '/simulator/state', headers: {}, timeoutMs }));
      if (!read.ok) return read;
      const parsed = parse(simulatorStateSchema, read.value);
      return parsed.ok ? parsed : err({ reason: 'unreadable-answer' });
    },
    async act(action: SimulatorAction): Promise<Result<SimulatorState, BackendRefusal>> {
      const read = body(
        await fetch({
          method: 'POST',
          path: '/simulator/actions',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(action),
          timeoutMs,
        }),
      );
      if (!read.ok) return read;
      const parsed = parse(simulatorAnswerSchema, read.value);
      if (!parsed.ok) return err({ reason: 'unreadable-answer' });
      return parsed.value.errorCode === accepted
        ? ok(parsed.value.state)
        : err({ reason: 'refused', description: parsed.value.errorDescription });
    },
  };
}
