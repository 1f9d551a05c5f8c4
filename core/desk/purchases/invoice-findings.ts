import { priceListOn } from '../../catalog/price-list.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import type { Cents } from '../../kernel/cents.ts';
import { calibratePurchase } from '../../purchases/compare.ts';
import { dayOfPurchase } from '../../purchases/expected.ts';
import { foldPurchase } from '../../purchases/fold.ts';
import { rulesOfLine } from '../../quotes/calibrate-line.ts';
import type { Finding } from '../../quotes/proposal.ts';
import { defaultOffPolicy } from '../../renewals/add-users.ts';
import { monthRules } from '../../renewals/months.ts';
import { fromExpiryToExpiry, wholeMonths, type PeriodEnd } from '../../received/invoice/period.ts';
import { refKey, reversedLines } from '../../received/reconcile/reversals.ts';
import { priceLists } from '../cart/cart-figures.ts';
import { billedInvoices } from '../pending/billed-desk.ts';
import { noInvoiceChoices, type InvoiceRecord, type RecordedLine } from '../rows/invoice-rows.ts';
import type { AppState } from '../rows/state.ts';

interface Placed {
  readonly invoice: InvoiceRecord;
  readonly line: RecordedLine;
}

const findingId = ({ invoice, line }: Placed): string => `${invoice.id} ${line.line}`;

/**
 * The lines that charge something, by the expected line of their purchase; those without one apart. What was
 * given back later says nothing: it may have been wrong.
 */
function placed(state: AppState) {
  const ofPurchase = new Map<string, Placed[]>();
  const alone: Placed[] = [];
  const reversed = reversedLines(billedInvoices(state));
  for (const invoice of state.workspace.invoices.values())
    for (const line of invoice.lines) {
      const { purchase } = line;
      if (reversed.has(refKey({ invoice: invoice.id, line: line.line }))) continue;
      if (purchase === null) {
        if (invoice.role === 'invoice' && line.net > 0) alone.push({ invoice, line });
      } else if (purchase.line !== null) {
        const key = `${purchase.id} ${purchase.line}`;
        ofPurchase.set(key, [...(ofPurchase.get(key) ?? []), { invoice, line }]);
      }
    }
  return { ofPurchase: [...ofPurchase.values()], alone };
}

/**
 * What the lines of one expected line say together: an advance and its balance are one sum. Null if something
 * was given back, or if the purchase cannot be priced.
 */
function ofPurchaseLine(state: AppState, lines: readonly Placed[]): Finding | null {
  const [first] = lines;
  const matched = first?.line.purchase;
  const record = state.workspace.purchases.get(matched?.id ?? '');
  if (first === undefined || record === undefined || matched?.line === null || matched?.line === undefined)
    return null;
  if (lines.some(({ line }) => line.net <= 0)) return null;
  const purchase = foldPurchase(record);
  const net = lines.reduce((sum, { line }) => sum + line.net, 0) as Cents;
  const found = calibratePurchase(record, dayOfPurchase(purchase, state.today), {
    extension: true,
    net: null,
    gross: null,
    usersUntil: null,
    lines: [{ line: matched.line, net }],
  });
  const { subject } = record.revision.content;
  const byPolicy = subject.kind === 'add-users' && !subject.extension;
  if (!found.ok || found.value.tried.length < 2 || byPolicy) return null;
  return {
    id: findingId(first),
    on: first.invoice.date,
    from: 'invoice',
    holder: record.holder,
    about: 'rule',
    fits: found.value.fits,
    tells: found.value.fits.length < found.value.tried.length,
    explained: (purchase.compared?.cause ?? null) !== null,
  };
}

/**
 * The expiries before and after a line's period, by what a person said of its last day: all that they may be.
 * A period that ends on the expiry may begin on the expiry before, or the day after it: Aruba does not say.
 */
const expiriesOf = (from: Day, to: Day, end: PeriodEnd): readonly (readonly [Day, Day])[] =>
  end === 'day-after'
    ? [[from, addDays(to, 1)]]
    : [
        [addDays(from, -1), to],
        [from, to],
      ];

/**
 * What a line without a purchase says: its period and the price list of its day are enough. Null where they
 * are not known, and for whole years: they cost whole years by every rule (rule D3). Nor does a period say
 * anything that goes from a day to the same day of another month, unless the last day is the expiry. A line
 * that no rule gives says nothing: its price may have been another one.
 */
function ofLineAlone(state: AppState, one: Placed, end: PeriodEnd): Finding | null {
  const { invoice, line } = one;
  const { kind, quantity, net, period } = line;
  const list = priceListOn(priceLists(state), invoice.date);
  if (kind === null || quantity === null || list === undefined) return null;
  if (period?.from === undefined || period.from === null || period.to === null) return null;
  if (end === 'day-after' && fromExpiryToExpiry(period)) return null;
  const readings = expiriesOf(period.from, period.to, end).filter(([from, to]) => from < to);
  if (readings.some(([from, to]) => (wholeMonths(from, to) ?? 1) % 12 === 0)) return null;
  const fitting = new Set(
    readings.flatMap(([from, to]) => rulesOfLine({ quantity, yearly: list.yearly[kind], from, to, net })),
  );
  const rules = monthRules.filter((rule) => fitting.has(rule));
  const holder = state.replica.services.get(line.serviceId ?? '')?.holder ?? invoice.customer.name;
  return {
    id: findingId(one),
    on: invoice.date,
    from: 'invoice',
    holder,
    about: 'rule',
    fits: rules.map((rule) => ({ rule, offPolicy: defaultOffPolicy })),
    tells: rules.length > 0 && rules.length < monthRules.length,
    explained: false,
  };
}

/** What the recorded invoices say about Aruba's rounding, line by line, renewals too (rule I3). */
export function invoiceFindings(state: AppState): readonly Finding[] {
  const { ofPurchase, alone } = placed(state);
  const { periodEnd } = state.workspace.invoiceChoices.get('invoices') ?? noInvoiceChoices;
  return [
    ...ofPurchase.flatMap((lines) => ofPurchaseLine(state, lines) ?? []),
    ...(periodEnd === null ? [] : alone.flatMap((one) => ofLineAlone(state, one, periodEnd) ?? [])),
  ];
}
