// Written by hand because it is short, and the library ics takes the time from its own clock: the same
// entries must give the same file.
import { addDays, type Day } from '../../kernel/day.ts';
import { eachInSteps, finish, type Steps } from '../../kernel/steps.ts';

/**
 * A whole day in a calendar. The `uid` stays the same if the day moves: a calendar then moves its entry
 * and does not add a second one.
 */
export interface CalendarEntry {
  readonly uid: string;
  readonly day: Day;
  readonly title: string;
  readonly text: string;
  /** One reminder for each number: at 9:00, that many days before. */
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

/** Folds a line of one-byte characters: 75 in the first piece, then a blank and 74 in each next one. */
function plainFolded(line: string): string {
  const pieces = [line.slice(0, 75)];
  for (let at = 75; at < line.length; at += 74) pieces.push(` ${line.slice(at, at + 74)}`);
  return pieces.join('\r\n');
}

/** Splits a content line into pieces of at most 75 bytes, never inside a character (RFC 5545, 3.1). */
function folded(line: string): string {
  // Nearly all lines are short, and most others have only one-byte characters. Measuring each character is
  // slow, so only the rest is measured.
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

/** An instant in milliseconds since 1970, written as 20261124T090000Z. */
function stampOf(now: number): string {
  const seconds = Math.floor((now % dayMs) / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = `${two(Math.floor(seconds / 3600))}${two(Math.floor(seconds / 60) % 60)}${two(seconds % 60)}`;
  return `${compact(addDays(epoch, Math.floor(now / dayMs)))}T${time}Z`;
}

/** The trigger of a reminder: 9:00 on the day that is `days` days before. */
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

/** Entries in one step. */
const slice = 100;

const linesText = (lines: readonly string[]): string => lines.map((line) => `${folded(line)}\r\n`).join('');

/**
 * Writes a calendar file (RFC 5545) of whole days, which mean the same in every time zone. A later
 * file with the same uids updates the entries of an earlier one. `now`: milliseconds since 1970;
 * later files count as newer.
 */
export function* writeIcsInSteps(
  name: string,
  entries: readonly CalendarEntry[],
  now: number,
): Steps<string> {
  const stamp = stampOf(now);
  const sequence = Math.floor(now / 60_000);
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Allinea//Scadenze//IT',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Europe/Rome',
    // How often a subscribed calendar looks again. The first line is the standard (RFC 7986), the
    // second is for older programs.
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
  ];
  const events = yield* eachInSteps(
    Math.ceil(entries.length / slice),
    (piece) =>
      linesText(
        entries.slice(piece * slice, (piece + 1) * slice).flatMap((entry) => eventOf(entry, stamp, sequence)),
      ),
    1,
  );
  return [linesText(head), ...events, linesText(['END:VCALENDAR'])].join('');
}

export const writeIcs = (name: string, entries: readonly CalendarEntry[], now: number): string =>
  finish(writeIcsInSteps(name, entries, now));
