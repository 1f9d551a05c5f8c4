// The calendar file that Allinea keeps up to date. It is written if its events differ, written again after a
// failure, and only to the chosen path.
import { expect, test } from 'vitest';
import { writeIcs } from '../../../core/formats/calendar/write-ics.ts';
import { day } from '../../support/samples.ts';
import { recordedDesktop } from '../../support/recorded-desktop.ts';
import { startHost } from '../../support/test-host.ts';

const content = (expiry: string, minutes: number): string =>
  writeIcs(
    'Scadenze',
    [{ uid: 'fe-studio-expiry@allinea', day: day(expiry), title: 'Scade', text: '', alarmDays: [1] }],
    Date.UTC(2026, 10, 24, 9, minutes),
  );

async function chosen() {
  const system = recordedDesktop();
  const desk = await startHost({ desktop: system.desktop });
  await desk.pass(1000);
  const answer = await desk.host.calendar.choose({ name: 'a.ics', content: content('2027-02-28', 0) });
  const feed = () => desk.state().workspace.calendarFeeds.get('firm');
  return { desk, system, answer, feed };
}

test('chosen once, it is written then and remembered, also after a restart; nothing else names a path', async () => {
  const { desk, system, answer, feed } = await chosen();
  expect(answer).toEqual({ ok: true, value: { path: 'C/scadenze.ics' } });
  expect(system.files.get('C/scadenze.ics')).toContain('UID:fe-studio-expiry@allinea');
  expect(feed()).toMatchObject({
    path: 'C/scadenze.ics',
    problem: null,
    writtenAt: desk.machine.clock.now(),
  });
  const again = await startHost({ machine: desk.kill(), desktop: system.desktop });
  again.host.calendar.update(content('2027-03-31', 5));
  expect([...system.files.keys()]).toEqual(['C/scadenze.ics']);
  expect(system.files.get('C/scadenze.ics')).toContain('20270331');
});

test('time alone writes nothing; another day does, and counts as newer', async () => {
  const { desk, system } = await chosen();
  const before = desk.host.snapshot().revision;
  desk.host.calendar.update(content('2027-02-28', 30));
  expect(system.writes).toHaveLength(1);
  expect(desk.host.snapshot().revision).toBe(before);
  desk.host.calendar.update(content('2028-02-29', 31));
  desk.host.calendar.update(content('2028-02-29', 32));
  expect(system.writes).toHaveLength(2);
  expect(system.files.get('C/scadenze.ics')).toContain('DTSTAMP:20261124T093100Z');
});

test('a folder that is gone is told, nothing is lost, and it is written as soon as it is back', async () => {
  const { desk, system, feed } = await chosen();
  system.is.folderGone = true;
  desk.host.calendar.update(content('2028-02-29', 30));
  expect(feed()).toMatchObject({ problem: 'ENOENT' });
  const { revision } = desk.host.snapshot();
  await desk.pass(60_000);
  expect(desk.host.snapshot().revision).toBe(revision);
  system.is.folderGone = false;
  await desk.pass(60_000);
  expect(feed()).toMatchObject({ problem: null });
  expect(system.files.get('C/scadenze.ics')).toContain('20280229');
  expect(desk.mirror.complaints).toEqual([]);
});

test('stopped, it is written no more; a changed mind and a bad place change nothing', async () => {
  const { desk, system, feed } = await chosen();
  desk.host.calendar.stop();
  desk.host.calendar.stop();
  desk.host.calendar.update(content('2028-02-29', 30));
  expect([feed(), system.writes.length]).toEqual([undefined, 1]);
  system.is.chosen = null;
  expect(await desk.host.calendar.choose({ name: 'a.ics', content: content('2027-02-28', 0) })).toEqual({
    ok: true,
    value: null,
  });
  Object.assign(system.is, { chosen: 'D/a.ics', folderGone: true });
  const refused = await desk.host.calendar.choose({ name: 'a.ics', content: content('2027-02-28', 0) });
  expect(refused).toEqual({ ok: false, error: { reason: 'not-written', code: 'ENOENT' } });
  expect([feed(), desk.host.snapshot().undoable]).toEqual([undefined, null]);
});
