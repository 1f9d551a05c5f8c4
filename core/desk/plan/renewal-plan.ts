import { addDays, addMonths, type Day } from '../../kernel/day.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { ServiceId } from '../../kernel/id.ts';
import type { Result } from '../../kernel/result.ts';
import { finish, within, type Steps } from '../../kernel/steps.ts';
import { isBankWorkingDay, isPostalWorkingDay } from '../../kernel/working-day.ts';
import { latestSafeDay, type PaymentMethod } from '../../orders/payment.ts';
import { forecast, yearsFrom } from '../../renewals/forecast.ts';
import { fewestSessionsInSteps, type SessionPlan } from '../../renewals/sessions.ts';
import { renewalWindow, type RenewalWindow } from '../../renewals/windows.ts';
import { automaticDebitOf } from '../../services/lifecycle.ts';
import type { CartRefusal } from '../cart/refusals.ts';
import { cartPricing } from '../cart/cart-figures.ts';
import type { RenewalChoices } from '../rows/renewal-choices.ts';
import { renewalId } from './renewal-orders.ts';
import { extensionId, serviceRenewals, type RenewalState } from './service-renewals.ts';

/**
 * One renewal of one service: the days on which it can be ordered, and its cost by today's price list in
 * cents. `renewalLines` says what it consists of.
 */
export interface PlannedRenewal extends RenewalWindow {
  readonly serviceId: ServiceId;
  readonly holder: string;
  readonly expiry: Day;
  readonly target: Day;
  readonly net: Cents;
  readonly vat: Cents;
  readonly gross: Cents;
}

export interface RenewalPlan extends SessionPlan<PlannedRenewal> {
  /**
   * The cost today of the extension that the choices assume, one order a service. Empty if none is assumed.
   */
  readonly now: readonly PlannedRenewal[];
  /**
   * Renewals that the vendor makes by itself, 7 days before the expiry (rules F). `from` and `to` are the day
   * of the debit.
   */
  readonly automatic: readonly PlannedRenewal[];
  /** The number of days on which one would order without a plan, each service on its own latest safe day. */
  readonly daysWithoutPlan: number;
}

type Amounts = Pick<PlannedRenewal, 'net' | 'vat' | 'gross'>;

interface Renewals {
  readonly now: readonly PlannedRenewal[];
  readonly byHand: readonly PlannedRenewal[];
  readonly automatic: readonly PlannedRenewal[];
}

/**
 * Says whether a session may be on a day: a bank working day, or a postal one for postal slips. That holds
 * also for methods that count on other days (rules A5, I2).
 */
const sessionDay = (method: PaymentMethod): ((day: Day) => boolean) =>
  method === 'prefilled-slip' || method === 'blank-slip' ? isPostalWorkingDay : isBankWorkingDay;

/** The same function, which works each day out once: ten thousand services share a few hundred days. */
function byDay<T>(work: (day: Day) => T): (day: Day) => T {
  const known = new Map<Day, T>();
  return (day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const value = work(day);
    known.set(day, value);
    return value;
  };
}

/** Services in one step. */
const slice = 100;

/** One expiry, the next one, and the days between which the renewal can be ordered. */
interface RenewalDays {
  readonly expiry: Day;
  readonly target: Day;
  readonly from: Day;
  readonly to: Day;
  /** The day of the vendor's debit. */
  readonly debit: Day;
}

/**
 * Says the days of one renewal (`of`), or of one each year from an expiry on (`yearly`). Ten thousand
 * services share a few hundred expiries, so these are worked out once.
 */
