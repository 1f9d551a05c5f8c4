import type { Cents } from '../../kernel/cents.ts';
import type { Day } from '../../kernel/day.ts';
import { finish, type Steps } from '../../kernel/steps.ts';
import type { PlannedRenewal, RenewalPlan } from './renewal-plan.ts';
import { clientKey } from '../../services/service.ts';
import type { AppState } from '../rows/state.ts';

/** The parts of a plan that are paid. Missed renewals are not. */
export type Paid = Pick<RenewalPlan, 'now' | 'sessions' | 'automatic'>;

type Pay = (on: Day, renewal: PlannedRenewal) => void;

/** Payments in one step. */
const slice = 5_000;

/** Calls `pay` for every payment with its day: the extension now, the sessions, and the automatic debits. */
export const eachPayment = (plan: Paid, pay: Pay): void => finish(eachPaymentInSteps(plan, pay));

/** The same calls in steps. */
export function* eachPaymentInSteps({ now, sessions, automatic }: Paid, pay: Pay): Steps<void> {
  const days = [{ day: null, windows: now }, ...sessions, { day: null, windows: automatic }];
  const payments = days.reduce((sum, { windows }) => sum + windows.length, 0);
  let paid = 0;
  for (const { day, windows } of days)
    for (const renewal of windows) {
      pay(day ?? renewal.from, renewal);
      paid += 1;
      if (paid % slice === 0) yield paid / payments;
    }
}

function moneyBy(plan: Paid, keyOf: (day: Day) => string): ReadonlyMap<string, Cents> {
  const parts = new Map<Day, number>();
  // Most payments are on the day of the one before.
  let last: { readonly on: Day; sum: number } | null = null;
  const add = (): void => {
    if (last !== null) parts.set(last.on, (parts.get(last.on) ?? 0) + last.sum);
  };
  eachPayment(plan, (on, { gross }) => {
    if (last?.on !== on) {
      add();
      last = { on, sum: 0 };
    }
    last.sum += gross;
  });
  add();
  const sums = new Map<string, Cents>();
  for (const [on, sum] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1)))
    sums.set(keyOf(on), ((sums.get(keyOf(on)) ?? 0) + sum) as Cents);
  return sums;
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
  eachPayment(plan, (_on, { gross }) => {
    total += gross;
  });
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
  eachPayment(plan, (on, { serviceId, holder, gross }) => {
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
  });
  return [...clients]
    .map(([key, { services, gross, ...client }]): ClientMoney => ({
      key,
      ...client,
      services: services.size,
      gross: gross as Cents,
    }))
    .sort((a, b) => b.gross - a.gross || (a.holder < b.holder ? -1 : 1));
}
