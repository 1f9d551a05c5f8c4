import { addDays, type Day } from '../../kernel/day.ts';

/**
 * A whole day in a calendar. The `uid` stays the same when the day moves: a calendar then moves its entry and
 * makes no second one.
 */
export interface CalendarEntry {
  readonly uid: string;
  readonly day: Day;
  readonly title: string;
  readonly text: string;
  /** Reminders at nine in the morning, so many days before. */
  readonly alarmDays: readonly number[];
}

const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n');

/** Bytes of a character in UTF-8. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

const plain = /^[\x20-\x7e]*$/;

/** Of one byte a character: 75, and 74 after the blank with which the lines that go on begin. */
function plainFolded(line: string): string {
  const pieces = [line.slice(0, 75)];
  for (let at = 75; at < line.length; at += 74) pieces.push(` ${line.slice(at, at + 74)}`);
  return pieces.join('\r\n');
}

/** A content line in pieces of 75 bytes at most, never within a character (RFC 5545, 3.1). */
function folded(line: string): string {
  // Nearly all lines are short, and most of the others have one byte a character: of thousands of events only
  // the rest is measured.
  if (line.length * 3 <= 75) return line;
  if (plain.test(line)) return plainFolded(line);
  const pieces: string[] = [];
  let piece = '';
  let bytes = 0;
  for (const character of line) {
    const size = bytesOf(character);
    if (bytes + size > 75) {
      pieces.push(piece);
      piece = ' ';
      bytes = 1;
    }
    piece += character;
    bytes += size;
  }
  return [...pieces, piece].join('\r\n');
}

const compact = (day: Day): string => day.replaceAll('-', '');

const epoch = '1970-01-01' as Day;
const dayMs = 86_400_000;

/** An instant in milliseconds since 1970 as 20261124T090000Z. */
function stampOf(now: number): string {
  const seconds = Math.floor((now % dayMs) / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = `${two(Math.floor(seconds / 3600))}${two(Math.floor(seconds / 60) % 60)}${two(seconds % 60)}`;
  return `${compact(addDays(epoch, Math.floor(now / dayMs)))}T${time}Z`;
}

/** Nine in the morning, `days` before the day begins. */
const nineBefore = (days: number): string => (days === 0 ? 'PT9H' : `-P${days - 1}DT15H`);

function eventOf(
  { uid, day, title, text, alarmDays }: CalendarEntry,
  stamp: string,
  sequence: number,
): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'TRANSP:TRANSPARENT',
    ...alarmDays.flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(title)}`,
      `TRIGGER:${nineBefore(days)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

/**
 * A calendar file (RFC 5545) of whole days, which mean the same in every time zone. Written anew with the
 * same uids it updates
 * what an earlier one brought. `now`: milliseconds since 1970; later files count as newer.
 */
export function writeIcs(name: string, entries: readonly CalendarEntry[], now: number): string {
  const stamp = stampOf(now);
  const sequence = Math.floor(now / 60_000);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Allinea//Scadenze//IT',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Europe/Rome',
    // How often one who subscribes looks again: the first is the standard's (RFC 7986), the second what older
    // programs read.
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...entries.flatMap((entry) => eventOf(entry, stamp, sequence)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
