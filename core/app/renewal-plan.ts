import { addDays, addMonths, type Day } from '../kernel/day.ts';
import type { Cents } from '../kernel/cents.ts';
import type { ServiceId } from '../kernel/id.ts';
import type { Result } from '../kernel/result.ts';
import { isBankWorkingDay, isPostalWorkingDay } from '../kernel/working-day.ts';
import { latestSafeDay, type PaymentMethod } from '../orders/payment.ts';
import { pricedItems } from '../quotes/quote.ts';
import { futureRenewals } from '../renewals/forecast.ts';
import { fewestSessions, type SessionPlan } from '../renewals/sessions.ts';
import { renewalWindow, type RenewalWindow } from '../renewals/windows.ts';
import { milestones, phaseOf } from '../services/lifecycle.ts';
import { baseItem, type Service } from '../services/service.ts';
import type { Refusal } from './command.ts';
import { cartPricing } from './decide-cart.ts';
import type { AppState } from './state.ts';

/** How the renewals are to be ordered. */
export interface RenewalChoices {
  readonly method: PaymentMethod;
  /** The window opens so many months before the expiry (rules F, I2). */
  readonly noticeMonths: number;
  /** How far to look, from today. */
  readonly horizonMonths: number;
  readonly forced: readonly Day[];
  readonly forbidden: readonly Day[];
}

export const defaultRenewalChoices: RenewalChoices = { method: 'bank-transfer', noticeMonths: 3, horizonMonths: 12, forced: [], forbidden: [] };

/** One renewal of one service with the days on which it can be ordered, and what it costs by today's price list. */
export interface PlannedRenewal extends RenewalWindow {
  readonly serviceId: ServiceId;
  readonly holder: string;
  readonly expiry: Day;
  readonly target: Day;
  readonly gross: Cents;
}

export interface RenewalPlan extends SessionPlan<PlannedRenewal> {
  /** Renewed by the vendor itself, 7 days before the expiry (rule F): `from` and `to` are the day of the debit. */
  readonly automatic: readonly PlannedRenewal[];
  /** On how many different days one would order without a plan: each service on its own latest safe day. */
  readonly daysWithoutPlan: number;
}

interface Renewals {
  readonly byHand: readonly PlannedRenewal[];
  readonly automatic: readonly PlannedRenewal[];
}

/** Sessions are on working days, of the post for its slips, whatever other days a method would take (rules A5, I2). */
const sessionDay = (method: PaymentMethod): ((day: Day) => boolean) =>
  method === 'prefilled-slip' || method === 'blank-slip' ? isPostalWorkingDay : isBankWorkingDay;

/** Every renewal that falls due before the end of the horizon. Services that wait, are in grace or deleted have none: they are reactivated first. */
function comingRenewals(state: AppState, choices: RenewalChoices): Result<Renewals, Refusal> {
  const pricing = cartPricing(state);
  if (!pricing.ok) return pricing;
  const { rule, priceList } = pricing.value;
  const until = addMonths(state.today, choices.horizonMonths);
  // Ten thousand services have a few hundred dates: each latest safe day is looked for once.
  const known = new Map<Day, Day>();
  const latest = (expiry: Day): Day => {
    const day = known.get(expiry) ?? latestSafeDay(choices.method, expiry);
    known.set(expiry, day);
    return day;
  };
  const byHand: PlannedRenewal[] = [];
  const automatic: PlannedRenewal[] = [];
  for (const service of state.replica.services.values()) {
    for (const { expiry, anchor, target, gross } of renewalsOf(service)) {
      const renewal = { id: `${service.id}@${expiry}`, serviceId: service.id, holder: service.holder, expiry, target, gross };
      if (service.automaticRenewal) {
        const debit = milestones(expiry, anchor).automaticDebit;
        automatic.push({ ...renewal, from: debit, to: debit });
      } else {
        const window = renewalWindow({ id: renewal.id, expiry, anchor, latestSafe: latest(expiry), today: state.today, noticeMonths: choices.noticeMonths });
        byHand.push({ ...renewal, ...window });
      }
    }
  }
  return { ok: true, value: { byHand, automatic } };

  function renewalsOf(service: Service) {
    const base = baseItem(service);
    const phase = phaseOf(service, state.today);
    if (base === undefined || phase === 'waiting' || phase === 'grace' || phase === 'deleted') return [];
    const [first] = pricedItems([base], priceList);
    if (first === undefined) return [];
    const others = pricedItems(
      service.items.filter(({ id }) => id !== base.id),
      priceList,
    );
    return futureRenewals({
      service: first,
      items: others,
      rule,
      vatBasisPoints: priceList.vatBasisPoints,
      until,
      ordered: (expiry) => (service.automaticRenewal ? milestones(expiry).automaticDebit : latest(expiry)),
    });
  }
}

/** The fewest working days on which everything can be ordered in time, with the least money paid early (rule I2). */
export function planRenewals(state: AppState, choices: RenewalChoices): Result<RenewalPlan, Refusal> {
  const renewals = comingRenewals(state, choices);
  if (!renewals.ok) return renewals;
  const { byHand, automatic } = renewals.value;
  const forbidden = new Set(choices.forbidden);
  const works = sessionDay(choices.method);
  const isWorkingDay = (day: Day): boolean => works(day) && !forbidden.has(day);
  const lastWorkingDay = (to: Day): Day => {
    let day = to;
    while (!works(day)) day = addDays(day, -1);
    return day;
  };
  const plan = fewestSessions({ windows: byHand, isWorkingDay, forced: choices.forced, cost: ({ gross }, _day, daysEarly) => gross * daysEarly });
  const daysWithoutPlan = new Set(byHand.filter(({ from, to }) => from <= to).map(({ to }) => lastWorkingDay(to))).size;
  return { ok: true, value: { ...plan, automatic, daysWithoutPlan } };
}

/** Money by month of payment, in the order of the months (rule I4): what is ordered in the sessions, and the automatic debits. */
export function moneyByMonth({ sessions, automatic }: Pick<RenewalPlan, 'sessions' | 'automatic'>): ReadonlyMap<string, Cents> {
  const months = new Map<string, number>();
  const add = (day: Day, gross: Cents): void => void months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + gross);
  for (const { day, windows } of sessions) for (const { gross } of windows) add(day, gross);
  for (const { from, gross } of automatic) add(from, gross);
  return new Map([...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, gross]) => [month, gross as Cents]));
}
