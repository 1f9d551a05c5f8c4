// Compares the document at /openapi.json with the real backend: every route is called, and the document
// checks every answer.
import { expect, test } from 'vitest';
import { systemScheduler } from '../../../electron/adapters/system.ts';
import { openBackend } from '../../../electron/simulator/open-backend.ts';
import { sampleAccount } from '../../../electron/simulator/sample/sample.ts';
import { apiDocument } from './api-document.ts';
import { memoryStore, newKey, noon, openCounter, type Counter } from './counter.ts';
import { addUsersRequest, firstPurchaseRequest, renewalRequest } from './requests.ts';

const read = async () =>
  apiDocument((await (await openCounter({ signIn: false })).get('/openapi.json')).text);

const user = {
  username: 'gsanna01',
  email: 'g.sanna@studiobianchi.example',
  permissions: ['read', 'create'],
};
const services = '/api/v2/services';
const cart = '/api/v2/carts/service-fe-studio';
const renewalCart = '/api/v2/carts/renewal-fe-adriatica';
type Step = readonly [
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  status: number,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
];

const withKey = (key = newKey()) => ({ 'idempotency-key': key });

/** The calls: accepted, refused by the business rules, refused as a request. */
async function script(counter: Counter): Promise<readonly Step[]> {
  const used = newKey();
  const order = await addUsersRequest(counter);
  const content = {
    kind: 'add-users',
    serviceId: 'fe-studio',
    quantity: 1,
    modules: [],
    conventionCode: null,
    extension: true,
  };
  const renewal = {
    kind: 'renewal',
    serviceId: 'fe-adriatica',
    years: 2,
    leftOut: ['fe-adriatica-6'],
    reduceTo: { user: 10 },
    conventionCode: null,
  };
  const changed = { email: user.email, permissions: ['read'] };
  return [
    ['POST', '/api/v2/orders', 200, order, withKey(used)],
    ['POST', '/api/v2/orders', 422, await firstPurchaseRequest(counter), withKey(used)],
    ['POST', '/api/v2/orders', 200, { ...order, rule: 'actual-days' }, withKey()],
    ['POST', '/api/v2/orders', 200, await renewalRequest(counter, 'fe-rossi', { years: 2 }), withKey()],
    ['POST', '/api/v2/orders', 200, await firstPurchaseRequest(counter, { promotion: true }), withKey()],
    ['POST', '/api/v2/orders', 400, order, {}],
    ['POST', '/api/v2/orders', 400, {}, withKey()],
    ['POST', '/api/v2/orders', 413, { note: 'x'.repeat(1_100_000) }, withKey()],
    ['POST', '/api/v2/orders/31904417/payments', 200, { method: 'card' }],
    ['POST', '/api/v2/orders/31904417/payments', 200, {}, withKey()],
    ['POST', '/api/v2/orders/-/payments', 400, {}],
    ['POST', '/api/v2/orders/31904418/cancel', 200, undefined, withKey()],
    ['POST', '/api/v2/orders/99999999/cancel', 200, undefined, withKey()],
    ['POST', '/api/v2/orders/31904418/cancel', 400],
    ['GET', '/api/v2/orders?size=100', 200],
    ['GET', '/api/v2/orders?status=cancelled&page=1', 200],
    ['GET', '/api/v2/orders?status=activation-failed', 200],
    ['GET', '/api/v2/orders?status=other', 400],
    ['GET', '/api/v2/orders/31904418', 200],
    ['GET', '/api/v2/orders/99999999', 404],
    ['POST', `${services}/fe-sole/users`, 200, user, withKey()],
    ['POST', `${services}/fe-sole/users`, 200, user, withKey()],
    ['POST', `${services}/fe-sole/users`, 400, {}, withKey()],
    ['PUT', `${services}/fe-sole/users/gsanna01`, 200, changed, withKey()],
    ['PUT', `${services}/fe-sole/users/gsanna01`, 422, changed, withKey(used)],
    ['GET', `${services}/fe-sole/users`, 200],
    ['DELETE', `${services}/fe-sole/users/gsanna01`, 200, undefined, withKey()],
    ['DELETE', `${services}/fe-sole/users/gsanna01`, 400],
    ['PUT', `${services}/fe-ferrara/automaticRenewal`, 200, { on: false }],
    ['PUT', `${services}/fe-studio/automaticRenewal`, 200, { on: true }, withKey()],
    ['PUT', `${services}/fe-studio/automaticRenewal`, 400, { on: 1 }],
    ['GET', `${services}?size=100`, 200],
    ['GET', `${services}?size=1000`, 400],
    ['GET', `${services}/fe-adriatica`, 200],
    ['GET', `${services}/fe-nessuno`, 404],
    ['GET', `${services}/fe-adriatica/items?size=100`, 200],
    ['GET', `${services}/fe-nessuno/items`, 404],
    ['GET', '/api/v2/priceLists', 200],
    ['GET', '/api/v2/mails?size=100', 200],
    ['GET', '/api/v2/changes?size=100', 200],
    ['GET', '/api/v2/changes?cursor=x', 400],
    ['GET', cart, 200],
    ['PUT', cart, 200, { content }, { ...withKey(), 'if-match': '"1"' }],
    ['PUT', cart, 412, { content: null }, { ...withKey(), 'if-match': '"0"' }],
    ['PUT', cart, 428, { content: null }, withKey()],
    ['PUT', cart, 400, { content: null }, { 'if-match': '"2"' }],
    ['PUT', cart, 400, {}, { ...withKey(), 'if-match': '"2"' }],
    ['GET', cart, 200],
    ['PUT', renewalCart, 200, { content: renewal }, { ...withKey(), 'if-match': '"0"' }],
    ['PUT', renewalCart, 400, { content: { ...renewal, years: 11 } }, { ...withKey(), 'if-match': '"1"' }],
    [
      'PUT',
      renewalCart,
      400,
      { content: { ...renewal, reduceTo: { documents: 1 }, leftOut: 'fe-adriatica-6' } },
      { ...withKey(), 'if-match': '"1"' },
    ],
    ['GET', renewalCart, 200],
    ['GET', '/auth/userInfo', 200],
    ['POST', '/simulator/actions', 200, { action: 'change-price-list', percent: 3 }],
    ['POST', '/simulator/actions', 200, { action: 'activate', orderNumber: '99999999' }],
    ['POST', '/simulator/actions', 200, { action: 'back-up' }],
    ['POST', '/simulator/actions', 200, { action: 'restore' }],
    ['PUT', cart, 410, { content: null }, { ...withKey(), 'if-match': '"0"', 'if-epoch': 'another' }],
    ['POST', '/simulator/actions', 400, { action: 'other' }],
    ['POST', '/simulator/faults', 200, { kind: 'none' }],
    ['POST', '/simulator/faults', 400, {}],
    ['POST', '/simulator/limits', 200, { on: true, perMinute: { auth: 2, others: 6000 } }],
    ['POST', '/simulator/limits', 400, { on: 'yes' }],
    ['GET', '/simulator/state', 200],
    ['GET', '/openapi.json', 200],
  ];
}

