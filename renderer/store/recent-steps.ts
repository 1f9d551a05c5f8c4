import { create } from 'zustand';
import type { ChangedEvent } from '../../core/bridge/contract.ts';
import { undo } from './actions.ts';
import { useDesk } from './desk.ts';

type Step = NonNullable<ChangedEvent['undoable']>;

/** More steps are not a list that one looks through. */
const most = 10;

/** The steps that can be taken back, the newest first, as far as this window has seen them. */
export const useRecentSteps = create<{ readonly steps: readonly Step[] }>()(() => ({ steps: [] }));

/** The list after the newest step has changed. What is above it was undone; null ends the list. */
export function stepsAfter(steps: readonly Step[], newest: Step | null): readonly Step[] {
  if (newest === null) return [];
  const before = steps.filter(({ step }) => step < newest.step);
  return [newest, ...before].slice(0, most);
}

/** Follows the newest step from now on. */
export function followSteps(): void {
  useDesk.subscribe(({ undoable }, { undoable: before }) => {
    if (undoable?.step !== before?.step)
      useRecentSteps.setState(({ steps }) => ({ steps: stepsAfter(steps, undoable) }));
  });
}

/** Takes back everything down to this step, one step after the other, until one cannot be taken back. */
export async function undoTo(step: number): Promise<void> {
  for (;;) {
    const newest = useDesk.getState().undoable;
    if (newest === null || newest.step < step) return;
    await undo();
    if (useDesk.getState().undoable?.step === newest.step) return;
  }
}
