import type { AppState } from '../../../../core/desk/rows/state.ts';
import { orderViews } from '../../../../core/desk/pending/order-views.ts';
import { fullName, type Person } from '../../../../core/people/person.ts';
import { dayText } from '../../../text/format.ts';
import { permissionText } from '../../../text/sentences.ts';
import { text } from '../../../text/text.ts';
import { byWords, eventWords, whenWords } from '../../history/history-words.ts';

/** Everything that Allinea keeps about one person, as a text for that person (domain.md 8.7). */
export function personData(state: AppState, person: Person): string {
  const { workspace, replica, today } = state;
  const holder = (serviceId: string): string => replica.services.get(serviceId)?.holder ?? serviceId;
  const block = (title: string, lines: readonly string[]): string =>
    `${title}\r\n${(lines.length === 0 ? [text('person-data.none')] : lines).map((line) => `  ${line}`).join('\r\n')}`;
  const days = [
    ...(person.start === null ? [] : [`${text('person.start-short')}: ${dayText(person.start)}`]),
    ...(person.end === null ? [] : [`${text('person.end-short')}: ${dayText(person.end)}`]),
  ];
  const seats = [...workspace.seats.values()].filter(({ personId }) => personId === person.id);
  const needs = [...workspace.needs.values()].filter(({ personId }) => personId === person.id);
  const orders = orderViews(state).filter(({ personIds }) => personIds.includes(person.id));
  const events = [...workspace.history.values()]
    .filter(({ personId }) => personId === person.id)
    .sort((a, b) => a.at - b.at);
  return [
    text('person-data.title', { name: fullName(person), day: dayText(today) }),
    [
      `${text('person.email')}: ${person.email}`,
      `${text('people.department')}: ${person.department}`,
      ...days,
    ].join('\r\n'),
    block(
      text('person-data.seats'),
      seats.map(
        (seat) =>
          `${holder(seat.serviceId)}: ${seat.username}, ${text('person-detail.since', { day: dayText(seat.since) })}, ${seat.permissions.map(permissionText).join(', ')}`,
      ),
    ),
    block(text('note.data'), workspace.notes.get(person.id)?.text.split('\n') ?? []),
    block(
      text('person-data.needs'),
      needs.map(({ serviceId }) => holder(serviceId)),
    ),
    block(
      text('person-data.orders'),
      orders.map((view) => `${view.orderNumber ?? '–'}: ${view.holder}, ${dayText(view.quote.day)}`),
    ),
    block(
      text('person-data.history'),
      events.map(
        (entry) =>
          `${whenWords(entry.at)}: ${entry.holder}, ${entry.username}, ${eventWords(entry)} (${byWords(entry)})`,
      ),
    ),
    '',
  ].join('\r\n\r\n');
}
