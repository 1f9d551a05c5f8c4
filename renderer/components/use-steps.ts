import { startTransition, useEffect, useState } from 'react';
import { finish, type Steps } from '../../core/kernel/steps.ts';
import { runSteps } from './run-steps.ts';

/** What steps came to, as long as their `begin` is used: a screen that is opened again need not run them. */
const done = new WeakMap<() => unknown, { readonly value: unknown }>();

/** The value of the steps, worked out at once unless it is known already. */
export function finished<T>(begin: () => Steps<T>): T {
  const known = done.get(begin) as { readonly value: T } | undefined;
  const found = known ?? { value: finish(begin()) };
  done.set(begin, found);
  return found.value;
}

/** The same value in small steps, before anybody asks (`takeWhenIdle`). */
export function* readyInSteps<T>(begin: () => Steps<T>): Steps<void> {
  if (!done.has(begin)) done.set(begin, { value: yield* begin() });
}

/**
 * What the steps come to, worked out in slices while the window answers; null until it is known. `isNow` is
 * false while it is worked out anew: the value is then the one before. Another `begin` starts anew: it must
 * be the same function until something changes.
 */
export function useSteps<T>(
  begin: () => Steps<T>,
  when: 'at-once' | 'soon' = 'soon',
): { readonly value: T | null; readonly isNow: boolean } {
  const [known, setKnown] = useState<{ readonly begin: () => Steps<T>; readonly value: T } | null>(null);
  const before = done.get(begin) as { readonly value: T } | undefined;
  const isMissing = before === undefined;
  useEffect(() => {
    if (!isMissing) return;
    const controller = new AbortController();
    const { signal } = controller;
    async function work(): Promise<void> {
      // Somebody else may have needed it at once, after this was rendered.
      const found = done.get(begin) as { readonly value: T } | undefined;
      const value = found?.value ?? (await runSteps(begin(), { signal, onProgress: () => undefined }));
      if (value === null || signal.aborted) return;
      done.set(begin, { value });
      // What is shown may be long. It is rendered in slices too.
      startTransition(() => setKnown({ begin, value }));
    }
    const soon = when === 'soon' ? setTimeout(() => void work()) : undefined;
    if (soon === undefined) void work();
    return () => {
      clearTimeout(soon);
      controller.abort();
    };
  }, [begin, when, isMissing]);
  if (before !== undefined) return { value: before.value, isNow: true };
  return { value: known?.value ?? null, isNow: known?.begin === begin };
}

/** The same for what a screen always shows: at once the first time, and then a moment after each change. */
export function useStepsAfterFirst<T>(begin: () => Steps<T>): T {
  const [last, setLast] = useState(() => finished(begin));
  const { value, isNow } = useSteps(begin);
  if (!isNow || value === null) return last;
  if (value !== last) setLast(value);
  return value;
}
