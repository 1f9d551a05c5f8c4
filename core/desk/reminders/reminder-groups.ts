import type { Day } from '../../kernel/day.ts';
import type { OrderNumber, ServiceId } from '../../kernel/id.ts';
import type { Reminder } from './reminders.ts';
import type { ReminderKind } from '../rows/told.ts';

/** The screen on which a person can act on a reminder. */
export type ReminderTarget =
  | { readonly screen: 'service'; readonly serviceId: ServiceId }
  | { readonly screen: 'orders'; readonly orderId: OrderNumber | null }
  | { readonly screen: 'renewals' };

/**
 * One notification: how many things it is about, the first few names, and the soonest day. Small on a desk of
 * any size.
 */
export interface ReminderGroup {
  /** Stays the same while the content stays the same. */
  readonly key: string;
  readonly kind: ReminderKind | 'several';
  readonly on: Day;
  readonly count: number;
  readonly names: readonly string[];
  /** The later days of the service, if the group is about one service. */
  readonly also: readonly { readonly kind: ReminderKind; readonly on: Day }[];
  readonly target: ReminderTarget;
}

/** A group with the reminders that it contains. */
export interface Grouped {
  readonly group: ReminderGroup;
  readonly reminders: readonly Reminder[];
}

/** A person would sweep away more than this unread. */
const mostAtOnce = 3;
const mostNames = 3;

const subjectOf = ({ subject }: Reminder): string =>
  subject.kind === 'service' ? subject.serviceId : subject.orderNumber;

const subjects = (reminders: readonly Reminder[]): number => new Set(reminders.map(subjectOf)).size;

function targetOf(reminders: readonly Reminder[]): ReminderTarget {
  const alone = subjects(reminders) === 1 ? reminders[0]?.subject : undefined;
  if (alone?.kind === 'service') return { screen: 'service', serviceId: alone.serviceId };
  if (reminders.every(({ subject }) => subject.kind === 'order'))
    return { screen: 'orders', orderId: alone?.orderNumber ?? null };
  return { screen: 'renewals' };
}

function grouped(kind: ReminderGroup['kind'], reminders: readonly [Reminder, ...Reminder[]]): Grouped {
  const [first, ...rest] = reminders;
  const last = rest.at(-1) ?? first;
  const count = subjects(reminders);
  const names = [...new Set(reminders.map(({ about }) => about))].slice(0, mostNames);
  const also = count === 1 ? rest.map(({ kind: other, on }) => ({ kind: other, on })) : [];
  const key = [kind, first.on, reminders.length, first.id, first.days, last.id, last.days].join('/');
  return { group: { key, kind, on: first.on, count, names, also, target: targetOf(reminders) }, reminders };
}

/**
 * Groups reminders into at most three notifications: one for each kind and day, one for all unpaid orders,
 * one for all days of a single service. If that makes more than three, one notification holds everything. Ten
 * thousand services are never ten thousand notifications.
 */
export function groupReminders(reminders: readonly Reminder[]): readonly Grouped[] {
  const [first, ...rest] = reminders;
  if (first === undefined) return [];
  if (subjects(reminders) === 1) return [grouped(first.kind, [first, ...rest])];
  const byDay = new Map<string, [Reminder, ...Reminder[]]>();
  for (const reminder of reminders) {
    const name = reminder.kind === 'unpaid' ? reminder.kind : `${reminder.kind} ${reminder.on}`;
    const others = byDay.get(name);
    if (others === undefined) byDay.set(name, [reminder]);
    else others.push(reminder);
  }
  const all = [...byDay.values()];
  return all.length > mostAtOnce
    ? [grouped('several', [first, ...rest])]
    : all.map((same) => grouped(same[0].kind, same));
}