test('every route is asked, and every answer is what the document says, to the last field', async () => {
  const api = await read();
  const counter = await openCounter();
  const asked = new Set<string>();
  for (const [method, path, status, body, headers = {}] of await script(counter)) {
    const found = api.operationOf(method, path);
    expect(found, `${method} ${path}`).toBeDefined();
    if (found === undefined) continue;
    const answer = await counter.ask({
      method,
      path,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(answer.status, `${method} ${path} ${answer.text}`).toBe(status);
    expect(api.answerProblems(found.operation, answer), `${method} ${path}`).toEqual([]);
    const wanted = found.operation.requestBody?.content['application/json']?.schema;
    // An accepted request fits the document. A malformed request does not.
    if (wanted !== undefined && status === 200)
      expect(api.problemsOf(wanted, body), `${method} ${path}`).toEqual([]);
    if (wanted !== undefined && status === 400 && headers['idempotency-key'] !== undefined)
      expect(api.problemsOf(wanted, body)).not.toEqual([]);
    asked.add(found.operation.operationId);
  }
  const grants = [
    [{ grant_type: 'password', ...sampleAccount }, 200],
    [{ grant_type: 'password', username: 'x', password: 'y' }, 400],
    [{ grant_type: 'password' }, 429],
  ] as const;
  const signIn = api.operationOf('POST', '/auth/signin');
  for (const [form, status] of grants) {
    const answer = await counter.grant(form);
    expect(answer.status).toBe(status);
    expect(signIn === undefined ? ['no sign-in'] : api.answerProblems(signIn.operation, answer)).toEqual([]);
    asked.add(signIn?.operation.operationId ?? '');
  }
  expect([...asked].sort()).toEqual(api.operations.map(({ operation }) => operation.operationId).sort());
});

test('where the document wants a token there is 401 without one, and nowhere else', async () => {
  const api = await read();
  const counter = await openCounter({ signIn: false });
  for (const { method, path, operation } of api.operations) {
    const address = path.replaceAll(/\{\w+\}/g, 'x');
    const answer = await counter.ask({
      method: method as 'GET',
      path: address,
      ...(method === 'GET' ? {} : { body: '{}' }),
    });
    expect([path, answer.status === 401]).toEqual([path, operation.security.length > 0]);
    expect(api.answerProblems(operation, answer), `${method} ${path}`).toEqual([]);
  }
});

test('the document has every route that is served, and no other', async () => {
  const api = await read();
  const { app } = openBackend({
    store: memoryStore(),
    clock: { now: () => noon('2026-11-24') },
    scheduler: systemScheduler,
    ids: { next: () => 'id' },
    log: { info: () => undefined, error: () => undefined },
  });
  const served = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
  expect([...new Set(served)].sort()).toEqual(
    api.operations.map(({ method, path }) => `${method} ${path}`).sort(),
  );
});

test('names are unique, every reference leads somewhere, every part of a path is described', async () => {
  const { document, operations } = await read();
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  for (const [, name = ''] of JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g))
    expect(Object.keys(document.components.schemas)).toContain(name);
  for (const { path, operation } of operations)
    expect(
      operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => `{${name}}`),
    ).toEqual([...(path.match(/\{\w+\}/g) ?? [])]);
});

test('the judge can say no: a wrong status, a wrong type, a field too many, one too few, a wrong one', async () => {
  const api = await read();
  const found = api.operationOf('GET', `${services}/fe-studio`);
  const good = await (await openCounter()).get(`${services}/fe-studio`);
  if (found === undefined) throw new Error('no such operation');
  expect(api.answerProblems(found.operation, good)).toEqual([]);
  const { id, ...rest } = good.json as Record<string, unknown>;
  const bad = [
    { ...good, status: 418 },
    { ...good, headers: { 'content-type': 'text/html' } },
    { ...good, json: { ...rest, id, more: 1 } },
    { ...good, json: rest },
    { ...good, json: { ...rest, id, state: 'other' } },
  ];
  for (const answer of bad) expect(api.answerProblems(found.operation, answer)).not.toEqual([]);
});
