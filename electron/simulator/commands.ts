import { createHash } from 'node:crypto';
import type { CommandKey } from '../../core/kernel/id.ts';
import { accepted, refusalCodes } from '../../core/aruba/protocol.ts';
import { putCommand } from './state/change-log.ts';
import type { OrderAnswerRecord, SimulatorDocument } from './state/state.ts';

/** The value as JSON with sorted keys, so that equal values give equal text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`;
}

/** A digest of everything that a command asks for: its path and its payload. */
export const digestOf = (path: string, payload: unknown): string =>
  createHash('sha256')
    .update(`${path}\n${canonical(payload)}`)
    .digest('hex');

export type Repeat =
  | { readonly kind: 'new' }
  | { readonly kind: 'same'; readonly answer: OrderAnswerRecord }
  | { readonly kind: 'other-payload' };

/**
 * Whether a key was seen before. The same payload gets the same answer again; another payload is a
 * mistake (oracle idempotency).
 */
export function repeatOf(state: SimulatorDocument, key: CommandKey, digest: string): Repeat {
  const known = state.commands.get(key);
  if (known === undefined) return { kind: 'new' };
  if (known.digest !== digest) return { kind: 'other-payload' };
  const { errorCode, errorDescription, orderNumber, vendorQuote } = known.processed;
  return { kind: 'same', answer: { errorCode, errorDescription, orderNumber, vendorQuote } };
}

export const acceptance = (
  orderNumber: OrderAnswerRecord['orderNumber'],
  text: string,
): OrderAnswerRecord => ({
  errorCode: accepted,
  errorDescription: text,
  orderNumber,
  vendorQuote: null,
});

export const refusal = (
  code: keyof typeof refusalCodes,
  text: string,
  rest: Partial<Pick<OrderAnswerRecord, 'orderNumber' | 'vendorQuote'>> = {},
): OrderAnswerRecord => ({
  errorCode: refusalCodes[code],
  errorDescription: text,
  orderNumber: null,
  vendorQuote: null,
  ...rest,
});

/**
 * Marks the command as processed, accepted or refused. Stores its answer, and adds it as the
 * last change of the request.
 */
export const remember = (
  state: SimulatorDocument,
  key: CommandKey,
  digest: string,
  answer: OrderAnswerRecord,
): SimulatorDocument => putCommand(state, { digest, processed: { key, ...answer } });
