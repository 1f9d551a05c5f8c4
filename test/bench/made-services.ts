// Made-up services that resemble a firm's. The same number always gives the same services.
import type { ItemKind } from '../../core/catalog/item.ts';
import { cents, type Cents } from '../../core/kernel/cents.ts';
import { addDays, dayOfMonth, type Day } from '../../core/kernel/day.ts';
import type { PortfolioService } from '../../core/quotes/portfolio.ts';

/** Marsaglia's xorshift: whole numbers below `most`. The same seed gives the same sequence. */
function chance(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 1) % most;
  };
}

const sold: readonly (readonly [ItemKind, Cents])[] = [
  ['e-invoicing', cents(2990)],
  ['user', cents(490)],
  ['user', cents(490)],
  ['documents', cents(1990)],
  ['collections', cents(1990)],
  ['extra-gb', cents(990)],
];

const firstExpiry = '2026-11-25' as Day;
const days = 800;

/** Yields `count` services with 6 items each. Every item has its own date out of 800 days. */
export function* madeServices(count: number, seed = 20_261_124): Generator<PortfolioService> {
  const next = chance(seed);
  const calendar = Array.from({ length: days }, (_, index) => addDays(firstExpiry, index));
  const anchors = calendar.map(dayOfMonth);
  for (let service = 0; service < count; service += 1) {
    const items = sold.map(([kind, yearly], index) => {
      const date = next(days);
      const quantity = kind === 'user' || kind === 'extra-gb' ? 1 + next(12) : 1;
      return {
        id: String(index),
        kind,
        quantity,
        yearly,
        expiry: calendar[date] ?? firstExpiry,
        anchor: anchors[date] ?? 1,
      };
    });
    yield { id: String(service), items };
  }
}
