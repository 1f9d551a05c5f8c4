// Commands that are marked as sent by one write: a disk takes as long for one as for fifty.

/** A marked command cannot be withdrawn. So a group holds what is sent in about this time. */
const groupMs = 100;
const mostInGroup = 50;
/** Where it takes this long all the same, its rest can be withdrawn again. */
const longestGroupMs = 1000;

/** The size of the next group, if `sent` commands of the last one took so long. */
export const groupSize = (tookMs: number, sent: number): number =>
  Math.max(1, Math.min(mostInGroup, Math.floor((groupMs * sent) / Math.max(tookMs, sent))));

/** Whether a group has taken so long that no more of it is sent. */
export const isSlow = (tookMs: number): boolean => tookMs > longestGroupMs;
