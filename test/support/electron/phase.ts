// When Electron accepts what. The fake follows it once a test has begun a start; until then anything goes.

/** `any`: the order does not matter to this test. */
export type Phase = 'any' | 'before' | 'ready';

const state: { phase: Phase; calls: string[] } = { phase: 'any', calls: [] };

/** Begins a start of the program, or leaves the order to itself again. */
export function enter(phase: Phase): void {
  state.phase = phase;
  state.calls = [];
}

export const phaseNow = (): Phase => state.phase;

export function becomeReady(): void {
  if (state.phase === 'before') state.phase = 'ready';
}

/** The calls of this start, in order. */
export const calls = (): readonly string[] => state.calls;

export const note = (call: string): void => void state.calls.push(call);

/** Electron refuses it before `ready`. */
export function onlyReady(call: string): void {
  note(call);
  if (state.phase === 'before') throw new Error(`${call} cannot be used before the app is ready`);
}

/** Electron refuses it from `ready` on. */
export function onlyBefore(call: string): void {
  note(call);
  if (state.phase === 'ready') throw new Error(`${call} should be called before app is ready`);
}
