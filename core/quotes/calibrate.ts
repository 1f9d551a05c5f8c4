import type { Cents } from '../kernel/cents.ts';
import type { Day } from '../kernel/day.ts';
import { centsSchema, daySchema, z } from '../kernel/parse.ts';
import { ok, type Result } from '../kernel/result.ts';
import { defaultOffPolicy, offPolicies, type OffPolicy } from '../renewals/add-users.ts';
import { monthRules, type MonthRule } from '../renewals/months.ts';
import type { Service } from '../services/service.ts';
import { addUsersFigures, type FiguresRefusal } from './figures.ts';

/** A purchase as Aruba's cart showed it: only what the person saw there. */
export interface Receipt {
  readonly extension: boolean;
  /** The totals that the cart showed, in cents. At least one of net, gross and usersUntil is needed. */
  readonly net: Cents | null;
  readonly gross: Cents | null;
  /** The last day of the new users. If the extension is off, it distinguishes the two policies. */
  readonly usersUntil: Day | null;
}

export const receiptSchema = z.object({
  extension: z.boolean(),
  net: centsSchema.nullable(),
  gross: centsSchema.nullable(),
  usersUntil: daySchema.nullable(),
});

type Purchase = Omit<Parameters<typeof addUsersFigures>[0], 'extension' | 'rule' | 'offPolicy'>;

/** One reading that gives exactly what the cart showed. Aruba does not say which reading is right. */
export interface Fit {
  readonly rule: MonthRule;
  readonly offPolicy: OffPolicy;
}

/** All readings that were tried, with the total of each. */
export interface Calibration {
  readonly fits: readonly Fit[];
  readonly tried: readonly (Fit & { readonly net: Cents; readonly gross: Cents; readonly usersUntil: Day })[];
}

/**
 * Finds the month rules that give a receipt to the cent or, if the extension is off, the policies that give
 * its date (rule I3). With the extension off no months are missing, so the rule stays open; with it on, the
 * policy stays open. No reading may fit, or several. Refuses what addUsersFigures refuses.
 */
export function calibrate(purchase: Purchase, receipt: Receipt): Result<Calibration, FiguresRefusal> {
  const readings: readonly Fit[] = receipt.extension
    ? monthRules.map((rule) => ({ rule, offPolicy: defaultOffPolicy }))
    : offPolicies.map((offPolicy) => ({ rule: monthRules[0], offPolicy }));
  const tried: Calibration['tried'][number][] = [];
  for (const reading of readings) {
    const quote = addUsersFigures({ ...purchase, ...reading, extension: receipt.extension });
    if (!quote.ok) return quote;
    const { net, gross, lines, target } = quote.value;
    tried.push({
      ...reading,
      net,
      gross,
      usersUntil: lines.find((line) => line.reason === 'bought')?.newExpiry ?? target,
    });
  }
  const agrees = <T>(shown: T | null, found: T): boolean => shown === null || shown === found;
  const fits = tried.filter(
    (one) =>
      agrees(receipt.net, one.net) &&
      agrees(receipt.gross, one.gross) &&
      agrees(receipt.usersUntil, one.usersUntil),
  );
  return ok({ fits: fits.map(({ rule, offPolicy }) => ({ rule, offPolicy })), tried });
}

/** A purchase whose total would distinguish the remaining rules. */
export interface DecidingPurchase {
  readonly service: Service;
  readonly quantity: number;
  readonly totals: readonly { readonly rule: MonthRule; readonly gross: Cents }[];
}

const mostTried = 5;

/**
 * Finds the purchase that distinguishes the most of several fitting rules: the first one with the extension
 * on, of 1 to 5 users on one of the services. Returns undefined if no purchase distinguishes them.
 */
export function decidingPurchase(
  services: Iterable<Service>,
  rules: readonly MonthRule[],
  pricing: Omit<Purchase, 'service' | 'quantity' | 'modules'>,
): DecidingPurchase | undefined {
  let best: { readonly purchase: DecidingPurchase; readonly apart: number } | undefined;
  for (const service of services) {
    for (let quantity = 1; quantity <= mostTried; quantity += 1) {
      const totals = rules.flatMap((rule) => {
        const quote = addUsersFigures({
          ...pricing,
          service,
          quantity,
          modules: [],
          rule,
          offPolicy: defaultOffPolicy,
          extension: true,
        });
        return quote.ok ? [{ rule, gross: quote.value.gross }] : [];
      });
      const apart = new Set(totals.map(({ gross }) => gross)).size;
      if (apart > (best?.apart ?? 1)) best = { purchase: { service, quantity, totals }, apart };
      if (apart === rules.length) return best?.purchase;
    }
  }
  return best?.purchase;
}
