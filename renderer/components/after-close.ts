// What a person chose in a dialog opens a screen or another dialog. It runs after the dialog has given the
// focus back, one frame after it closed: so it keeps the focus. A key or a click that comes sooner is meant
// for what was chosen, which runs first then.

const acts = ['keydown', 'pointerdown'] as const;
let waiting: (() => void) | null = null;

function runNow(): void {
  for (const act of acts) window.removeEventListener(act, runNow, true);
  const run = waiting;
  waiting = null;
  run?.();
}

/** Runs it in two frames, or before the next key or click. */
export function afterClose(run: () => void): void {
  runNow();
  waiting = run;
  for (const act of acts) window.addEventListener(act, runNow, true);
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (waiting === run) runNow();
    }),
  );
}
