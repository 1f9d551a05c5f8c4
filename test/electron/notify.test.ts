// The system's notifications. Each is shown or fails, a click is reported, and no text is logged.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createNotify } from '../../electron/adapters/notify.ts';
import { Notification, notificationEnds } from '../support/fake-electron.ts';

const lines: unknown[] = [];
const notify = createNotify({
  info: (...line) => void lines.push(line),
  error: (...line) => void lines.push(line),
});
const words = { title: 'Officine Rossi srl', body: 'Ultimo giorno per il bonifico', read: 'Ho letto' };

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(notificationEnds, { next: 'show', supported: true });
  Notification.shown.length = 0;
  lines.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

test('a notification that is shown reports it, each click on it and its button', async () => {
  const heard = vi.fn<(what: string) => void>();
  expect(await notify(words, heard)).toBe(true);
  const { title, body } = words;
  const actions = [{ type: 'button', text: 'Ho letto' }];
  expect(Notification.shown.map(({ options }) => options)).toEqual([{ title, body, actions }]);
  Notification.shown[0]?.emit('click', {});
  Notification.shown[0]?.emit('click', {});
  Notification.shown[0]?.emit('action', {}, 0);
  expect(heard.mock.calls).toEqual([['clicked'], ['clicked'], ['read']]);
  expect(lines).toEqual([]);
});

test('a system without notifications shows none', async () => {
  notificationEnds.supported = false;
  expect(await notify(words, () => undefined)).toBe(false);
  expect(Notification.shown).toEqual([]);
});

test.each([
  ['failed', 'refused'],
  [null, 'no-answer'],
] as const)('one that ends in %s was not shown', async (next, why) => {
  notificationEnds.next = next;
  const ended = notify(words, () => undefined);
  await vi.advanceTimersByTimeAsync(5000);
  expect(await ended).toBe(false);
  expect(lines).toEqual([['notification.failed', { why }]]);
});

test('a notification that throws counts as not shown', async () => {
  vi.spyOn(Notification.prototype, 'show').mockImplementationOnce(() => {
    throw new Error('no bus');
  });
  expect(await notify(words, () => undefined)).toBe(false);
});
