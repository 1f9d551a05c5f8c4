import { expect, test } from 'vitest';
import type { OrderNumber, ServiceId } from '../../../core/kernel/id.ts';
import { accepted, orderAnswerSchema, refusalCodes, type NewUser } from '../../../core/aruba/protocol.ts';
import { newKey, openCounter, type Counter } from './counter.ts';
import { addUsersRequest } from './requests.ts';

const path = (serviceId: string, username = '') =>
  `/api/v2/services/${serviceId}/users${username === '' ? '' : `/${username}`}`;
const user = (username: string, permissions: NewUser['permissions'] = ['read']): NewUser => ({
  username,
  email: 'g.sanna@studiobianchi.example',
  permissions,
});

const codeOf = (json: unknown): string => orderAnswerSchema.parse(json).errorCode;
const create = async (counter: Counter, serviceId: string, body: NewUser, key?: string) =>
  codeOf((await counter.send(path(serviceId), body, key)).json);
const change = async (
  counter: Counter,
  serviceId: string,
  username: string,
  permissions: NewUser['permissions'],
) =>
  codeOf(
    (
      await counter.send(
        path(serviceId, username),
        { email: 'nuova@studiobianchi.example', permissions },
        newKey(),
        'PUT',
      )
    ).json,
  );
const remove = async (counter: Counter, serviceId: string, username: string, key = newKey()) =>
  codeOf((await counter.send(path(serviceId, username), {}, key, 'DELETE')).json);

const names = async (counter: Counter, serviceId: string) =>
  (await counter.service(serviceId)).users.map(({ username }) => username);

test('a user is created, changed and deleted; each is told as the service and as a processed command', async () => {
  const counter = await openCounter();
  const steps = [
    async (key: string) => counter.send(path('fe-sole'), user('gsanna01', ['read', 'create', 'banks']), key),
    async (key: string) =>
      counter.send(
        path('fe-sole', 'gsanna01'),
        { email: 'altra@studiobianchi.example', permissions: ['read'] },
        key,
        'PUT',
      ),
    async (key: string) => counter.send(path('fe-sole', 'gsanna01'), {}, key, 'DELETE'),
  ];
  const seen: unknown[] = [];
  for (const step of steps) {
    const { nextCursor } = await counter.changes();
    const key = newKey();
    const answer = orderAnswerSchema.parse((await step(key)).json);
    expect(answer).toMatchObject({ errorCode: accepted, orderNumber: null });
    const { changes } = await counter.changes(nextCursor);
    expect(changes).toMatchObject([
      { type: 'service', service: { id: 'fe-sole' } },
      { type: 'processed', processed: { key, errorCode: accepted } },
    ]);
    seen.push((await counter.service('fe-sole')).users);
  }
  expect(seen).toEqual([
    [
      {
        username: 'gsanna01',
        email: 'g.sanna@studiobianchi.example',
        permissions: ['read', 'create', 'banks'],
      },
    ],
    [{ username: 'gsanna01', email: 'altra@studiobianchi.example', permissions: ['read'] }],
    [],
  ]);
});

test('no more users than were bought (H1); a bought one makes room', async () => {
  const counter = await openCounter();
  expect(await create(counter, 'fe-studio', user('gsanna01'))).toBe(refusalCodes.noFreeSeat);
  const { orderNumber } = await counter.place(await addUsersRequest(counter, { quantity: 1 }));
  expect(await create(counter, 'fe-studio', user('gsanna01'))).toBe(refusalCodes.noFreeSeat);
  await counter.act({ action: 'register', orderNumber: orderNumber as OrderNumber });
  expect(await create(counter, 'fe-studio', user('gsanna01'))).toBe(accepted);
  expect(await create(counter, 'fe-studio', user('dfontana'))).toBe(refusalCodes.noFreeSeat);
});

test.each(['corto01', 'con-trattino', 'accentò01', 'a'.repeat(33)])(
  'the username %s is not one (H3)',
  async (username) => {
    const counter = await openCounter();
    expect(await create(counter, 'fe-sole', user(username))).toBe(refusalCodes.usernameNotAllowed);
  },
);

test('a username is given once within a service, in whatever case, also after its user is gone (H3)', async () => {
  const counter = await openCounter();
  expect(await create(counter, 'fe-neri', user('CNERI001'))).toBe(refusalCodes.usernameTaken);
  expect(await remove(counter, 'fe-neri', 'CNeri001')).toBe(accepted);
  expect(await create(counter, 'fe-neri', user('cneri001'))).toBe(refusalCodes.usernameTaken);
  expect(await create(counter, 'fe-sole', user('cneri001'))).toBe(accepted);
});

