import type { Day } from '../kernel/day.ts';
import { ok, type Result } from '../kernel/result.ts';
import { calibrateBy, givesReceipt, type Calibration, type Fit, type Receipt } from '../quotes/calibrate.ts';
import { lineKey, type Figures, type FiguresRefusal } from '../quotes/figures.ts';
import { offPolicies } from '../renewals/add-users.ts';
import { monthRules } from '../renewals/months.ts';
import { expectedBy, frozenReading } from './expected.ts';
import type { PurchaseRecord } from './purchase.ts';

/** A figure of Aruba's cart that would tell the readings apart which still fit. */
export type Deciding =
  | { readonly kind: 'net' | 'vat' | 'gross' }
  | { readonly kind: 'line'; readonly line: string };

/** What a receipt says about the expected figures (rule K, step 4). */
export type Comparison =
  /** Everything that was seen is as expected, to the cent. */
  | { readonly kind: 'equal' }
  /** Only this reading gives it. */
  | { readonly kind: 'one'; readonly fit: Fit }
  /** `ask`: the figure that tells most of them apart; null if no figure of this purchase does. */
  | { readonly kind: 'several'; readonly fits: readonly Fit[]; readonly ask: Deciding | null }
  | { readonly kind: 'none' };

/** The readings that a purchase can tell apart: whole years cost the same by every month rule. */
function readingsOf(record: Pick<PurchaseRecord, 'revision'>): readonly Fit[] {
  const frozen = frozenReading(record);
  const { subject } = record.revision.content;
  if (subject.kind === 'first-purchase') return [frozen];
  return subject.kind === 'add-users' && !subject.extension
    ? offPolicies.map((offPolicy) => ({ ...frozen, offPolicy }))
    : monthRules.map((rule) => ({ ...frozen, rule }));
}

/** All readings of a purchase on a day with what they give, and those that give the receipt (rule I3). */
export const calibratePurchase = (
  record: PurchaseRecord,
  day: Day,
  receipt: Receipt,
): Result<Calibration, FiguresRefusal> =>
  calibrateBy(readingsOf(record), (reading) => expectedBy(record, day, reading), receipt);

const valueOf = (figures: Figures, deciding: Deciding): number | undefined =>
  deciding.kind === 'line'
    ? figures.lines.find((line) => lineKey(line) === deciding.line)?.net
    : figures[deciding.kind];

/** The figure not seen yet that has the most different values; the first of equals. */
function decidingFigure(
  figures: readonly Figures[],
  { net, vat = null, gross, lines = [] }: Receipt,
): Deciding | null {
  const seen = new Set(lines.map(({ line }) => line));
  const keys = (figures[0]?.lines ?? []).map(lineKey).filter((line) => !seen.has(line));
  const candidates: Deciding[] = [
    ...(gross === null ? [{ kind: 'gross' } as const] : []),
    ...(net === null ? [{ kind: 'net' } as const] : []),
    ...(vat === null ? [{ kind: 'vat' } as const] : []),
    ...keys.map((line) => ({ kind: 'line', line }) as const),
  ];
  let best: { readonly deciding: Deciding; readonly apart: number } | undefined;
  for (const deciding of candidates) {
    const apart = new Set(figures.map((one) => valueOf(one, deciding))).size;
    if (apart > (best?.apart ?? 1)) best = { deciding, apart };
  }
  return best?.deciding ?? null;
}

/**
 * Compares what Aruba's cart shows with what is expected on that day: equal to the cent, or which readings
 * would give it. Refuses what the figures refuse.
 */
export function comparePurchase(
  record: PurchaseRecord,
  day: Day,
  receipt: Receipt,
): Result<Comparison, FiguresRefusal> {
  const expected = expectedBy(record, day, frozenReading(record));
  if (!expected.ok) return expected;
  if (givesReceipt(expected.value, receipt)) return ok({ kind: 'equal' });
  const calibration = calibratePurchase(record, day, receipt);
  if (!calibration.ok) return calibration;
  const { fits, tried } = calibration.value;
  const [only] = fits;
  if (only === undefined) return ok({ kind: 'none' });
  if (fits.length === 1) return ok({ kind: 'one', fit: only });
  const fitting = tried.filter(({ figures }) => givesReceipt(figures, receipt));
  return ok({
    kind: 'several',
    fits,
    ask: decidingFigure(
      fitting.map(({ figures }) => figures),
      receipt,
    ),
  });
}
