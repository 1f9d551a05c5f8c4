/** The other side works at one while others are on their way to it or back. */
const mostOnTheirWay = 4;

export interface Sending<Entry, Outcome> {
  readonly push: (entry: Entry) => Promise<Outcome>;
  /**
   * What an entry is about. Two about the same are never on their way together. Null: about everything, so it
   * travels alone.
   */
  readonly about: (entry: Entry) => string | null;
  /** Called at each answer. False: nothing more may be sent. */
  readonly answered: (entry: Entry, outcome: Outcome) => boolean;
}

/**
 * Sends entries in their order, a few at once, and returns how many were sent. Resolves when none is on its
 * way any more. If something breaks, nothing more is sent, and it rejects when none is on its way.
 */
export async function sendSeveral<Entry, Outcome>(
  entries: readonly Entry[],
  { push, about, answered }: Sending<Entry, Outcome>,
): Promise<number> {
  const onTheirWay = new Map<Entry, Promise<void>>();
  const broken: unknown[] = [];
  let sent = 0;
  let goesOn = true;

  function mayLeave(entry: Entry): boolean {
    if (onTheirWay.size === 0) return true;
    const name = about(entry);
    if (name === null || onTheirWay.size >= mostOnTheirWay) return false;
    return [...onTheirWay.keys()].every((other) => {
      const otherName = about(other);
      return otherName !== null && otherName !== name;
    });
  }

  async function send(entry: Entry): Promise<void> {
    try {
      const outcome = await push(entry);
      goesOn = answered(entry, outcome) && goesOn;
    } catch (problem) {
      broken.push(problem);
      goesOn = false;
    }
    onTheirWay.delete(entry);
  }

  for (;;) {
    const next = goesOn ? entries[sent] : undefined;
    if (next !== undefined && mayLeave(next)) {
      sent += 1;
      onTheirWay.set(next, send(next));
    } else if (onTheirWay.size > 0) await Promise.race(onTheirWay.values());
    else break;
  }
  if (broken.length > 0) throw broken[0];
  return sent;
}
