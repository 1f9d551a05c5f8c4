import type { Cents } from '../../kernel/cents.ts';
import type { Day } from '../../kernel/day.ts';
import type { PlannedRenewal, RenewalPlan } from './renewal-plan.ts';
import { clientKey } from '../../services/service.ts';
import type { AppState } from '../rows/state.ts';

/** The parts of a plan that are paid. Missed renewals are not. */
export type Paid = Pick<RenewalPlan, 'now' | 'sessions' | 'automatic'>;

/** Every payment with its day: the extension now, the sessions, and the automatic debits. */
export function* payments({
  now,
  sessions,
  automatic,
}: Paid): Generator<{ readonly on: Day; readonly renewal: PlannedRenewal }> {
  for (const renewal of now) yield { on: renewal.from, renewal };
  for (const { day: on, windows } of sessions) for (const renewal of windows) yield { on, renewal };
  for (const renewal of automatic) yield { on: renewal.from, renewal };
}

function moneyBy(plan: Paid, keyOf: (day: Day) => string): ReadonlyMap<string, Cents> {
  const parts = new Map<string, number>();
  for (const { on, renewal } of payments(plan))
    parts.set(keyOf(on), (parts.get(keyOf(on)) ?? 0) + renewal.gross);
  return new Map(
    [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, gross]) => [key, gross as Cents]),
  );
}

/** Cents by month of payment, VAT included, in the order of the months (rule I4). */
export const moneyByMonth = (plan: Paid): ReadonlyMap<string, Cents> =>
  moneyBy(plan, (day) => day.slice(0, 7));

/** Cents by calendar year of payment, VAT included, in the order of the years (rule I4). */
export const moneyByYear = (plan: Paid): ReadonlyMap<string, Cents> =>
  moneyBy(plan, (day) => day.slice(0, 4));

/** The sum of all payments in cents, VAT included. */
export const moneyInAll = (plan: Paid): Cents => {
  let total = 0;
  for (const { renewal } of payments(plan)) total += renewal.gross;
  return total as Cents;
};

/** One client with the sum of its payments. */
export interface ClientMoney {
  /** Which client it is: see `clientKey`. */
  readonly key: string;
  readonly vatCode: string;
  readonly holder: string;
  readonly services: number;
  readonly byYear: ReadonlyMap<string, Cents>;
  readonly byMonth: ReadonlyMap<string, Cents>;
  readonly gross: Cents;
}

/**
 * Cents by client, VAT included, the highest first. One VAT number is one client, however many services it
 * has (rule I4). A client without one is known by its name.
 */
export function moneyByClient({ replica }: Pick<AppState, 'replica'>, plan: Paid): readonly ClientMoney[] {
  interface Sum {
    readonly vatCode: string;
    readonly holder: string;
    readonly services: Set<string>;
    readonly byYear: Map<string, Cents>;
    readonly byMonth: Map<string, Cents>;
    gross: number;
  }
  const add = (sums: Map<string, Cents>, key: string, gross: Cents): unknown =>
    sums.set(key, ((sums.get(key) ?? 0) + gross) as Cents);
  const clients = new Map<string, Sum>();
  for (const { on, renewal } of payments(plan)) {
    const { serviceId, holder, gross } = renewal;
    const vatCode = replica.services.get(serviceId)?.vatCode ?? '';
    const key = clientKey({ vatCode, holder });
    const client = clients.get(key) ?? {
      vatCode,
      holder,
      services: new Set(),
      byYear: new Map(),
      byMonth: new Map(),
      gross: 0,
    };
    client.services.add(serviceId);
    add(client.byYear, on.slice(0, 4), gross);
    add(client.byMonth, on.slice(0, 7), gross);
    client.gross += gross;
    clients.set(key, client);
  }
  return [...clients]
    .map(([key, { services, gross, ...client }]): ClientMoney => ({
      key,
      ...client,
      services: services.size,
      gross: gross as Cents,
    }))
    .sort((a, b) => b.gross - a.gross || (a.holder < b.holder ? -1 : 1));
}
