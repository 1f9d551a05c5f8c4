import type { Day } from '../../kernel/day.ts';
import type { PurchaseId } from '../../kernel/id.ts';
import { err, ok } from '../../kernel/result.ts';
import { comparePurchase } from '../../purchases/compare.ts';
import { dayOfComparison } from '../../purchases/expected.ts';
import { foldPurchase, type Purchase } from '../../purchases/fold.ts';
import type { Happening, PurchaseEvent, PurchaseEventId, PurchaseRecord } from '../../purchases/purchase.ts';
import { holdsService, possible } from '../../purchases/transitions.ts';
import { contradicts, saysNothing } from '../../quotes/calibrate.ts';
import type { Decision as DecisionOr, IdOf, Stamp } from '../define-command.ts';
import type { AppState } from '../rows/state.ts';
import { approvalLimit, needsApproval } from './decide-approval.ts';
import { openPurchases } from './open-for.ts';
import type { PurchasesRefusal } from './refusals.ts';
import { withPurchase } from './with-purchase.ts';

type Decision = DecisionOr<PurchasesRefusal>;

/** What a person may record by itself: everything but the activation, which makes facts. */
export type Recordable = Exclude<Happening, { readonly kind: 'activated' | 'taken-back' }>;

interface OfPurchase {
  readonly purchaseId: PurchaseId;
}

/** The same purchase with one more event. */
export const withEvent = (record: PurchaseRecord, event: PurchaseEvent): PurchaseRecord => ({
  ...record,
  events: [...record.events, event],
});

/** The first day on which something of a purchase may have happened. */
function earliestOf({ record, ordered, paidOn }: Purchase, kind: Happening['kind']): Day {
  if (kind === 'paid' || kind === 'cancelled') return ordered?.day ?? record.preparedOn;
  if (kind === 'registered' || kind === 'activated' || kind === 'failed')
    return paidOn ?? ordered?.day ?? record.preparedOn;
  return record.preparedOn;
}

/** Refuses a day before what came first, and a day after `latest`. */
export function dayRefusal(
  purchase: Purchase,
  { kind, day }: { readonly kind: Happening['kind']; readonly day: Day },
  latest: Day,
): PurchasesRefusal | undefined {
  const earliest = earliestOf(purchase, kind);
  return day < earliest || day > latest ? { reason: 'purchase-day', earliest, latest } : undefined;
}

/** One order number is one order: of two purchases only one can have it. */
function numberRefusal(
  { workspace }: AppState,
  { record }: Purchase,
  orderNumber: string,
): PurchasesRefusal | undefined {
  const key = orderNumber.toLowerCase();
  for (const other of workspace.purchases.values()) {
    if (other.id === record.id) continue;
    const taken = foldPurchase(other).ordered?.orderNumber;
    if (taken?.toLowerCase() === key)
      return { reason: 'order-number-taken', orderNumber, holder: other.holder };
  }
  return undefined;
}

/** Refuses what cannot be true of this purchase: a day, a number, figures that say nothing. */
function contentRefusal(
  state: AppState,
  purchase: Purchase,
  what: Recordable,
  latest: Day,
): PurchasesRefusal | undefined {
  if ('day' in what) {
    const refusal = dayRefusal(purchase, what, latest);
    if (refusal) return refusal;
  }
  if (what.kind === 'ordered') return numberRefusal(state, purchase, what.orderNumber);
  if (what.kind !== 'compared') return undefined;
  if (saysNothing(what.receipt)) return { reason: 'receipt-without-figures' };
  if (contradicts(what.receipt)) return { reason: 'receipt-contradicts' };
  const compared = comparePurchase(purchase.record, dayOfComparison(purchase, what.day), what.receipt);
  if (!compared.ok) return compared.error;
  return compared.value.kind === 'none' && what.cause === null ? { reason: 'cause-needed' } : undefined;
}

const row = (record: PurchaseRecord): Decision => ok([{ table: 'purchases', id: record.id, value: record }]);

