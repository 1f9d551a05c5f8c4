/** After so many wrong codes in a minute no code of the studio is looked at until the minute is over. */
const mostWrong = 20;
const minuteMs = 60_000;

/** Counts wrong codes of invitations. In memory: a code has 192 random bits, this only keeps a flood away. */
export function createGuesses() {
  const wrong = new Map<string, { readonly since: number; readonly count: number }>();
  const current = (studio: string, now: number) => {
    const known = wrong.get(studio);
    return known === undefined || now - known.since >= minuteMs ? { since: now, count: 0 } : known;
  };
  return {
    tooMany: (studio: string, now: number): boolean => current(studio, now).count >= mostWrong,
    failed(studio: string, now: number): void {
      // Names of studios are made up by a guesser too: they must not fill the memory.
      if (wrong.size > 10_000) wrong.clear();
      const { since, count } = current(studio, now);
      wrong.set(studio, { since, count: count + 1 });
    },
  };
}
