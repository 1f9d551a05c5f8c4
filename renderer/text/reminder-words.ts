import type { ReminderGroup } from '../../core/desk/reminders/reminder-groups.ts';
import { daysBetween, type Day } from '../../core/kernel/day.ts';
import { countText, longDay } from './format.ts';
import { text } from './text.ts';

const short = (value: string, most: number): string =>
  value.length <= most ? value : `${value.slice(0, most - 1)}…`;

/** The words of a notification, or of the banner that replaces it: who, what and when. */
export function reminderWords(
  { kind, on, count, names, also }: ReminderGroup,
  today: Day,
): { readonly title: string; readonly body: string } {
  const day = longDay(on, today);
  const within = text('days.within', { days: Math.max(0, daysBetween(today, on)) });
  const name = short(names[0] ?? '', 80);
  const list =
    count === 1
      ? ''
      : ` ${text('reminder.names', { names: names.map((one) => short(one, 80)).join(', '), more: count - names.length })}`;
  if (kind === 'several')
    return {
      title: text('reminder.who-several', { count: countText(count) }),
      body: text('reminder.several', { day, within }),
    };
  if (kind === 'unpaid') {
    const body = text('reminder.unpaid', { count, day, ago: Math.max(0, daysBetween(on, today)) });
    return { title: text('reminder.who-pays', { count, name }), body: `${body}${list}` };
  }
  const later = also.map((one) =>
    text('reminder.then-day', { what: text(`reminder.then-${one.kind}`), day: longDay(one.on, today) }),
  );
  const then = later.length === 0 ? '' : ` ${text('reminder.then', { list: later.join('; ') })}`;
  return {
    title: text('reminder.who', { count, name }),
    body: `${text(`reminder.${kind}`, { day, within })}${list}${then}`,
  };
}
