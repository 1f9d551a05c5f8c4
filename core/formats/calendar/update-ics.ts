// Written by hand because the library ics stamps every event with the current time, and an unchanged event
// must keep its stamp.
const eventPattern = /BEGIN:VEVENT\r\n[^]*?END:VEVENT\r\n/g;
const stampPattern = /^(?:DTSTAMP|LAST-MODIFIED|SEQUENCE):.*\r\n/gm;

/** The UID lines of an event as they are written. A long UID takes several lines. */
const uidOf = (event: string): string => /^UID:.*(?:\r\n .*)*/m.exec(event)?.[0] ?? '';

const sequenceOf = (event: string): number => Number(/^SEQUENCE:(\d{1,10})\r$/m.exec(event)?.[1] ?? 0);

const mostSequence = 2 ** 31 - 1;

/**
 * Returns `next`, but every event that is unchanged keeps its stamps from `before`. Calendars then see no
 * change, and a file without a changed event stays the same text. A changed event always counts as newer than
 * before, even if the clock was set back (RFC 5545, 3.8.7.4). An event that is missing in `next` is gone: a
 * published calendar is always complete.
 */
export function keepStamps(before: string, next: string): string {
  const known = new Map([...before.matchAll(eventPattern)].map(([event]) => [uidOf(event), event]));
  return next.replaceAll(eventPattern, (event) => {
    const old = known.get(uidOf(event));
    if (old === undefined) return event;
    if (old.replaceAll(stampPattern, '') === event.replaceAll(stampPattern, '')) return old;
    const sequence = Math.min(mostSequence, Math.max(sequenceOf(event), sequenceOf(old) + 1));
    return event.replace(/^SEQUENCE:\d+/m, `SEQUENCE:${sequence}`);
  });
}
