// The plan of ten years is worked out while a person still looks at the list of years.
import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { planChoices } from '../../core/desk/plan/decide-plan.ts';
import { beginPlan, useLongPlanReady } from '../../renderer/screens/renewal-plan/use-renewal-plan.ts';
import { readyInSteps } from '../../renderer/components/use-steps.ts';
import { useDesk } from '../../renderer/store/desk.ts';
import { show } from './screen.tsx';
import { givenIdleTime } from '../support/idle-time.ts';

const idleTime = givenIdleTime();

/** The window has nothing to do, for one step of work. */
const idle = (): Promise<void> => act(async () => idleTime.give());

test('it begins when the list opens, stops when it closes or the screen goes, and is there at the end', async () => {
  await show(() => null);
  const { state } = useDesk.getState();
  const choices = { ...planChoices(undefined, state.today), horizonMonths: 120 };
  /** Nothing is left to do, without a step, if it is there. */
  const isThere = (): boolean => readyInSteps(beginPlan(state, choices)).next().done === true;
  const { result, unmount } = renderHook(() => useLongPlanReady(state, null, 120));
  expect(idleTime.waiting()).toBe(0);
  act(() => result.current(true));
  expect(idleTime.waiting()).toBe(1);
  act(() => result.current(false));
  expect(idleTime.waiting()).toBe(0);
  expect(isThere()).toBe(false);

  act(() => result.current(true));
  for (let turns = 0; idleTime.waiting() > 0 && turns < 1000; turns += 1) await idle();
  expect(idleTime.waiting()).toBe(0);
  expect(isThere()).toBe(true);

  act(() => result.current(true));
  unmount();
  expect(idleTime.waiting()).toBe(0);
});
