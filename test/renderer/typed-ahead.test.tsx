import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepTyped, takeTyped } from '../../renderer/shell/typed-ahead.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  takeTyped();
  vi.useRealTimers();
});

const press = (key: string, held: KeyboardEventInit = {}): boolean =>
  document.body.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }),
  );

test('what is typed before the palette is there is kept, and no shortcut takes it', () => {
  const heard: string[] = [];
  const listen = (event: Event): void => void heard.push((event as KeyboardEvent).key);
  document.addEventListener('keydown', listen);
  keepTyped();
  for (const key of ['c', 'o', 'x', 'Backspace', 'n', '?']) expect(press(key)).toBe(false);
  // What is no text goes on its way.
  expect(press('Escape')).toBe(true);
  expect(press('z', { ctrlKey: true })).toBe(true);
  expect(takeTyped()).toBe('con?');
  press('d');
  expect(takeTyped()).toBe('');
  expect(heard).toEqual(['Escape', 'z', 'd']);
  document.removeEventListener('keydown', listen);
});

test('a palette that does not come leaves the keys alone after a while', () => {
  keepTyped();
  press('a');
  vi.advanceTimersByTime(5000);
  expect(press('b')).toBe(true);
  keepTyped();
  expect(takeTyped()).toBe('');
});
