// Dates of a purchase's items that the register already knows to be later than the figures say.
import type { Day } from '../../kernel/day.ts';
import type { ServiceId } from '../../kernel/id.ts';
import { orderedFigures } from '../../purchases/expected.ts';
import type { Purchase } from '../../purchases/fold.ts';
import type { Owned } from '../../purchases/items-after.ts';
import type { LineExpiry } from '../../purchases/purchase.ts';
import { lineKey, type FiguresLine } from '../../quotes/figures.ts';
import { foldService } from '../../register/fold.ts';
import type { AppState } from '../rows/state.ts';
import { factsAbout, itemsKnown } from './since-ordered.ts';

/** What is known of the dates of a service whose purchase is about to become active. */
export interface LaterDates {
  /** The known date of each item that is later than the figures say. */
  readonly dates: readonly LineExpiry[];
  /** The expiry that another purchase brought, if it is the one of this purchase or later. */
  readonly byOther: Day | null;
}

const nothingLater: LaterDates = { dates: [], byOther: null };

const countOn = (owned: readonly Owned[], expiry: Day, { kind }: FiguresLine): number =>
  owned.reduce((sum, one) => (one.kind === kind && one.expiry === expiry ? sum + one.quantity : sum), 0);

/** The earliest day after the line's own on which as many more of its pieces end than before. */
function laterDay(line: FiguresLine, before: readonly Owned[], now: readonly Owned[]): Day | undefined {
  const days = now.flatMap(({ kind, expiry }) => (kind === line.kind ? [expiry] : []));
  return days
    .filter((day) => day > line.newExpiry)
    .sort()
    .find((day) => countOn(now, day, line) - countOn(before, day, line) >= line.quantity);
}

/**
 * Somebody may have renewed the service since the purchase was prepared: by hand, or with another purchase.
 * An activation never shortens what is there (rule D), unless a person types the date that Aruba shows.
 */
export function laterDates(
  state: Pick<AppState, 'workspace'>,
  purchase: Purchase,
  about: ServiceId | null,
): LaterDates {
  const frozen = purchase.record.revision.service;
  if (about === null || frozen === null) return nothingLater;
  const now = itemsKnown(state, purchase, about);
  const lines = orderedFigures(purchase).lines.filter(({ reason }) => reason !== 'bought');
  const { expiry } = foldService(about, factsAbout(state, about)).known;
  // This one has made no fact yet.
  const isOfOther = expiry?.facts.some(({ source }) => source.kind === 'order') ?? false;
  const reached = lines.some(({ newExpiry }) => expiry !== undefined && expiry.value >= newExpiry);
  return {
    dates: lines.flatMap((line) => {
      const day = laterDay(line, frozen.items, now);
      return day === undefined ? [] : [{ line: lineKey(line), expiry: day }];
    }),
    byOther: isOfOther && reached ? (expiry?.value ?? null) : null,
  };
}

/** The dates that a person typed, and for the other items the later ones that are known. */
export const withLater = (typed: readonly LineExpiry[], { dates }: LaterDates): readonly LineExpiry[] => [
  ...dates.filter(({ line }) => !typed.some((one) => one.line === line)),
  ...typed,
];
