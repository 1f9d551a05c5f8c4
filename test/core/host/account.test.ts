// "Aggiorna da Aruba" on the real host (rule L): off until a person turns it on, for services of the
// register.
import { expect, test } from 'vitest';
import { createAccountDesk } from '../../../core/host/account-desk.ts';
import type { AppState, WorkspaceRows } from '../../../core/desk/rows/state.ts';
import { withChanges } from '../../../core/desk/rows/changing.ts';
import { emptyReplica, emptyWorkspace } from '../../../core/desk/rows/tables.ts';
import { recordEntries } from '../../../core/desk/register/decide-register.ts';
import { setAccount } from '../../../core/desk/register/decide-account.ts';
import { createRegisterReplica } from '../../../core/desk/register/register-replica.ts';
import type { Day } from '../../../core/kernel/day.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { memoryDisk } from '../../support/crashing-disk.ts';
import { tokenBody, userInfoBody } from '../../support/fake-aruba.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { e1, openOwn, service, stateOf, submit } from '../../support/own-host.ts';
import { answered, scriptedAccount } from '../../support/scripted-account.ts';

const today = '2026-11-28' as Day;
const serviceId = 'fe-marchetti' as ServiceId;
const wish = {
  serviceId,
  credentials: { username: 'ARUBA01234560512', password: 'Segreta-1' },
  keep: false,
  premium: false,
};

function openDesk() {
  let state: AppState = { workspace: emptyWorkspace(), replica: emptyReplica(), today };
  const apply = (decided: ReturnType<typeof recordEntries> | ReturnType<typeof setAccount>): void => {
    if (!decided.ok) throw new Error(decided.error.reason);
    const workspace = withChanges<WorkspaceRows>(state.workspace, decided.value);
    state = { ...state, workspace, replica: createRegisterReplica(workspace).tables };
    desk?.follow();
  };
  const world = scriptedAccount({
    script: (call) => answered(call.kind === 'sign-in' ? tokenBody : userInfoBody),
  });
  let made = 0;
  let desk: ReturnType<typeof createAccountDesk> | undefined = undefined;
  desk = createAccountDesk({
    ports: () => {
      made += 1;
      return world.ports;
    },
    state: () => state,
    clock: fakeClock(),
  });
  const details = {
    holder: 'Studio Marchetti',
    vatCode: '01234560512',
    kind: 'e-invoicing',
    expiry: '2027-03-15' as Day,
  } as const;
  apply(
    recordEntries(
      state,
      { entries: [{ about: null, details, source: { kind: 'typed' }, evidence: {} }], asOf: today },
      (name) => (name.startsWith('service') ? serviceId : name.replaceAll(/[^a-z0-9]/gi, '-').toLowerCase()),
      { at: 0, by: 'Maria Bassi', user: 'mbassi' },
    ),
  );
  return { ...world, desk, made: () => made, on: (on: boolean) => apply(setAccount(state, { on })) };
}

test('off: nothing is made and nothing is asked', async () => {
  const { desk, made, sent, on } = openDesk();
  expect(await desk.read(wish)).toEqual({ ok: false, error: { reason: 'switched-off' } });
  on(true);
  on(false);
  expect(await desk.read(wish)).toEqual({ ok: false, error: { reason: 'switched-off' } });
  expect([made(), sent.length]).toEqual([0, 0]);
});

test('on: the service of the register is read, with the time', async () => {
  const { desk, made, on } = openDesk();
  on(true);
  const read = await desk.read(wish);
  expect(read).toMatchObject({ ok: true, value: { identity: 'same', at: fakeClock().now() } });
  expect(await desk.read({ ...wish, serviceId: 'fe-other' as ServiceId })).toEqual({
    ok: false,
    error: { reason: 'unknown-service' },
  });
  expect(made()).toBe(1);
  expect((await desk.standing()).signedIn).toEqual([serviceId]);
});

test('switched off: the token is gone, and an answer on its way is not shown', async () => {
  const { desk, on, current, pass } = openDesk();
  on(true);
  await desk.read(wish);
  on(false);
  expect((await desk.standing()).signedIn).toEqual([]);
  on(true);
  pass(60_000);
  current.script = () => new Promise(() => undefined);
  const reading = desk.read(wish);
  on(false);
  expect(await reading).toEqual({ ok: false, error: { reason: 'switched-off' } });
});

test('a sample, and a studio that is only read, have no means to ask', async () => {
  const desk = createAccountDesk({
    ports: null,
    state: () => ({
      workspace: {
        ...emptyWorkspace(),
        accountChoices: new Map([['firm', { id: 'firm', on: true } as const]]),
      },
      replica: emptyReplica(),
      today,
    }),
    clock: fakeClock(),
  });
  expect(await desk.read(wish)).toEqual({ ok: false, error: { reason: 'switched-off' } });
  expect(await desk.standing()).toEqual({
    keyring: false,
    kept: [],
    signedIn: [],
    waitMs: 0,
    testAddress: null,
  });
  expect(await desk.forget({ serviceId })).toEqual({ ok: true, value: null });
});

test('what was read is the service’s space, with its source, and one undo takes it back', () => {
  const host = openOwn(memoryDisk());
  submit(host, service(e1));
  const [id] = [...stateOf(host).replica.services.keys()] as ServiceId[];
  if (id === undefined) throw new Error('No service');
  const details = { usedSpaceKB: 356_000, maxSpaceKB: 1_048_576 };
  submit(host, service(details, id, { kind: 'aruba', endpoint: '/auth/userInfo' }));
  expect(stateOf(host).replica.services.get(id)).toMatchObject(details);
  const facts = [...stateOf(host).workspace.facts.values()].filter(({ source }) => source.kind === 'aruba');
  expect(facts.map(({ field }) => field).sort()).toEqual(['maxSpaceKB', 'usedSpaceKB']);
  expect(host.undo().ok).toBe(true);
  expect(stateOf(host).replica.services.get(id)).toMatchObject({ usedSpaceKB: 0, maxSpaceKB: 0 });
});

test('the switch survives a restart; the tokens do not', async () => {
  const disk = memoryDisk();
  const host = openOwn(disk);
  submit(host, { type: 'account/settings', on: true });
  const again = openOwn(disk, 100);
  expect(stateOf(again).workspace.accountChoices.get('firm')).toEqual({ id: 'firm', on: true });
  expect((await again.account.standing()).signedIn).toEqual([]);
});
