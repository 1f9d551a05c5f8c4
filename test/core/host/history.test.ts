// Who had which seat and when: written together with the change, kept for ever. A person can
// be erased on request.
import { describe, expect, test } from 'vitest';
import { romeDay } from '../../../core/kernel/day.ts';
import type { PersonId } from '../../../core/kernel/id.ts';
import { finishJob, ownCart, ownService } from '../../support/main-job.ts';
import { startHost, type TestHost } from '../../support/test-host.ts';

const id = (name: string) => `p-${name}` as PersonId;
const events = (desk: TestHost) =>
  [...desk.state().workspace.history.values()].map(
    ({ event, personName, username, by }) => `${event} ${personName} ${username} ${by ?? 'by itself'}`,
  );
const account = '8841207@aruba.it';

async function opened(): Promise<TestHost> {
  const desk = await startHost();
  await desk.signIn();
  return desk;
}

/** The whole content of this machine's disk, as text. */
function onDisk({ machine: { disk } }: TestHost): string {
  const documents = ['workspace', 'workspace-backup'].map((name) => disk.file(name).text ?? '');
  return [...documents, disk.lineFile('journal-1').text, disk.lineFile('journal-2').text].join('\n');
}

describe('the history', () => {
  test('a seat assigned, changed and freed, by whom; undone too', async () => {
    const desk = await opened();
    const before = events(desk).length;
    const seat = { serviceId: 'fe-sole' as typeof ownService, personIds: [id('f-riva')] };
    desk.do({ type: 'seat/assign', ...seat });
    desk.do({ type: 'seat/permissions', ...seat, permissions: ['read', 'send'] });
    desk.do({
      type: 'seat/username',
      serviceId: seat.serviceId,
      personId: id('f-riva'),
      username: 'francesca',
    });
    desk.host.undo();
    desk.do({ type: 'seat/free', ...seat });
    expect(events(desk).slice(before)).toEqual([
      `assigned Francesca Riva friva001 ${account}`,
      `permissions Francesca Riva friva001 ${account}`,
      `username Francesca Riva francesca ${account}`,
      `username Francesca Riva friva001 ${account}`,
      `freed Francesca Riva friva001 ${account}`,
    ]);
    expect([desk.mirror.complaints, desk.mirror.difference()]).toEqual([[], '']);
  });

  test('an activation was decided by nobody here; a deletion that was sent from here, by the account', async () => {
    const desk = await opened();
    const before = events(desk).length;
    await finishJob(desk);
    desk.do({ type: 'panel/align', serviceId: ownService, usernames: ['pgreco01'] });
    await desk.rest();
    const since = events(desk).slice(before);
    expect(since).toContain('assigned Giosuè Sanna gsanna01 by itself');
    expect(since).toContain(`freed Paolo Greco pgreco01 ${account}`);
  });

  test('a seat of the sample is as old as its event', async () => {
    const desk = await opened();
    const { seats, history } = desk.state().workspace;
    const assigned = new Map([...history.values()].map((entry) => [entry.username, romeDay(entry.at)]));
    expect(seats.size).toBeGreaterThan(0);
    for (const { username, since } of seats.values()) expect(since).toBe(assigned.get(username));
  });

  test('it is still there after a kill', async () => {
    const desk = await opened();
    desk.do({ type: 'seat/assign', serviceId: 'fe-sole' as typeof ownService, personIds: [id('f-riva')] });
    const seen = events(desk);
    expect(events(await startHost({ machine: desk.kill() }))).toEqual(seen);
  });
});

describe('forgetting a person', () => {
  test('who holds a seat, or is still in a panel, is not forgotten yet', async () => {
    const desk = await opened();
    const refused = {
      ok: false,
      error: { reason: 'person-holds-seats', name: 'Paolo Greco', holders: ['Studio Bianchi e Associati'] },
    };
    expect(desk.host.submit({ type: 'person/erase', personId: id('p-greco') })).toEqual(refused);
    expect(desk.host.submit({ type: 'person/erase', personId: 'nobody' as PersonId })).toEqual({
      ok: false,
      error: { reason: 'unknown', what: 'person' },
    });
  });

  test('nothing of the person is left, here and on disk; the history keeps a pseudonym, and nothing can be undone to bring it back', async () => {
    const desk = await opened();
    desk.do({ type: 'cart/open', serviceId: ownService });
    expect(desk.state().workspace.carts.get(ownCart)?.personIds).toContain(id('g-sanna'));
    desk.do({
      type: 'seat/need',
      serviceId: 'fe-sole' as typeof ownService,
      personIds: [id('g-sanna')],
      needed: true,
    });
    desk.do({ type: 'seat/assign', serviceId: 'fe-sole' as typeof ownService, personIds: [id('g-sanna')] });
    desk.do({ type: 'seat/free', serviceId: 'fe-sole' as typeof ownService, personIds: [id('g-sanna')] });
    expect(onDisk(desk)).toContain('g.sanna@');
    desk.do({ type: 'person/erase', personId: id('g-sanna') });
    const { people, needs, carts, history } = desk.state().workspace;
    expect(people.has(id('g-sanna'))).toBe(false);
    expect([...needs.values()].some(({ personId }) => personId === id('g-sanna'))).toBe(false);
    expect(carts.get(ownCart)?.personIds).not.toContain(id('g-sanna'));
    expect(
      [...history.values()]
        .filter(({ personId }) => personId === id('g-sanna'))
        .map(({ event, personName, username }) => [event, personName, username]),
    ).toEqual([
      ['assigned', 'Persona cancellata 1', ''],
      ['freed', 'Persona cancellata 1', ''],
    ]);
    expect(onDisk(desk)).not.toMatch(/g\.sanna@|Giosuè/);
    expect([desk.host.snapshot().undoable, desk.host.snapshot().redoable]).toEqual([null, null]);
    const again = await startHost({ machine: desk.kill() });
    expect([again.state().workspace.people.size, again.host.snapshot().notices]).toEqual([33, []]);
    again.do({ type: 'person/erase', personId: id('f-riva') });
    expect(again.state().workspace.people.size).toBe(32);
  });
});
