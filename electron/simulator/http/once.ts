import type { Context } from 'hono';
import type { CommandKey } from '../../../core/kernel/id.ts';
import { err, ok, type Result } from '../../../core/kernel/result.ts';
import { commandKeySchema } from '../../../core/orders/order.ts';
import { digestOf, remember, repeatOf } from '../commands.ts';
import type { Counter } from '../counter.ts';
import { problem } from './http.ts';
import type { OrderAnswerRecord, SimulatorDocument } from '../state/state.ts';

export type Outcome = { readonly state: SimulatorDocument; readonly answer: OrderAnswerRecord };

/** The `Idempotency-Key` of a command, or a 400 that asks for it (oracle idempotency). */
export function keyOf(c: Context): Result<CommandKey, Response> {
  const parsed = commandKeySchema.safeParse(c.req.header('idempotency-key')?.toLowerCase());
  return parsed.success
    ? ok(parsed.data)
    : err(problem(c, 400, 'Campo non valido: Idempotency-Key: serve un UUID'));
}

/**
 * Processes a command once for each key. The new state and the answer become durable
 * together (oracle idempotency).
 */
export function once(
  c: Context,
  counter: Counter,
  key: CommandKey,
  payload: unknown,
  run: (state: SimulatorDocument) => Outcome,
): Response {
  const digest = digestOf(`${c.req.method} ${c.req.path}`, payload);
  const state = counter.state();
  const repeat = repeatOf(state, key, digest);
  if (repeat.kind === 'other-payload')
    return problem(c, 422, 'Idempotency-Key già usata con un altro contenuto');
  if (repeat.kind === 'same') return c.json(repeat.answer);
  const outcome = run(state);
  counter.commit(remember(outcome.state, key, digest, outcome.answer));
  return c.json(outcome.answer);
}

/**
 * Like `once`, for a command that may be repeated without harm. Its key may be absent; the changes
 * then show no processed command.
 */
export function onceOrAgain(
  c: Context,
  counter: Counter,
  payload: unknown,
  run: (state: SimulatorDocument) => Outcome,
): Response {
  if (c.req.header('idempotency-key') !== undefined) {
    const key = keyOf(c);
    return key.ok ? once(c, counter, key.value, payload, run) : key.error;
  }
  const outcome = run(counter.state());
  counter.commit(outcome.state);
  return c.json(outcome.answer);
}
