import { useMemo, useState } from 'react';
import type { ProposedFact } from './proposed-facts.ts';
import type { Line } from './lines.ts';
import type { Review, ReviewLine } from './review.ts';

/** The state of a tick that stands for several. */
export type Share = 'all' | 'some' | 'none';

/** What is recorded. Only what differs from the first state is remembered. */
export interface Ticks {
  readonly has: (key: string) => boolean;
  readonly share: (keys: readonly string[]) => Share;
  readonly set: (keys: readonly string[], on: boolean) => void;
}

/** Whether a line can be taken: it is known what it sells, or the person keeps it without. */
export const canTake = ({ kind }: ReviewLine): boolean => kind !== 'ask' && kind !== 'left-out';

/** `unlikely`: what is not ticked at first. */
export function useTicks(unlikely: ReadonlySet<string>): Ticks {
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  return useMemo(() => {
    const has = (key: string): boolean => turned.get(key) ?? !unlikely.has(key);
    return {
      has,
      set(keys, on) {
        setTurned(new Map([...turned, ...keys.map((key) => [key, on] as const)]));
      },
      share(keys) {
        const on = keys.filter(has).length;
        return on === 0 ? 'none' : on === keys.length ? 'all' : 'some';
      },
    };
  }, [turned, unlikely]);
}

const invoiceKeys = ({ known, lines }: Review['invoices'][number]): readonly string[] =>
  known ? [] : lines.filter(canTake).map(({ key }) => key);

/** The ticks that a row stands for: its own, those of its invoice, or all of them without a row. */
export function keysOf(line: Line | null, review: Review): readonly string[] {
  if (line === null) return review.invoices.flatMap(invoiceKeys);
  switch (line.kind) {
    case 'invoice':
      return invoiceKeys(line.invoice);
    case 'line':
      return !line.invoice.known && canTake(line.line) ? [line.key] : [];
    case 'fact':
      return [line.key];
    case 'finding':
      return line.finding.what === 'day' ? [line.key] : [];
    default:
      return [];
  }
}

/** The facts whose line is taken and whose own tick is on. */
export const tickedFacts = (facts: readonly ProposedFact[], ticks: Ticks): readonly ProposedFact[] =>
  facts.filter((fact) => ticks.has(fact.key) && ticks.has(fact.line.key));
