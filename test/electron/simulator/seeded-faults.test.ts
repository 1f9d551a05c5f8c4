import { expect, test } from 'vitest';
import type { HttpAnswer } from '../../../core/ports.ts';
import { accepted } from '../../../core/aruba/protocol.ts';
import { newKey, openCounter, type Counter } from './counter.ts';
import { addUsersRequest } from './requests.ts';

/**
 * Places one order under a fault. Returns what the client saw, and how many orders the vendor has
 * besides the sample's.
 */
async function placeUnder(fault: object, counter?: Counter) {
  const at = counter ?? (await openCounter());
  const request = await addUsersRequest(at);
  const key = newKey();
  await at.fault({ times: 1, path: '/api/v2/orders', ...fault });
  const answer = await at.raw({
    method: 'POST',
    path: '/api/v2/orders',
    body: JSON.stringify(request),
    headers: { 'idempotency-key': key },
    timeoutMs: 300,
  });
  return { at, answer, key, request, placed: (await at.state()).orders.length - 1 };
}

const seen = (answer: HttpAnswer): string => {
  if (answer.kind !== 'answer') return answer.kind;
  try {
    JSON.parse(answer.body);
    return `${answer.status} JSON`;
  } catch {
    return `${answer.status} ${answer.body.includes('<html') ? 'HTML' : 'cut'}`;
  }
};

test.each([
  ['offline', 'unreachable', 0],
  ['no-answer', 'no-answer', 0],
  ['no-answer-after', 'no-answer', 1],
  ['too-many-requests', '429 HTML', 0],
  ['server-error', '503 HTML', 0],
  ['lost-reply', '504 HTML', 1],
  ['html', '200 HTML', 0],
  ['html-after', '200 HTML', 1],
  ['cut-json', '200 cut', 0],
  ['cut-json-after', '200 cut', 1],
  ['duplicate', '200 JSON', 1],
  ['reordered', '200 JSON', 1],
  ['slow', '200 JSON', 1],
  ['tokens-expired', '401 JSON', 0],
  ['tokens-revoked', '401 JSON', 0],
])('%s: the client sees %s, and %i orders are placed', async (kind, wanted, placed) => {
  const under = await placeUnder({ kind, delayMs: 5 });
  expect([seen(under.answer), under.placed]).toEqual([wanted, placed]);
  await under.at.enter();
  expect((await under.at.place(under.request, under.key)).errorCode).toBe(accepted);
  expect((await under.at.state()).orders).toHaveLength(2);
});

test('after `tokens-expired` a refresh still works, after `tokens-revoked` it does not', async () => {
  for (const [kind, status] of [
    ['tokens-expired', 200],
    ['tokens-revoked', 400],
  ] as const) {
    const counter = await openCounter({ signIn: false });
    const { refresh_token } = await counter.enter();
    await counter.fault({ kind, times: 1, path: '/api/' });
    expect((await counter.get('/api/v2/services')).status).toBe(401);
    expect((await counter.grant({ grant_type: 'refresh_token', refresh_token })).status, kind).toBe(status);
  }
});

test('a held back answer comes after the later one', async () => {
  const counter = await openCounter();
  await counter.fault({ kind: 'reordered', times: 1, delayMs: 5000, path: '/api/v2/services' });
  const order: string[] = [];
  const first = counter.get('/api/v2/services').then(() => order.push('first'));
  await counter.get('/api/v2/services').then(() => order.push('second'));
  await first;
  expect(order).toEqual(['second', 'first']);
});

test('by chance: the same seed gives the same faults, another seed others, and the share is kept', async () => {
  const run = async (seed: number): Promise<string> => {
    const counter = await openCounter();
    await counter.fault({
      kind: 'by-chance',
      seed,
      share: 0.5,
      kinds: ['offline', 'too-many-requests', 'server-error', 'cut-json'],
    });
    const answers: string[] = [];
    for (let request = 0; request < 40; request += 1)
      answers.push(seen(await counter.raw({ path: '/api/v2/services' })));
    return answers.join();
  };
  const once = await run(7);
  expect(await run(7)).toBe(once);
  expect(await run(8)).not.toBe(once);
  const hit = once.split(',').filter((answer) => answer !== '200 JSON').length;
  expect(hit).toBeGreaterThan(8);
  expect(hit).toBeLessThan(32);
  expect(new Set(once.split(','))).toEqual(
    new Set(['unreachable', '429 HTML', '503 HTML', '200 cut', '200 JSON']),
  );
});
