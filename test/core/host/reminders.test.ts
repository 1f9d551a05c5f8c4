// A due reminder is shown once: for any number of windows and starts, and even if the
// system or the disk fails.
import { describe, expect, test } from 'vitest';
import type { ReminderGroup } from '../../../core/desk/reminders/reminder-groups.ts';
import { recordedDesktop } from '../../support/recorded-desktop.ts';
import { newMachine, startHost, type StartOptions, type TestHost } from '../../support/test-host.ts';

const minute = 60_000;
const hour = 60 * minute;

async function opened(options: StartOptions = {}) {
  const system = recordedDesktop();
  const desk = await startHost({ ...options, desktop: system.desktop });
  await desk.signIn();
  await desk.pass(1000);
  return { desk, system };
}

const due = (desk: TestHost) => desk.host.snapshot().reminders;
const words = ({ key }: ReminderGroup) => ({ key, title: `title of ${key}`, body: 'body', read: 'read' });
const tellAll = (desk: TestHost) =>
  Promise.all(due(desk).toTell.map((group) => desk.host.reminders.tell(words(group))));

describe('telling', () => {
  test('a group is shown and then no longer due; a second window is too late; nothing of it is a step or an event', async () => {
    const { desk, system } = await opened();
    const [group] = due(desk).toTell;
    if (group === undefined) throw new Error('The sample has nothing due');
    const before = desk.host.snapshot();
    const answers = await Promise.all([
      desk.host.reminders.tell(words(group)),
      desk.host.reminders.tell(words(group)),
    ]);
    expect(answers.map((answer) => answer.ok && answer.value)).toEqual(['shown', 'gone']);
    expect(system.shown.map(({ title }) => title)).toEqual([`title of ${group.key}`]);
    expect(due(desk).toTell.map(({ key }) => key)).not.toContain(group.key);
    expect(desk.host.snapshot().undoable).toEqual(before.undoable);
    expect(desk.state().workspace.history.size).toBe(
      before.changes.filter(({ table }) => table === 'history').length,
    );
    expect(desk.mirror.complaints).toEqual([]);
  });

  test('nothing is told again after a restart, nor by the clock; another threshold is', async () => {
    const { desk, system } = await opened();
    await tellAll(desk);
    const count = system.shown.length;
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(3);
    await desk.pass(10 * minute);
    expect(due(desk).toTell).toEqual([]);
    const again = await opened({ machine: desk.kill() });
    expect(due(again.desk)).toEqual({ toTell: [], onScreen: [] });
    await again.desk.act({ action: 'move-day', days: 24 });
    await again.desk.host.syncNow();
    expect(due(again.desk).toTell.length).toBeGreaterThan(0);
  });

  test('11: what the system says it has shown stays on the screen of this run until it is read or clicked', async () => {
    const { desk, system } = await opened();
    const groups = due(desk).toTell;
    await tellAll(desk);
    expect(due(desk)).toEqual({ toTell: [], onScreen: groups });
    const told = desk.state().workspace.told.size;
    expect(told).toBeGreaterThan(0);
    const [first, ...rest] = groups;
    system.shown.find(({ title }) => title === `title of ${first?.key}`)?.click();
    expect(due(desk).onScreen).toEqual(rest);
    for (const { key } of rest) desk.host.reminders.read(key);
    expect(due(desk)).toEqual({ toTell: [], onScreen: [] });
    expect(desk.state().workspace.told.size).toBe(told);
    expect((await opened({ machine: desk.kill() })).system.shown).toEqual([]);
  });

  test('in quiet hours nothing is due; when they are over it is', async () => {
    const machine = newMachine();
    // 07:55 in Rome.
    machine.clock.advance(20 * hour - 5 * minute);
    const { desk } = await opened({ machine });
    expect(due(desk).toTell).toEqual([]);
    await desk.pass(3 * minute);
    expect(due(desk).toTell).toEqual([]);
    await desk.pass(3 * minute);
    expect(due(desk).toTell.length).toBeGreaterThan(0);
  });

  test('after a start nothing is told before the vendor was asked: what was renewed elsewhere meanwhile is not', async () => {
    const { desk } = await opened();
    await desk.act({ action: 'move-day', days: 2 });
    const again = await startHost({
      machine: desk.kill(),
      vendor: desk.backend,
      desktop: recordedDesktop().desktop,
    });
    const seen: number[] = [];
    again.host.onChanged(({ sync, reminders }) => {
      if (sync.link === 'connecting') seen.push(reminders.toTell.length);
    });
    expect(due(again).toTell).toEqual([]);
    await again.pass(1000);
    expect(seen.filter((count) => count > 0)).toEqual([]);
    expect(due(again).toTell.length).toBeGreaterThan(0);
  });

  test('turned off nothing is due at once; undone, it is again', async () => {
    const { desk } = await opened();
    desk.do({
      type: 'reminders/settings',
      on: false,
      daysBefore: [7, 30, 7],
      daysUnpaid: [30, 7],
      quiet: null,
      weekends: true,
    });
    expect(due(desk).toTell).toEqual([]);
    expect(desk.state().workspace.reminderChoices.get('firm')).toMatchObject({
      daysBefore: [30, 7],
      daysUnpaid: [7, 30],
    });
    expect(desk.host.undo().ok).toBe(true);
    expect(due(desk).toTell.length).toBeGreaterThan(0);
    expect(desk.mirror.complaints).toEqual([]);
  });

  test('what the system cannot show stays on the screen until it is read, and counts as told only then', async () => {
    const { desk, system } = await opened();
    system.is.willing = false;
    const groups = due(desk).toTell;
    await tellAll(desk);
    expect(due(desk)).toEqual({ toTell: [], onScreen: groups });
    expect(desk.state().workspace.told.size).toBe(0);
    for (const { key } of groups) desk.host.reminders.read(key);
    expect(due(desk)).toEqual({ toTell: [], onScreen: [] });
    expect(desk.state().workspace.told.size).toBeGreaterThan(0);
    expect((await opened({ machine: desk.kill() })).system.shown).toEqual([]);
  });

  test('what the disk refuses to remember is not told a second time in this run', async () => {
    const { desk, system } = await opened();
    for (const journal of ['journal-1', 'journal-2']) desk.machine.disk.lineFile(journal).full = true;
    await tellAll(desk);
    const count = system.shown.length;
    expect(count).toBeGreaterThan(0);
    await desk.pass(3 * minute);
    await tellAll(desk);
    expect(system.shown).toHaveLength(count);
  });

  test('a click opens where something can be done about it', async () => {
    const { desk, system } = await opened();
    const groups = due(desk).toTell;
    await tellAll(desk);
    for (const { click } of system.shown) click();
    expect(system.opened).toEqual(groups.map(({ target }) => target));
  });

  test('its button says that it was read, and opens nothing', async () => {
    const { desk, system } = await opened();
    await tellAll(desk);
    expect(due(desk).onScreen.length).toBeGreaterThan(0);
    for (const { markRead } of system.shown) markRead();
    expect([due(desk).onScreen, system.opened]).toEqual([[], []]);
  });

  test('what was never due, or is no more, is not shown', async () => {
    const { desk, system } = await opened();
    expect(await desk.host.reminders.tell({ key: 'anything', title: 'x', body: 'y', read: 'z' })).toEqual({
      ok: true,
      value: 'gone',
    });
    expect(desk.host.reminders.read('anything')).toEqual({ ok: true, value: null });
    expect(system.shown).toEqual([]);
  });
});
