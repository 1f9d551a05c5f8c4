const eventPattern = /BEGIN:VEVENT\r\n[^]*?END:VEVENT\r\n/g;
const stampPattern = /^(?:DTSTAMP|LAST-MODIFIED|SEQUENCE):.*\r\n/gm;

/** The uid of an event as it is written, also over several lines. */
const uidOf = (event: string): string => /^UID:.*(?:\r\n .*)*/m.exec(event)?.[0] ?? '';

const sequenceOf = (event: string): number => Number(/^SEQUENCE:(\d{1,10})\r$/m.exec(event)?.[1] ?? 0);

const mostSequence = 2 ** 31 - 1;

/**
 * `next` with the stamps of `before` on every event that says the same: to a calendar it has then not
 * changed, and a file without a
 * changed event is the same text. A changed event always counts as newer than before, also where the clock
 * was put back (RFC 5545,
 * 3.8.7.4). An event that is no longer in `next` is gone: a published calendar is the whole of it.
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