function renewalDays(
  { today }: Pick<RenewalState, 'today'>,
  { method, noticeMonths, horizonMonths }: RenewalChoices,
): {
  readonly of: (expiry: Day, target: Day, anchor: number) => RenewalDays;
  readonly yearly: (first: Day, anchor: number) => readonly RenewalDays[];
} {
  const until = addMonths(today, horizonMonths);
  const known = new Map<string, readonly RenewalDays[]>();
  const of = (expiry: Day, target: Day, anchor: number): RenewalDays => {
    const latestSafe = latestSafeDay(method, expiry);
    const { from, to } = renewalWindow({ id: '', expiry, anchor, latestSafe, today, noticeMonths });
    return { expiry, target, from, to, debit: automaticDebitOf(expiry) };
  };
  const yearly = (first: Day, anchor: number): readonly RenewalDays[] => {
    const key = `${first} ${anchor}`;
    const found =
      known.get(key) ?? yearsFrom(first, anchor, until).map(([expiry, target]) => of(expiry, target, anchor));
    known.set(key, found);
    return found;
  };
  return { of, yearly };
}

/** Every renewal that is due before the end of the horizon. */
function* comingRenewals(state: RenewalState, choices: RenewalChoices): Steps<Result<Renewals, CartRefusal>> {
  const pricing = cartPricing(state);
  if (!pricing.ok) return pricing;
  const renewalsOf = serviceRenewals(state, choices, pricing.value);
  const days = renewalDays(state, choices);
  const { today } = state;
  const now: PlannedRenewal[] = [];
  const byHand: PlannedRenewal[] = [];
  const automatic: PlannedRenewal[] = [];
  let done = 0;
  for (const service of state.replica.services.values()) {
    done += 1;
    if (done % slice === 0) yield done / state.replica.services.size;
    const { id: serviceId, holder, automaticRenewal } = service;
    const { now: extension, input } = renewalsOf(service);
    if (extension !== null) {
      const { lines: _lines, ...extended } = extension;
      now.push({ ...extended, id: extensionId(serviceId), serviceId, holder, from: today, to: today });
    }
    if (input === null) continue;
    const { different, yearly } = forecast(input);
    const plans = automaticRenewal ? automatic : byHand;
    const add = ({ expiry, target, from, to, debit }: RenewalDays, { net, vat, gross }: Amounts): void =>
      void plans.push({
        id: renewalId(serviceId, expiry),
        serviceId,
        holder,
        expiry,
        target,
        net,
        vat,
        gross,
        from: automaticRenewal ? debit : from,
        to: automaticRenewal ? debit : to,
      });
    for (const one of different) add(days.of(one.expiry, one.target, one.anchor), one);
    if (yearly !== null) for (const one of days.yearly(yearly.from, yearly.anchor)) add(one, yearly);
  }
  return { ok: true, value: { now, byHand, automatic } };
}

/**
 * Plans the renewals on the fewest working days on which all can be ordered in time, with the least money
 * paid early (rule I2).
 */
export const planRenewals = (
  state: RenewalState,
  choices: RenewalChoices,
): Result<RenewalPlan, CartRefusal> => finish(planRenewalsInSteps(state, choices));

/** The same plan in steps, for a preview while the window answers. */
export function* planRenewalsInSteps(
  state: RenewalState,
  choices: RenewalChoices,
): Steps<Result<RenewalPlan, CartRefusal>> {
  const renewals = yield* within(comingRenewals(state, choices), 0, 0.8);
  if (!renewals.ok) return renewals;
  const { now, byHand, automatic } = renewals.value;
  const forbidden = new Set(choices.forbidden);
  const works = sessionDay(choices.method);
  const isWorkingDay = byDay((day) => works(day) && !forbidden.has(day));
  const lastWorkingDay = byDay((to) => {
    let day = to;
    while (!works(day)) day = addDays(day, -1);
    return day;
  });
  yield 0.8;
  const sessions = fewestSessionsInSteps({
    windows: byHand,
    isWorkingDay,
    forced: choices.forced,
    money: ({ gross }) => gross,
  });
  const plan = yield* within(sessions, 0.8, 0.95);
  yield 0.95;
  const daysWithoutPlan = new Set(
    byHand.filter(({ from, to }) => from <= to).map(({ to }) => lastWorkingDay(to)),
  ).size;
  return { ok: true, value: { ...plan, now, automatic, daysWithoutPlan } };
}
