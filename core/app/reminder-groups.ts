import type { Day } from '../kernel/day.ts';
import type { OrderNumber, ServiceId } from '../kernel/id.ts';
import type { Reminder } from './reminders.ts';
import type { ReminderKind } from './told.ts';

/** The screen on which something can be done about it. */
export type ReminderTarget =
  | { readonly screen: 'service'; readonly serviceId: ServiceId }
  | { readonly screen: 'orders'; readonly orderId: OrderNumber | null }
  | { readonly screen: 'renewals' };

/** What one notification tells: of how many, the first few by name, and the soonest day. Small, whatever the size of the desk. */
export interface ReminderGroup {
  /** The same as long as it tells the same. */
  readonly key: string;
  readonly kind: ReminderKind | 'several';
  readonly on: Day;
  readonly count: number;
  readonly names: readonly string[];
  readonly target: ReminderTarget;
}

/** A group, and what is told with it. */
export interface Grouped {
  readonly group: ReminderGroup;
  readonly reminders: readonly Reminder[];
}

/** More at once would be swept away unread. */
const mostAtOnce = 3;
const mostNames = 3;

function targetOf(reminders: readonly Reminder[]): ReminderTarget {
  const [first] = reminders;
  const alone = reminders.length === 1 ? first?.subject : undefined;
  if (alone?.kind === 'service') return { screen: 'service', serviceId: alone.serviceId };
  if (reminders.every(({ subject }) => subject.kind === 'order')) return { screen: 'orders', orderId: alone?.kind === 'order' ? alone.orderNumber : null };
  return { screen: 'renewals' };
}

function grouped(kind: ReminderGroup['kind'], reminders: readonly Reminder[]): Grouped {
  const names = [...new Set(reminders.map(({ about }) => about))];
  const [first, last] = [reminders[0], reminders.at(-1)];
  const on = first?.on ?? ('' as Day);
  const count =
    kind === 'several'
      ? new Set(reminders.map(({ subject }) => (subject.kind === 'service' ? subject.serviceId : subject.orderNumber))).size
      : reminders.length;
  const key = [kind, on, reminders.length, first?.id, first?.days, last?.id, last?.days].join('/');
  return { group: { key, kind, on, count, names: names.slice(0, mostNames), target: targetOf(reminders) }, reminders };
}

/**
 * At most three notifications: one for each kind and day, one for all unpaid orders; where that would be more, a single one for
 * everything. Ten thousand services are never ten thousand notifications.
 */
export function groupReminders(reminders: readonly Reminder[]): readonly Grouped[] {
  const byDay = new Map<string, Reminder[]>();
  for (const reminder of reminders) {
    const name = reminder.kind === 'unpaid' ? reminder.kind : `${reminder.kind} ${reminder.on}`;
    const others = byDay.get(name);
    if (others === undefined) byDay.set(name, [reminder]);
    else others.push(reminder);
  }
  const all = [...byDay.values()];
  if (all.length > mostAtOnce) return [grouped('several', reminders)];
  return all.map((same) => grouped(same[0]?.kind ?? 'several', same));
}
