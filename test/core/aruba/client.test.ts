import { describe, expect, test } from 'vitest';
import type { CommandKey, OrderNumber, ServiceId } from '../../../core/kernel/id.ts';
import type { HttpAnswer, HttpRequest } from '../../../core/ports.ts';
import { createVendorClient } from '../../../core/aruba/client.ts';
import type { OrderRequest } from '../../../core/aruba/protocol.ts';
import { answer, html } from '../../support/scripted-vendor.ts';

const key = '01930000-0000-7000-8000-000000000001' as CommandKey;
const request = { purchase: 'x' } as unknown as OrderRequest;
const noChanges = { epoch: 'one', changes: [], nextCursor: 7, hasMore: false, serverDay: '2026-11-24' };
const done = {
  errorCode: '0000',
  errorDescription: 'Ordine ricevuto',
  orderNumber: '31904418',
  vendorQuote: null,
};
const refused = { errorCode: '0201', errorDescription: 'no', orderNumber: null, vendorQuote: null };

type Reply = HttpAnswer | { readonly kind: 'sign-in-needed' };

function clientOver(reply: Reply) {
  const requests: HttpRequest[] = [];
  const client = createVendorClient({
    send: async (sent) => {
      requests.push(sent);
      return reply;
    },
  });
  return { client, requests };
}

describe('what an answer says of a command', () => {
  test.each<
    readonly [what: string, reply: Reply, kind: 'received' | 'unsent' | 'unknown', why: string | null]
  >([
    ['yes', answer(200, done), 'received', null],
    ['a refusal of the business: processed too', answer(200, refused), 'received', null],
    ['200 as a page', answer(200, html), 'unknown', 'unreadable'],
    ['200 of another form', answer(200, { errorCode: '0000' }), 'unknown', 'unreadable'],
    ['200 with a code that is none', answer(200, { ...done, errorCode: 'OK' }), 'unknown', 'unreadable'],
    ['200 and nothing', answer(200, ''), 'unknown', 'unreadable'],
    ['400', answer(400, { errorCode: '0092', errorDescription: '' }), 'unsent', 'not-accepted'],
    ['401', answer(401), 'unsent', 'sign-in-needed'],
    ['404', answer(404, html), 'unsent', 'not-accepted'],
    ['409: the first one is still being processed', answer(409), 'unknown', 'no-answer'],
    ['413', answer(413), 'unsent', 'not-accepted'],
    ['422: the key was used for something else', answer(422), 'unsent', 'not-accepted'],
    ['429 as a page', answer(429, html), 'unsent', 'rate-limited'],
    ['500', answer(500, html), 'unknown', 'server-error'],
    ['502', answer(502, html), 'unknown', 'server-error'],
    ['504', answer(504, html), 'unknown', 'server-error'],
    ['a redirect', answer(302), 'unknown', 'server-error'],
    ['204', answer(204, ''), 'unknown', 'server-error'],
    ['no answer', { kind: 'no-answer' }, 'unknown', 'no-answer'],
    ['no connection', { kind: 'unreachable' }, 'unsent', 'unreachable'],
    ['sign-in needed', { kind: 'sign-in-needed' }, 'unsent', 'sign-in-needed'],
  ])('%s', async (_what, reply, kind, why) => {
    const expected = why === null ? { kind } : { kind, why };
    expect(await clientOver(reply).client.placeOrder(key, request)).toEqual(expected);
    expect(await clientOver(reply).client.cancelOrder(key, '31904418' as OrderNumber)).toEqual(expected);
  });

  test('the key goes along, the body is the request and nothing else', async () => {
    const { client, requests } = clientOver(answer(200, done));
    await client.placeOrder(key, request);
    await client.cancelOrder(key, '31904418' as OrderNumber);
    await client.setAutomaticRenewal(key, 'fe-studio' as ServiceId, false);
    expect(
      requests.map(({ method, path, body, headers }) => [method, path, body, headers['idempotency-key']]),
    ).toEqual([
      ['POST', '/api/v2/orders', JSON.stringify(request), key],
      ['POST', '/api/v2/orders/31904418/cancel', '{}', key],
      ['PUT', '/api/v2/services/fe-studio/automaticRenewal', '{"on":false}', key],
    ]);
  });
});

describe('what an answer says of a pull', () => {
  test.each<readonly [what: string, reply: Reply, why: string]>([
    ['a page', answer(200, html), 'unreadable'],
    ['another form', answer(200, { ...noChanges, nextCursor: -1 }), 'unreadable'],
    ['a change that is none', answer(200, { ...noChanges, changes: [{ type: 'weather' }] }), 'unreadable'],
    ['a day that is none', answer(200, { ...noChanges, serverDay: '2026-02-30' }), 'unreadable'],
    ['401', answer(401), 'sign-in-needed'],
    ['400', answer(400), 'server-error'],
    ['429', answer(429, html), 'rate-limited'],
    ['503', answer(503, html), 'server-error'],
    ['no answer', { kind: 'no-answer' }, 'no-answer'],
    ['no connection', { kind: 'unreachable' }, 'unreachable'],
    ['sign-in needed', { kind: 'sign-in-needed' }, 'sign-in-needed'],
  ])('%s', async (_what, reply, why) => {
    expect(await clientOver(reply).client.changes(3)).toEqual({ ok: false, error: why });
  });

  test('a page of changes after the cursor', async () => {
    const { client, requests } = clientOver(answer(200, noChanges));
    expect(await client.changes(3)).toMatchObject({
      ok: true,
      value: { ...noChanges, characters: JSON.stringify(noChanges).length },
    });
    expect(requests[0]?.path).toBe('/api/v2/changes?cursor=3&size=100');
  });
});
