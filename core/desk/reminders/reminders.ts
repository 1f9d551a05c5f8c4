import { addDays, daysBetween, type Day } from '../../kernel/day.ts';
import type { ServiceId } from '../../kernel/id.ts';
import type { Order } from '../../orders/order.ts';
import { baseItem } from '../../services/service.ts';
import { isPaidFor, paidFor } from '../pending/paid-for.ts';
import { paymentUnderWay } from '../pending/payment-under-way.ts';
import { deadlines } from '../plan/deadlines.ts';
import { daysAhead, defaultReminderChoices, isQuiet } from '../rows/reminder-choices.ts';
import type { AppState, WorkspaceChange } from '../rows/state.ts';
import type { Told } from '../rows/told.ts';

/** A reminder that is due now. `about` names the service or client as the person knows it. */
export interface Reminder extends Told {
  readonly about: string;
  readonly subject:
    | { readonly kind: 'service'; readonly serviceId: ServiceId }
    | { readonly kind: 'order'; readonly orderNumber: Order['orderNumber'] };
}

const isUnpaid = (order: Order): boolean => order.state === 'awaiting-payment' && order.paid === null;

function deadlineReminders(
  state: AppState,
  daysBefore: readonly number[],
  ahead: number,
): readonly Reminder[] {
  if (daysBefore.length === 0) return [];
  const { replica, workspace, today } = state;
  const paid = paidFor(state);
  const until = addDays(today, Math.max(...daysBefore) + ahead);
  return deadlines(replica.services.values(), today, until, paid).flatMap(
    ({ serviceId, holder, kind, on }): Reminder[] => {
      const service = replica.services.get(serviceId);
      const base = service === undefined ? undefined : baseItem(service);
      const settled = kind !== 'items' && base !== undefined && isPaidFor(paid, serviceId, base);
      if (kind === 'notice' || settled) return [];
      const toGo = daysBetween(today, on) - ahead;
      // Only the nearest threshold counts. Thresholds that passed while the program did not run are not
      // caught up one by one.
      const days = Math.min(...daysBefore.filter((before) => before >= toGo));
      // Items of one service can end on several days.
      const id = kind === 'items' ? `${serviceId} ${kind} ${on}` : `${serviceId} ${kind}`;
      const told = workspace.told.get(id);
      if (told?.on === on && told.days <= days) return [];
      return [{ id, kind, on, days, about: holder, subject: { kind: 'service', serviceId } }];
    },
  );
}

const unpaidPrefix = 'unpaid ';
const unpaidId = (orderNumber: Order['orderNumber']): string => unpaidPrefix + orderNumber;

function unpaidReminders(
  { replica, workspace, today }: AppState,
  daysUnpaid: readonly number[],
): readonly Reminder[] {
  const withdrawn = new Set<string>();
  for (const { command } of workspace.outbox.values())
    if (command.kind === 'order/cancel') withdrawn.add(command.orderNumber);
  const due = [...replica.orders.values()].flatMap((order): Reminder[] => {
    const { orderNumber, holder, history, quote } = order;
    if (!isUnpaid(order) || withdrawn.has(orderNumber)) return [];
    // Paid, and the vendor still has time to register it: there is nothing to press.
    if (paymentUnderWay({ workspace, today }, order)?.overdue === false) return [];
    const on = history[0]?.on ?? quote.day;
    const days = Math.max(0, ...daysUnpaid.filter((after) => after <= daysBetween(on, today)));
    const told = workspace.told.get(unpaidId(orderNumber));
    if (days === 0 || (told?.on === on && told.days >= days)) return [];
    return [
      {
        id: unpaidId(orderNumber),
        kind: 'unpaid',
        on,
        days,
        about: holder,
        subject: { kind: 'order', orderNumber },
      },
    ];
  });
  return due.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/**
 * The reminders that are due at this minute of the day in Rome: coming deadlines (rules F, G4) and unpaid
 * orders (rule G5). Each threshold is due once; the soonest deadline comes first, then the oldest order. In
 * quiet hours nothing is due; it is due afterwards if it still matters then.
 */
export function dueReminders(state: AppState, minute: number): readonly Reminder[] {
  const choices = state.workspace.reminderChoices.get('firm') ?? defaultReminderChoices;
  if (isQuiet(choices, state.today, minute)) return [];
  return [
    ...deadlineReminders(state, choices.daysBefore, daysAhead(choices, state.today)),
    ...unpaidReminders(state, choices.daysUnpaid),
  ];
}

/** True if a row is no longer needed: its day has passed or its order is settled. */
function isPast({ id, kind, on }: Told, { replica, today }: AppState): boolean {
  if (kind !== 'unpaid') return on < today;
  const order = replica.orders.get(id.slice(unpaidPrefix.length));
  // An unknown order may just not have been read again yet.
  return order === undefined ? on < oldest(today) : !isUnpaid(order);
}

const oldest = (today: Day): Day => addDays(today, -730);

/**
 * The rows that remember these reminders as told and remove the ones that no longer matter. The table never
 * outgrows the coming days.
 */
export function toldRows(state: AppState, reminders: readonly Reminder[]): readonly WorkspaceChange[] {
  const past = [...state.workspace.told.values()].filter((row) => isPast(row, state));
  return [
    ...past.map(({ id }): WorkspaceChange => ({ table: 'told', id, value: null })),
    ...reminders.map(({ id, kind, on, days }): WorkspaceChange => ({
      table: 'told',
      id,
      value: { id, kind, on, days },
    })),
  ];
}
