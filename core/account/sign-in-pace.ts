/** Aruba accepts one sign-in a minute; a refused one counts too (domain.md 6.5). */
const signInPauseMs = 60_000;
/** After "too many requests" nothing is asked for this long. Clients that waited less were refused again. */
const refusedPauseMs = 90_000;

/** A sign-in that may be sent. `ended` is called once, when its answer is there. */
export interface SignInTurn {
  ended(): void;
}

/** Keeps sign-ins a minute apart. Nothing waits here: whoever comes too soon is told the time left. */
export interface SignInPace {
  /** The time until a sign-in may be sent. 0: now. */
  waitMs(): number;
  /** The time until anything may be asked, after a 429. 0: now. */
  heldMs(): number;
  /** Null if it is too soon, or if a sign-in is on its way. */
  begin(): SignInTurn | null;
  /** Aruba answered 429. */
  refused(): void;
}

/** The times of a pace that has not begun. */
export const newPace = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY] as const;

/**
 * `elapsed`: milliseconds that never jump. The minute counts from the sending, and anew from the answer: a
 * slow request reaches Aruba late. `times`: when a sign-in, and when anything, may be sent again. Whoever
 * shares them keeps one pace.
 */
export function createSignInPace(
  elapsed: () => number,
  times: { [index: number]: number } = [...newPace],
): SignInPace {
  const [free, held] = [0, 1];
  let underWay = false;

  const until = (which: number): number => Math.max(0, (times[which] ?? 0) - elapsed());
  const waitMs = (): number => (underWay ? signInPauseMs : Math.max(until(free), until(held)));

  return {
    waitMs,
    heldMs: () => until(held),
    begin() {
      if (waitMs() > 0) return null;
      underWay = true;
      times[free] = elapsed() + signInPauseMs;
      return {
        ended() {
          underWay = false;
          times[free] = elapsed() + signInPauseMs;
        },
      };
    },
    refused() {
      times[held] = elapsed() + refusedPauseMs;
    },
  };
}
