import { daysBetween, type Day } from '../kernel/day.ts';
import { registrationDay } from '../orders/payment.ts';
import type { Happening, PurchaseEvent, PurchaseRecord, PurchaseState } from './purchase.ts';
import { stateAfter } from './transitions.ts';

type Of<K extends Happening['kind']> = Extract<Happening, { readonly kind: K }>;

/** A purchase as its events tell it. What has not happened is null. */
export interface Purchase {
  readonly record: PurchaseRecord;
  readonly state: PurchaseState;
  /** The events that count, in order: corrected and taken back ones are left out. */
  readonly events: readonly PurchaseEvent[];
  readonly compared: Of<'compared'> | null;
  readonly ordered: Of<'ordered'> | null;
  readonly paidOn: Day | null;
  /** The day on which the payment counts: as Aruba said, else by rule G3. */
  readonly registeredOn: Day | null;
  readonly activated: Of<'activated'> | null;
  /** Since when nobody knows whether the order went through, or when it was asked the last time. */
  readonly unsureSince: Day | null;
}

/** The events that count. A correction stands where the corrected event stood. */
function countingEvents(events: readonly PurchaseEvent[]): readonly PurchaseEvent[] {
  const counting: PurchaseEvent[] = [];
  for (const event of events) {
    const at =
      event.corrects === null ? counting.length : counting.findIndex(({ id }) => id === event.corrects);
    if (at === -1) continue;
    if (event.what.kind === 'taken-back') counting.splice(at, 1);
    else counting.splice(at, 1, event);
  }
  return counting;
}

const folded = new WeakMap<PurchaseRecord, Purchase>();

/** The state of a purchase: a pure fold of its events. An event that cannot happen there changes nothing. */
export function foldPurchase(record: PurchaseRecord): Purchase {
  const known = folded.get(record);
  if (known !== undefined) return known;
  let state: PurchaseState = 'prepared';
  let beforeUnsure: PurchaseState = 'prepared';
  const events: PurchaseEvent[] = [];
  const last = new Map<Happening['kind'], Happening>();
  for (const event of countingEvents(record.events)) {
    const { kind } = event.what;
    const next = stateAfter(state, kind, beforeUnsure);
    if (next === undefined) continue;
    if (kind === 'unsure') beforeUnsure = state;
    state = next;
    events.push(event);
    last.set(kind, event.what);
  }
  const get = <K extends Happening['kind']>(kind: K): Of<K> | null => (last.get(kind) as Of<K>) ?? null;
  const ordered = get('ordered');
  const paidOn = get('paid')?.day ?? null;
  const unsure = events.findLast(({ what }) => what.kind === 'unsure' || what.kind === 'still-unsure')?.what;
  const purchase: Purchase = {
    record,
    state,
    events,
    compared: get('compared'),
    ordered,
    paidOn,
    registeredOn:
      get('registered')?.day ??
      (ordered === null || paidOn === null ? null : registrationDay(ordered.method, paidOn)),
    activated: get('activated'),
    unsureSince: state === 'to-verify' && unsure !== undefined && 'day' in unsure ? unsure.day : null,
  };
  folded.set(record, purchase);
  return purchase;
}

/** After so many days it is asked again whether an unclear order went through (rule K). */
const askAgainAfter = 2;

/** True if a person should be asked again whether the order went through. */
export const asksAgain = ({ unsureSince }: Purchase, today: Day): boolean =>
  unsureSince !== null && daysBetween(unsureSince, today) >= askAgainAfter;
