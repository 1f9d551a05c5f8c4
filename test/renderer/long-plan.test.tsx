// The plan of ten years is worked out while a person still looks at the list of years.
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { planChoices } from '../../core/desk/plan/decide-plan.ts';
import { beginPlan, useLongPlanReady } from '../../renderer/screens/renewal-plan/use-renewal-plan.ts';
import { readyInSteps } from '../../renderer/components/use-steps.ts';
import { useDesk } from '../../renderer/store/desk.ts';
import { show } from './screen.tsx';

const { requestIdleCallback: request, cancelIdleCallback: cancel } = globalThis;
let waiting = new Map<number, IdleRequestCallback>();

beforeEach(() => {
  waiting = new Map();
  let asked = 0;
  globalThis.requestIdleCallback = (callback) => {
    asked += 1;
    waiting.set(asked, callback);
    return asked;
  };
  globalThis.cancelIdleCallback = (which) => void waiting.delete(which);
});
afterEach(() => {
  globalThis.requestIdleCallback = request;
  globalThis.cancelIdleCallback = cancel;
});

/** The window has nothing to do, for one step of work. */
const idle = (): Promise<void> =>
  act(async () => {
    const callbacks = [...waiting.values()];
    waiting.clear();
    for (const callback of callbacks) callback({ didTimeout: false, timeRemaining: () => 0 });
  });

test('it begins when the list opens, stops when it closes or the screen goes, and is there at the end', async () => {
  await show(() => null);
  const { state } = useDesk.getState();
  const choices = { ...planChoices(undefined, state.today), horizonMonths: 120 };
  /** Nothing is left to do, without a step, if it is there. */
  const isThere = (): boolean => readyInSteps(beginPlan(state, choices)).next().done === true;
  const { result, unmount } = renderHook(() => useLongPlanReady(state, null, 120));
  expect(waiting.size).toBe(0);
  act(() => result.current(true));
  expect(waiting.size).toBe(1);
  act(() => result.current(false));
  expect(waiting.size).toBe(0);
  expect(isThere()).toBe(false);

  act(() => result.current(true));
  for (let turns = 0; waiting.size > 0 && turns < 1000; turns += 1) await idle();
  expect(waiting.size).toBe(0);
  expect(isThere()).toBe(true);

  act(() => result.current(true));
  unmount();
  expect(waiting.size).toBe(0);
});
