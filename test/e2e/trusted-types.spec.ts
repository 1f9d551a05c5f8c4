// The page cannot turn a text into markup or a script, whatever asks it to.
import { expect } from '@playwright/test';
import { sharedDesk, test } from './desk.ts';

const desk = sharedDesk();

/** What the page's own code gets if it tries. */
const tried = (what: string): Promise<string> =>
  desk.page.evaluate((source) => {
    const attempts: Readonly<Record<string, () => void>> = {
      markup: () => void (document.createElement('div').innerHTML = '<img src=x>'),
      beside: () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
      document: () => document.write('<b>x</b>'),
      parser: () => void new DOMParser().parseFromString('<b>x</b>', 'text/html'),
      handler: () => document.createElement('a').setAttribute('onclick', 'x()'),
      script: () => void (document.createElement('script').src = 'https://elsewhere.example/x.js'),
      code: () => void (document.createElement('script').text = 'x()'),
      worker: () => void new Worker('https://elsewhere.example/x.js'),
      policy: () => {
        const { trustedTypes } = globalThis as unknown as {
          readonly trustedTypes: { createPolicy(name: string, rules: object): unknown };
        };
        trustedTypes.createPolicy('other', { createHTML: (text: string) => text });
      },
      nothing: () => void (document.createElement('div').innerHTML = ''),
    };
    try {
      attempts[source]?.();
      return 'done';
    } catch (error) {
      return error instanceof Error ? error.name : 'thrown';
    }
  }, what);

test('a text becomes neither markup nor a script, and no other policy can be made', async () => {
  for (const what of [
    'markup',
    'beside',
    'document',
    'parser',
    'handler',
    'script',
    'code',
    'worker',
    'policy',
  ])
    expect.soft(await tried(what), what).toBe('TypeError');
  const complaints = desk.complaints();
  expect(complaints).toHaveLength(9);
  for (const complaint of complaints) expect(complaint).toContain('The action has been blocked');
  expect(await tried('nothing')).toBe('done');
});
