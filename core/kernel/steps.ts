/**
 * Long work in short steps. Each `yield` gives the share done, from 0 to 1. At each `yield` the
 * work may be paused or given up.
 */
export type Steps<T> = Generator<number, T, undefined>;

/** Runs all steps at once. Use it only if nothing waits meanwhile. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same work as a part of a larger one. Its shares run from `from` to `to`. */
export function* within<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + step.value * (to - from);
  }
}

/** Works on each of `count` items, some in one step. */
export function* eachInSteps<T>(count: number, work: (index: number) => T, atOnce = 200): Steps<T[]> {
  const done: T[] = [];
  for (let index = 0; index < count; index += 1) {
    if (index % atOnce === atOnce - 1) yield index / count;
    done.push(work(index));
  }
  return done;
}