test.each<[string, NewUser['permissions'], string]>([
  ['fe-neri', [], refusalCodes.permissionNeeds],
  ['fe-neri', ['create'], refusalCodes.permissionNeeds],
  ['fe-neri', ['read', 'banks'], refusalCodes.permissionNeeds],
  ['fe-neri', ['read', 'create', 'banks', 'send', 'configure'], accepted],
  ['fe-neri', ['read', 'collections-create'], refusalCodes.permissionNeeds],
  ['fe-neri', ['read', 'collections-read', 'collections-create'], accepted],
  ['fe-neri', ['read', 'documents-read'], refusalCodes.moduleNotActive],
  ['sr-verdi', ['read', 'documents-read'], refusalCodes.moduleNotActive],
])('permissions on %s: %j gives %s (H4)', async (serviceId, permissions, code) => {
  const counter = await openCounter();
  const [known = ''] = await names(counter, serviceId);
  expect(await change(counter, serviceId, known, permissions)).toBe(code);
  if (serviceId === 'fe-neri')
    expect(await create(counter, serviceId, user('nuovo001', permissions))).toBe(code);
});

test('a service that is not active takes no user; in grace users can still be deleted, for a smaller reactivation', async () => {
  const counter = await openCounter();
  for (const serviceId of ['fe-conti', 'fe-edil-marche', 'fe-nessuno'])
    expect(await create(counter, serviceId, user('gsanna01'))).toBe(refusalCodes.serviceNotActive);
  expect(await change(counter, 'fe-conti', 'gconti01', ['read'])).toBe(refusalCodes.serviceNotActive);
  expect(await remove(counter, 'fe-conti', 'gconti01')).toBe(accepted);
  expect(await names(counter, 'fe-conti')).toEqual(['mvilla01', 'erizzi01']);
  expect(await remove(counter, 'fe-edil-marche', 'gconti01')).toBe(refusalCodes.serviceNotActive);
});

test('an unknown user is neither changed nor deleted', async () => {
  const counter = await openCounter();
  expect(await change(counter, 'fe-neri', 'nessuno01', ['read'])).toBe(refusalCodes.unknownUser);
  expect(await remove(counter, 'fe-neri', 'nessuno01')).toBe(refusalCodes.unknownUser);
});

test('the key makes each of the three happen once; another payload under it is 422, no key 400', async () => {
  const counter = await openCounter();
  const key = newKey();
  expect(await create(counter, 'fe-sole', user('gsanna01'), key)).toBe(accepted);
  expect(await create(counter, 'fe-sole', user('gsanna01'), key)).toBe(accepted);
  expect(await names(counter, 'fe-sole')).toEqual(['gsanna01']);
  expect((await counter.send(path('fe-sole'), user('gsanna02'), key)).status).toBe(422);
  expect((await counter.send(path('fe-sole', 'gsanna01'), {}, key, 'DELETE')).status).toBe(422);
  const gone = newKey();
  for (let asked = 0; asked < 2; asked += 1)
    expect(await remove(counter, 'fe-sole', 'gsanna01', gone)).toBe(accepted);
  expect((await counter.send(path('fe-sole'), user('gsanna03'), null)).status).toBe(400);
  expect((await counter.send(path('fe-sole'), { username: 'gsanna03' })).status).toBe(400);
});

test('the same key twice at once is 409 for a change too', async () => {
  const counter = await openCounter();
  const key = newKey();
  await counter.fault({ kind: 'slow', delayMs: 60, times: 1 });
  const first = counter.send(
    path('fe-neri', 'cneri001'),
    { email: 'a@b.example', permissions: ['read'] },
    key,
    'PUT',
  );
  expect(
    (
      await counter.send(
        path('fe-neri', 'cneri001'),
        { email: 'a@b.example', permissions: ['read'] },
        key,
        'PUT',
      )
    ).status,
  ).toBe(409);
  expect((await first).status).toBe(200);
});

test('somebody else at the panel adds and removes users, under the same rules', async () => {
  const counter = await openCounter();
  const serviceId = 'fe-sole' as ServiceId;
  expect((await counter.act({ action: 'panel-user', serviceId, add: user('estraneo1') })).errorCode).toBe(
    accepted,
  );
  expect(await names(counter, serviceId)).toEqual(['estraneo1']);
  expect((await counter.act({ action: 'panel-user', serviceId, add: user('estraneo2') })).errorCode).toBe(
    refusalCodes.noFreeSeat,
  );
  expect(
    (await counter.act({ action: 'panel-user', serviceId, remove: 'estraneo1', add: user('estraneo2') }))
      .errorCode,
  ).toBe(accepted);
  expect(await names(counter, serviceId)).toEqual(['estraneo2']);
});
