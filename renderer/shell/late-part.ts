/** A part of the program that is a file of its own. */
export interface LatePart<T> {
  /** The part, if its file is loaded. */
  readonly loaded: () => T | undefined;
  /** Loads the file once. After a failure the next call tries again. */
  readonly load: () => Promise<T>;
}

const parts: LatePart<unknown>[] = [];

/** Makes a part and adds it to those that `loadWhenIdle` loads. */
export function latePart<T>(fetch: () => Promise<T>): LatePart<T> {
  let here: T | undefined;
  let coming: Promise<T> | undefined;
  const part: LatePart<T> = {
    loaded: () => here,
    load: () => {
      coming ??= fetch().then(
        (loaded) => {
          here = loaded;
          return loaded;
        },
        (error: unknown) => {
          coming = undefined;
          throw error;
        },
      );
      return coming;
    },
  };
  parts.push(part);
  return part;
}

/**
 * Loads the parts one after another, each at a time when `idle` resolves. A part that fails is left out:
 * its screen loads it again when it is opened, and says so if it fails again.
 */
export async function loadWhenIdle(
  idle: () => Promise<void> = untilIdle,
  waiting: readonly LatePart<unknown>[] = parts,
): Promise<void> {
  for (const part of waiting) {
    // oxlint-disable-next-line no-await-in-loop -- One at a time, so that the window stays free between them.
    await idle();
    // oxlint-disable-next-line no-await-in-loop -- The same.
    await part.load().catch(() => undefined);
  }
}

/** The window has nothing to do. */
export function untilIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve());
  });
}
