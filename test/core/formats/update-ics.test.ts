// A subscribed calendar reads one file after the other (with ical.js). It sees the same events,
// moved, and no event twice.
import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { keepStamps } from '../../../core/formats/calendar/update-ics.ts';
import { writeIcs, type CalendarEntry } from '../../../core/formats/calendar/write-ics.ts';
import { addDays } from '../../../core/kernel/day.ts';
import { law } from '../../support/law.ts';
import { day } from '../../support/samples.ts';

const start = Date.UTC(2026, 10, 24, 9, 5, 7);

function events(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  return calendar.getAllSubcomponents('vevent').map((event) => ({
    uid: String(event.getFirstPropertyValue('uid')),
    day: String(event.getFirstPropertyValue('dtstart')),
    title: String(event.getFirstPropertyValue('summary')),
    sequence: Number(event.getFirstPropertyValue('sequence')),
    stamp: String(event.getFirstPropertyValue('dtstamp')),
    modified: String(event.getFirstPropertyValue('last-modified')),
  }));
}

const entry = fc.record({
  uid: fc
    .nat(6)
    .map(
      (number) =>
        `service-with-quite-a-long-name-that-is-folded-over-two-lines-of-the-file-${number}-expiry@allinea`,
    ),
  day: fc.nat(5).map((offset) => addDays(day('2026-12-04'), offset)),
  title: fc.constantFrom('Scade: Officine Rossi srl', 'Scade: Però & figli; «à»', 'x'.repeat(100)),
  text: fc.constantFrom('', 'SEQUENCE:5\nUID:no\nBEGIN:VEVENT'),
  alarmDays: fc.constantFrom<readonly number[]>([], [7, 1]),
});
const files = fc.array(
  fc.tuple(
    fc.uniqueArray(entry, { selector: ({ uid }) => uid, maxLength: 6 }),
    fc.integer({ min: -90, max: 600 }),
  ),
  {
    minLength: 2,
    maxLength: 6,
  },
);

const same = (a: CalendarEntry, b: CalendarEntry): boolean => JSON.stringify(a) === JSON.stringify(b);

law('an event that says the same keeps its stamps, a changed one counts as newer, one that is gone is gone', {
  subject: keepStamps,
  wrong: (before, next) =>
    before === '' ? next : keepStamps(before, next).replace(/^SEQUENCE:\d+/m, 'SEQUENCE:1'),
  given: files,
  runs: 200,
  holds(keep, list) {
    let text = '';
    let now = start;
    let before: readonly CalendarEntry[] = [];
    for (const [entries, minutes] of list) {
      // The clock may go back.
      now += minutes * 60_000;
      const fresh = writeIcs('Scadenze', entries, now);
      const old = new Map(text === '' ? [] : events(text).map((event) => [event.uid, event]));
      const kept = keep(text, fresh);
      const wanted = new Map(events(fresh).map((event) => [event.uid, event]));
      expect(events(kept).map(({ uid, day: on, title }) => ({ uid, on, title }))).toEqual(
        entries.map(({ uid, day: on, title }) => ({ uid, on, title })),
      );
      for (const event of events(kept)) {
        const earlier = old.get(event.uid);
        const was = before.find(({ uid }) => uid === event.uid);
        const is = entries.find(({ uid }) => uid === event.uid);
        if (earlier === undefined || was === undefined || is === undefined)
          expect(event).toEqual(wanted.get(event.uid));
        else if (same(was, is)) expect(event).toEqual(earlier);
        else expect(event.sequence).toBeGreaterThan(earlier.sequence);
      }
      expect(keep(kept, writeIcs('Scadenze', entries, now + 60_000))).toBe(kept);
      for (const line of kept.split('\r\n'))
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      [text, before] = [kept, entries];
    }
  },
});

test('whatever lay there before, the new file is whole', () => {
  const next = writeIcs(
    'Scadenze',
    [{ uid: 'a@allinea', day: day('2026-12-04'), title: 'Scade', text: '', alarmDays: [] }],
    start,
  );
  for (const before of [
    '',
    'BEGIN:VEVENT\r\n',
    'not a calendar',
    '\u0000',
    next.replace('SEQUENCE:', 'SEQUENCE:x'),
    next.replaceAll('\r\n', '\n'),
  ])
    expect(events(keepStamps(before, next)).map(({ uid, day: on }) => [uid, on])).toEqual([
      ['a@allinea', '2026-12-04'],
    ]);
});
