import type { Cents } from '../kernel/cents.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { centsSchema, daySchema, z } from '../kernel/parse.ts';
import { ok, type Result } from '../kernel/result.ts';
import { defaultOffPolicy, offPolicies, type OffPolicy } from '../renewals/add-users.ts';
import { monthRules, type MonthRule } from '../renewals/months.ts';
import type { Service } from '../services/service.ts';
import { addUsersFigures, lineKey, type Figures, type FiguresRefusal } from './figures.ts';

/** What Aruba's cart showed for one line of the figures. `line`: its key, see lineKey. */
export interface SeenLine {
  readonly line: string;
  readonly net: Cents;
}

/** A purchase as Aruba's cart showed it: only what the person saw there. Null and absent: not looked at. */
export interface Receipt {
  readonly extension: boolean;
  /** The totals that the cart showed, in cents. At least one of them or usersUntil is needed. */
  readonly net: Cents | null;
  readonly vat?: Cents | null;
  readonly gross: Cents | null;
  /** The last day of the new users. If the extension is off, it distinguishes the two policies. */
  readonly usersUntil: Day | null;
  /** Single lines, where somebody looked at them. */
  readonly lines?: readonly SeenLine[];
}

export const receiptSchema = z.object({
  extension: z.boolean(),
  net: centsSchema.nullable(),
  vat: centsSchema.nullable().exactOptional(),
  gross: centsSchema.nullable(),
  usersUntil: daySchema.nullable(),
  lines: z
    .array(z.object({ line: z.string().max(100), net: centsSchema }))
    .max(100)
    .readonly()
    .exactOptional(),
});

/** True if the receipt says nothing that could be compared. */
export const saysNothing = ({ net, vat = null, gross, usersUntil, lines = [] }: Receipt): boolean =>
  net === null && vat === null && gross === null && usersUntil === null && lines.length === 0;

/** True if net, VAT and total cannot be those of one cart: they do not add up, or one is below zero. */
export const contradicts = ({ net, vat = null, gross }: Receipt): boolean =>
  [net, vat, gross].some((amount) => amount !== null && amount < 0) ||
  (gross !== null && (net ?? 0) + (vat ?? 0) > gross) ||
  (gross !== null && net !== null && vat !== null && net + vat !== gross);

type Purchase = Omit<Parameters<typeof addUsersFigures>[0], 'extension' | 'rule' | 'offPolicy'>;

/** One reading that gives exactly what the cart showed. Aruba does not say which reading is right. */
export interface Fit {
  readonly rule: MonthRule;
  readonly offPolicy: OffPolicy;
}

/** A reading with the figures that it gives. */
export type Tried = Fit & { readonly figures: Figures };

/** All readings that were tried, and those that fit. */
export interface Calibration {
  readonly fits: readonly Fit[];
  readonly tried: readonly Tried[];
}

/** The last day of the new users by some figures. */
const usersUntilOf = ({ lines, target }: Figures): Day =>
  lines.find((line) => line.reason === 'bought')?.newExpiry ?? target;

/** True if the figures give everything that was seen, to the cent. A line that they do not have differs. */
export function givesReceipt(figures: Figures, receipt: Receipt): boolean {
  const agrees = <T>(shown: T | null, found: T): boolean => shown === null || shown === found;
  return (
    agrees(receipt.net, figures.net) &&
    agrees(receipt.vat ?? null, figures.vat) &&
    agrees(receipt.gross, figures.gross) &&
    agrees(receipt.usersUntil, usersUntilOf(figures)) &&
    (receipt.lines ?? []).every(
      ({ line, net }) => figures.lines.find((one) => lineKey(one) === line)?.net === net,
    )
  );
}

/**
 * Finds the readings that give a receipt (rule I3). `priceBy` computes the figures of one reading with the
 * one engine. None may fit, or several. Refuses what `priceBy` refuses.
 */
export function calibrateBy(
  readings: readonly Fit[],
  priceBy: (reading: Fit) => Result<Figures, FiguresRefusal>,
  receipt: Receipt,
): Result<Calibration, FiguresRefusal> {
  const tried: Tried[] = [];
  for (const reading of readings) {
    const figures = priceBy(reading);
    if (!figures.ok) return figures;
    tried.push({ ...reading, figures: figures.value });
  }
  const fits = tried.filter((one) => givesReceipt(one.figures, receipt));
  return ok({ fits: fits.map(({ rule, offPolicy }) => ({ rule, offPolicy })), tried });
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
  return calibrateBy(
    readings,
    (reading) => addUsersFigures({ ...purchase, ...reading, extension: receipt.extension }),
    receipt,
  );
}

/** A purchase whose total would distinguish the remaining rules. */
export interface DecidingPurchase {
  readonly service: Service;
  readonly quantity: number;
  readonly totals: readonly { readonly rule: MonthRule; readonly gross: Cents }[];
}

const mostTried = 5;

/** So many days ahead a deciding purchase is looked for: month lengths change within two months. */
const mostDaysAhead = 62;

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

/**
 * The first day to come on which adding one user to the service would tell the rules apart. Undefined if no
 * day of the next two months does.
 */
export function decidingDay(
  service: Service,
  rules: readonly MonthRule[],
  pricing: Omit<Purchase, 'service' | 'quantity' | 'modules'>,
): Day | undefined {
  for (let ahead = 1; ahead <= mostDaysAhead; ahead += 1) {
    const day = addDays(pricing.day, ahead);
    if (decidingPurchase([service], rules, { ...pricing, day }) !== undefined) return day;
  }
  return undefined;
}