/** The steps that lead to buying. What has happened at Aruba is recorded whoever approves. */
const buying: ReadonlySet<Happening['kind']> = new Set(['opened', 'composed']);

/** Records what happened, if it can happen in this state (rule K). */
export const recordHappening = (
  state: AppState,
  { purchaseId, what }: OfPurchase & { readonly what: Recordable },
  idOf: IdOf,
  { at, by }: Stamp,
): Decision =>
  withPurchase(state, purchaseId, (purchase) => {
    const { record } = purchase;
    if (!possible(purchase.state).includes(what.kind))
      return err({ reason: 'purchase-moved-on', state: purchase.state });
    if (buying.has(what.kind) && needsApproval(state.workspace, record))
      return err({ reason: 'approval-needed', limit: approvalLimit(state.workspace) ?? 0 });
    // A step that is ticked already stays ticked.
    if (
      ['checked', 'opened'].includes(what.kind) &&
      purchase.events.some((one) => one.what.kind === what.kind)
    )
      return ok([]);
    const refusal = contentRefusal(state, purchase, what, state.today);
    if (refusal) return err(refusal);
    const id = idOf(`event ${purchaseId}`) as PurchaseEventId;
    return row(withEvent(record, { id, at, by, what, corrects: null, reason: null }));
  });

/**
 * The day of what happened next; undefined if nothing did. A total may have been typed after the order, so
 * nothing limits its day.
 */
function nextDay({ events }: Purchase, event: PurchaseEvent): Day | undefined {
  if (event.what.kind === 'compared') return undefined;
  for (const { what } of events.slice(events.indexOf(event) + 1))
    if ('day' in what && what.kind !== 'compared') return what.day;
  return undefined;
}

/**
 * Corrects an event that counts by another one of its kind, with a reason (rule J7). The dates of an
 * activation are facts: they are corrected in the register.
 */
export const correctHappening = (
  state: AppState,
  {
    purchaseId,
    eventId,
    what,
    reason,
  }: OfPurchase & {
    readonly eventId: PurchaseEventId;
    readonly what: Recordable;
    readonly reason: string;
  },
  idOf: IdOf,
  { at, by }: Stamp,
): Decision =>
  withPurchase(state, purchaseId, (purchase) => {
    const wrong = purchase.events.find(({ id }) => id === eventId);
    if (wrong === undefined || wrong.what.kind !== what.kind) return err({ reason: 'nothing-to-correct' });
    const refusal = contentRefusal(state, purchase, what, nextDay(purchase, wrong) ?? state.today);
    if (refusal) return err(refusal);
    const id = idOf(`correct ${eventId}`) as PurchaseEventId;
    return row(withEvent(purchase.record, { id, at, by, what, corrects: eventId, reason }));
  });

/**
 * Takes the last event back: it did not happen. Refused for an activation, whose facts may have been built
 * upon.
 */
export const takeBack = (
  state: AppState,
  { purchaseId, reason }: OfPurchase & { readonly reason: string },
  idOf: IdOf,
  { at, by }: Stamp,
): Decision =>
  withPurchase(state, purchaseId, (purchase) => {
    const last = purchase.events.at(-1);
    if (last === undefined) return err({ reason: 'nothing-to-correct' });
    if (last.what.kind === 'activated' || purchase.activated !== null) return err({ reason: 'active-stays' });
    const id = idOf(`take back ${last.id}`) as PurchaseEventId;
    const record = withEvent(purchase.record, {
      id,
      at,
      by,
      what: { kind: 'taken-back' },
      corrects: last.id,
      reason,
    });
    // A dropped purchase does not come back to life beside another one.
    const revives = !holdsService(purchase.state) && holdsService(foldPurchase(record).state);
    return revives && openPurchases(state)(record.revision.content)
      ? err({ reason: 'purchase-open', holder: record.holder })
      : row(record);
  });
