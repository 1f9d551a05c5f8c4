// What a page asks is answered by the studio that it shows, or not at all.
import type { BrowserWindow } from 'electron';
import { expect, test, vi } from 'vitest';
import { answeringTo } from '../../../electron/adapters/calling-window.ts';
import type { Application } from '../../../electron/application.ts';
import { givenManyStudios } from './noted-studios.ts';

const manyStudios = givenManyStudios();

/** A page that asks, and what it was answered. */
function page(application: Application) {
  const window = { isDestroyed: () => false } as BrowserWindow;
  const answers: unknown[] = [];
  return {
    answers,
    ask: (name: 'app/snapshot' | 'window/keep' | 'sync/now'): void =>
      void answeringTo(window, async () => {
        const handlers = application.handlers as unknown as Record<string, (payload: unknown) => unknown>;
        answers.push(await handlers[name]?.({ text: 'a place' }));
      }),
  };
}

test('what a page asks never reaches another studio than the one that it shows', async () => {
  const { application, during } = await manyStudios(undefined, 'alba');
  const { ask, answers } = page(application);
  ask('app/snapshot');
  ask('sync/now');
  await vi.waitFor(() => expect(answers).toEqual(['alba app/snapshot', 'alba sync/now']));
  during.push(() => ask('window/keep'));
  await application.handlers['studios/open']({ id: 'bruni' });
  // The page before still runs until the new one is there.
  ask('window/keep');
  ask('sync/now');
  expect(await application.handlers['sync/now'](null)).toBe('bruni sync/now');
  expect(answers).toHaveLength(2);
  ask('app/snapshot');
  ask('window/keep');
  await vi.waitFor(() => expect(answers.slice(2)).toEqual(['bruni app/snapshot', 'bruni window/keep']));
});

test('what the page that asks which studio keeps does not become the place in a new one', async () => {
  const { application, during } = await manyStudios();
  const { ask, answers } = page(application);
  ask('app/snapshot');
  await vi.waitFor(() => expect(answers).toEqual([null]));
  during.push(() => ask('window/keep'));
  await application.handlers['studios/open']({ id: 'alba' });
  ask('window/keep');
  expect(await application.handlers['sync/now'](null)).toBe('alba sync/now');
  expect(answers).toEqual([null]);
});

test('what is asked while the same studio is opened anew is answered by it', async () => {
  // Another computer took the folder during the start, so the first studio is opened a second time.
  const { application, during } = await manyStudios(undefined, 'alba');
  const { ask, answers } = page(application);
  ask('app/snapshot');
  during.push(() => ask('sync/now'));
  await vi.waitFor(() => expect(answers).toEqual(['alba app/snapshot', 'alba sync/now']));
});

test('a question to a studio that is closed meanwhile gets no answer: its page is loaded anew', async () => {
  const { application, failing } = await manyStudios();
  await application.handlers['studios/open']({ id: 'alba' });
  let answer = 'none';
  const asked = Promise.resolve(application.handlers['simulator/state'](null)).then(
    () => (answer = 'an answer'),
    () => (answer = 'a failure'),
  );
  await application.handlers['studios/open']({ id: 'bruni' });
  await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 20))]);
  expect(answer).toBe('none');
  // An error in a studio that stays open does reach the page.
  const failed = application.handlers['simulator/state'](null);
  await Promise.resolve();
  await Promise.resolve();
  for (const fail of failing.splice(0)) fail(new Error('no'));
  await expect(failed).rejects.toThrow('no');
});
