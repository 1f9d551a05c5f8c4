// What was chosen in a dialog that closes: it runs after the focus has gone back, and before the next key.
import { fireEvent } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { afterClose } from '../../renderer/components/after-close.ts';

const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
afterEach(async () => {
  await frame();
  await frame();
});

test('it runs once, in the second frame', async () => {
  const run = vi.fn();
  afterClose(run);
  await frame();
  expect(run).not.toHaveBeenCalled();
  await frame();
  await frame();
  expect(run).toHaveBeenCalledTimes(1);
});

test.each(['keydown', 'pointerdown'])('a %s that comes sooner finds it done', async (type) => {
  const seen: string[] = [];
  const hear = (): void => void seen.push('pressed');
  document.body.addEventListener(type, hear);
  afterClose(() => void seen.push('chosen'));
  fireEvent(document.body, new Event(type, { bubbles: true }));
  document.body.removeEventListener(type, hear);
  await frame();
  await frame();
  expect(seen).toEqual(['chosen', 'pressed']);
});

test('two that wait run in their order', async () => {
  const seen: number[] = [];
  afterClose(() => void seen.push(1));
  afterClose(() => void seen.push(2));
  expect(seen).toEqual([1]);
  await frame();
  await frame();
  await frame();
  expect(seen).toEqual([1, 2]);
});
