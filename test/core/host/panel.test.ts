// Users in the panel, from the seat to the vendor and back, over the real simulator.
import { describe, expect, test } from 'vitest';
import type { PersonId, ServiceId } from '../../../core/kernel/id.ts';
import { panelPlanOf } from '../../../core/desk/seats/seat-boards.ts';
import { ownBoard, ownService } from '../../support/main-job.ts';
import { startHost, type TestHost } from '../../support/test-host.ts';

const sole = 'fe-sole' as ServiceId;
const ids = (...names: readonly string[]) => names.map((name) => `p-${name}` as PersonId);

function users(desk: TestHost, serviceId: ServiceId = ownService): readonly string[] {
  return (
    desk
      .state()
      .replica.services.get(serviceId)
      ?.users.map(({ username, permissions }) => `${username} ${permissions.join('+')}`) ?? []
  );
}
const waiting = (desk: TestHost) =>
  [...desk.state().workspace.outbox.values()].map(({ command, state }) => `${command.kind} ${state}`);
function steps(desk: TestHost, serviceId: ServiceId = ownService): readonly string[] {
  const state = desk.state();
  const service = state.replica.services.get(serviceId);
  return service === undefined
    ? []
    : panelPlanOf(state, service).steps.map(({ kind, username }) => `${kind} ${username}`);
}
const align = (desk: TestHost, ...usernames: string[]) =>
  desk.do({ type: 'panel/align', serviceId: ownService, usernames });

async function opened(): Promise<TestHost> {
  const desk = await startHost();
  await desk.signIn();
  return desk;
}

describe('users in the panel', () => {
  test('a leaver is deleted, the seat is free, the next one is created, changed, and everything agrees', async () => {
    const desk = await opened();
    expect(steps(desk)).toEqual(['delete pgreco01']);
    align(desk, 'pgreco01');
    expect(ownBoard(desk)).toMatchObject({ held: 3, free: 0 });
    await desk.rest();
    expect([
      users(desk),
      ownBoard(desk).free,
      desk.state().workspace.seats.has(`${ownService}/p-p-greco`),
    ]).toEqual([['aferri01 read+create', 'mdeluca01 read+create'], 1, false]);
    desk.do({ type: 'seat/assign', serviceId: ownService, personIds: ids('g-sanna') });
    align(desk, 'gsanna01');
    await desk.rest();
    desk.do({
      type: 'seat/permissions',
      serviceId: ownService,
      personIds: ids('g-sanna'),
      permissions: ['read', 'create', 'send'],
    });
    align(desk, 'gsanna01');
    await desk.rest();
    expect([users(desk).at(-1), steps(desk), waiting(desk)]).toEqual(['gsanna01 read+create+send', [], []]);
    expect([desk.mirror.complaints, desk.mirror.difference()]).toEqual([[], '']);
  });

  test('a lost reply creates nobody twice', async () => {
    const desk = await opened();
    desk.do({ type: 'seat/assign', serviceId: sole, personIds: ids('f-riva') });
    await desk.fault({ kind: 'lost-reply', times: 1, path: `/api/v2/services/${sole}/users` });
    desk.do({ type: 'panel/align', serviceId: sole, usernames: ['friva001'] });
    await desk.rest();
    await desk.pass(60_000);
    expect([users(desk, sole), waiting(desk)]).toEqual([['friva001 read'], []]);
  });

  test('without a network it waits, over a restart too, and arrives once', async () => {
    const desk = await opened();
    await desk.fault({ kind: 'offline' });
    align(desk, 'pgreco01');
    await desk.rest();
    expect(waiting(desk)).toEqual(['user/delete queued']);
    const again = await startHost({ machine: desk.kill() });
    await again.pass(1000);
    expect([waiting(again), users(again).length, ownBoard(again).free]).toEqual([[], 2, 1]);
  });

  test('a refusal is kept until it is dealt with, and the plan shows the step again', async () => {
    const desk = await opened();
    desk.do({ type: 'seat/assign', serviceId: sole, personIds: ids('f-riva') });
    // Somebody else fills the seat in the panel at the same moment.
    await desk.fault({ kind: 'offline' });
    desk.do({ type: 'panel/align', serviceId: sole, usernames: ['friva001'] });
    await desk.rest();
    await desk.fault({ kind: 'none' } as never);
    await desk.act({
      action: 'panel-user',
      serviceId: sole,
      add: { username: 'altro0001', email: 'altro@x.example', permissions: ['read'] },
    });
    await desk.host.syncNow();
    const [entry] = [...desk.state().workspace.outbox.values()];
    expect([entry?.state, entry?.refusal?.errorCode]).toEqual(['refused', '0221']);
    expect(desk.host.snapshot().sync.link).toBe('attention');
    if (entry === undefined) throw new Error('It waits');
    desk.do({ type: 'order/withdraw', key: entry.id });
    expect([waiting(desk), desk.host.snapshot().sync.link]).toEqual([[], 'synced']);
  });

  test('a user that somebody else has deleted meanwhile is as gone as one of ours', async () => {
    const desk = await opened();
    await desk.fault({ kind: 'offline' });
    align(desk, 'pgreco01');
    await desk.rest();
    await desk.fault({ kind: 'none' } as never);
    await desk.act({ action: 'panel-user', serviceId: ownService, remove: 'pgreco01' });
    await desk.host.syncNow();
    expect([
      waiting(desk),
      desk.state().workspace.seats.has(`${ownService}/p-p-greco`),
      ownBoard(desk).free,
    ]).toEqual([[], false, 1]);
  });

  test('who comes back gets the old name again, and nobody else ever does (H3)', async () => {
    const desk = await opened();
    desk.do({ type: 'seat/free', serviceId: ownService, personIds: ids('a-ferri') });
    await desk.rest();
    expect(users(desk).some((user) => user.startsWith('aferri01'))).toBe(false);
    desk.do({ type: 'seat/assign', serviceId: ownService, personIds: ids('a-ferri') });
    align(desk, 'aferri01');
    await desk.rest();
    expect([users(desk).at(-1), waiting(desk)]).toEqual(['aferri01 read', []]);
  });
});
