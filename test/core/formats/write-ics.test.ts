// An independent parser (ical.js) reads the file and writes it again. The events are the same.
import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { writeIcs, type CalendarEntry } from '../../../core/formats/calendar/write-ics.ts';
import { addDays } from '../../../core/kernel/day.ts';
import { law } from '../../support/law.ts';
import { day } from '../../support/samples.ts';

const now = Date.UTC(2026, 10, 24, 9, 5, 7);

function events(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      day: event.startDate.toString(),
      isDate: event.startDate.isDate,
      until: event.endDate.toString(),
      title: event.summary,
      text: event.description,
      alarms: component
        .getAllSubcomponents('valarm')
        .map((alarm) => (alarm.getFirstPropertyValue('trigger') as ICAL.Duration).toSeconds()),
    };
  });
}

const told = ({ uid, day: on, title, text, alarmDays }: CalendarEntry) => ({
  uid,
  day: on,
  isDate: true,
  until: addDays(on, 1),
  title,
  text,
  alarms: alarmDays.map((days) => (9 - 24 * days) * 3600),
});

const entries: fc.Arbitrary<readonly CalendarEntry[]> = fc.array(
  fc.record({
    uid: fc.uuid().map((id) => `${id}@allinea`),
    day: fc.nat(4000).map((offset) => addDays(day('2026-11-24'), offset)),
    title: fc
      .string({ unit: fc.constantFrom(...Array.from('abc è€,;\\:"ß日𝄞 ')), minLength: 1, maxLength: 90 })
      .map((text) => `x${text}x`),
    text: fc
      .string({ unit: fc.constantFrom(...Array.from('abc è,;\\\n: ')), maxLength: 200 })
      .map((text) => `x${text}x`),
    alarmDays: fc.uniqueArray(fc.nat(30), { maxLength: 3 }),
  }),
  { maxLength: 6 },
);

law('what is written is what another program reads, and what it writes again', {
  subject: writeIcs,
  wrong: (name, list, at) => writeIcs(name, list, at).replaceAll('\\\\', '\\'),
  given: entries,
  runs: 200,
  holds(write, list) {
    const text = write('Scadenze, Studio', list, now);
    expect(events(text)).toEqual(list.map(told));
    expect(events(new ICAL.Component(ICAL.parse(text) as never).toString())).toEqual(list.map(told));
    for (const line of text.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  },
});

test('the file says what it is and when it was written; a later one counts as newer', () => {
  const one: CalendarEntry = {
    uid: 'a@allinea',
    day: day('2026-12-04'),
    title: 'Officine Rossi',
    text: '',
    alarmDays: [7, 0],
  };
  const lines = writeIcs('Scadenze', [one], now).split('\r\n');
  expect(lines).toContain('DTSTAMP:20261124T090507Z');
  expect(lines).toContain('DTSTART;VALUE=DATE:20261204');
  expect(lines).toContain('TRIGGER:-P6DT15H');
  expect(lines).toContain('TRIGGER:PT9H');
  const sequence = (at: number): number =>
    Number(/SEQUENCE:(\d+)/.exec(writeIcs('Scadenze', [one], at))?.[1]);
  expect(sequence(now + 120_000)).toBeGreaterThan(sequence(now));
  expect(sequence(now + 50 * 365 * 86_400_000)).toBeLessThan(2 ** 31);
});
