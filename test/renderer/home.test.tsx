// The home screen: the tasks in order of urgency, the next one after each, the pictures with their numbers.
import { show } from './screen.tsx';
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { PersonId, ServiceId } from '../../core/kernel/id.ts';
import { NextTask } from '../../renderer/screens/status/next-task.tsx';
import { StatusScreen } from '../../renderer/screens/status/status-screen.tsx';
import { inOrderOfUrgency, type Task, type TaskTone } from '../../renderer/screens/status/tasks/task.ts';
import { expiriesByMonth, placeOf } from '../../renderer/screens/status/expiries.ts';
import type { Day } from '../../core/kernel/day.ts';
import { begin, forgetBegun } from '../../renderer/store/begun-task.ts';
import { useDesk } from '../../renderer/store/desk.ts';
import { go } from '../../renderer/store/ui-store.ts';

const tasks = () => within(screen.getByRole('list', { name: 'Da sistemare' }));
const sentences = (): readonly string[] =>
  tasks()
    .getAllByRole('listitem')
    .map((item) => item.querySelector('.grow')?.firstChild?.textContent ?? '');
const task = (id: string, tone: TaskTone, due: string | null): Task => ({
  id,
  tone,
  due: due as Day | null,
  serviceId: null,
  words: () => ({ sentence: id, label: id }),
  run: () => undefined,
});

test('what is lost soon comes first, then the nearest day; what is alike stays in its order', () => {
  const given = [
    task('free', 'wait', null),
    task('panel', 'soon', null),
    task('leaver', 'soon', '2026-12-30'),
    task('renewal', 'late', '2026-12-10'),
    task('waiting', 'soon', null),
    task('grace', 'late', '2026-12-04'),
    task('purchase', 'accent', null),
  ];
  expect(inOrderOfUrgency(given).map(({ id }) => id)).toEqual([
    'grace',
    'renewal',
    'leaver',
    'panel',
    'waiting',
    'purchase',
    'free',
  ]);
});

test('the tasks stand first, and only the first one has the primary button', async () => {
  await show(() => <StatusScreen />);
  expect(sentences().slice(0, 2)).toEqual(['Officine Rossi srl:', 'Farmacia Conti:']);
  const primary = [...document.querySelectorAll('.button.primary')];
  expect(primary.map((button) => button.getAttribute('aria-label'))).toEqual([
    expect.stringMatching(/^Rinnova: Officine Rossi srl: da rinnovare/),
  ]);
  expect(screen.queryByRole('columnheader', { name: 'Intestatario' })).toBeNull();
});

test('after a task that is done here the focus is on the next one', async () => {
  const wish = {
    type: 'seat/need',
    serviceId: 'fe-serra' as ServiceId,
    personIds: ['p-d-fontana'] as PersonId[],
    needed: true,
  } as const;
  const { user } = await show(() => <StatusScreen />, wish);
  const assign = tasks().getByRole('button', { name: /^Assegna: Tipografia Serra: una persona aspetta/ });
  await user.click(assign);
  await waitFor(() => expect(assign.isConnected).toBe(false));
  await waitFor(() => expect(document.activeElement?.closest('[aria-label="Da sistemare"]')).not.toBeNull());
});

test('one tab stop in the list: arrows go from task to task', async () => {
  const { user } = await show(() => <StatusScreen />);
  const buttons = tasks().getAllByRole('button');
  expect(buttons.map((button) => button.tabIndex)).toEqual(buttons.map((_, index) => (index === 0 ? 0 : -1)));
  act(() => buttons[0]?.focus());
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement).toBe(buttons[2]);
  await user.keyboard('{End}');
  expect(document.activeElement).toBe(buttons.at(-1));
});

test('services in order are one line until somebody asks for them', async () => {
  const { user } = await show(() => <StatusScreen />);
  await user.click(screen.getByRole('button', { name: 'Mostra' }));
  // The table is loaded when it is first shown.
  const shown = await screen.findAllByRole('columnheader', { name: 'Intestatario' }, { timeout: 15_000 });
  expect(shown).toHaveLength(1);
  expect(screen.queryByRole('button', { name: 'Gestisci: Officine Rossi srl' })).toBeNull();
});

test('the seats as marks, as a table, and copied', async () => {
  const { user, toasts } = await show(() => <StatusScreen />);
  const copied: string[] = [];
  document.execCommand = vi.fn(() => {
    copied.push(window.getSelection()?.toString() ?? '');
    return true;
  });
  const card = within(screen.getByRole('region', { name: 'Utenti per servizio' }));
  await user.click(card.getByRole('button', { name: 'Copia: Utenti per servizio' }));
  expect(copied).toHaveLength(1);
  expect(toasts()).toEqual(['Copiato: si può incollare in un foglio.']);
  await user.click(card.getByRole('button', { name: 'Tabella: Utenti per servizio' }));
  const row = card.getByRole('row', { name: /^Logistica Adriatica spa/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['Logistica Adriatica spa', '9', '0', '3', '0']);
});

test('a month of the year opens its services', async () => {
  const { user } = await show(() => <StatusScreen />);
  const months = within(screen.getByRole('list', { name: 'Scadenze nei prossimi dodici mesi' }));
  expect(months.getAllByRole('button')).toHaveLength(12);
  const december = months.getByRole('button', { name: 'dicembre 2026: 1 scadenza' });
  await user.click(december);
  expect(december.getAttribute('aria-expanded')).toBe('true');
  expect(
    within(screen.getByRole('list', { name: 'dicembre 2026: 1 scadenza' })).getByRole('button', {
      name: 'Officine Rossi srl',
    }),
  ).toBeTruthy();
});

test('a day stands in its month; a day outside the year stands nowhere', () => {
  const today = '2026-11-28' as Day;
  expect(placeOf('2026-11-01' as Day, today)).toBe(0);
  expect(placeOf('2026-12-01' as Day, today)).toBeCloseTo(1 / 12);
  expect(placeOf('2027-10-16' as Day, today)).toBeCloseTo((11 + 15 / 31) / 12);
  expect([placeOf('2026-10-31' as Day, today), placeOf('2027-11-01' as Day, today)]).toEqual([null, null]);
  expect(expiriesByMonth([], today).map(({ month }) => month)).toEqual([
    '2026-11',
    '2026-12',
    ...Array.from({ length: 10 }, (_, index) => `2027-${String(index + 1).padStart(2, '0')}`),
  ]);
});

test('once the begun task is done, another screen offers the next one', async () => {
  await show(() => <NextTask />);
  act(() => {
    go({ screen: 'people' });
    begin('leavers fe-studio');
  });
  expect(screen.queryByRole('status')).toBeNull();
  act(() => {
    const { state } = useDesk.getState();
    const seats = new Map(state.workspace.seats);
    for (const [id, { personId }] of seats) if (personId === 'p-p-greco') seats.delete(id);
    useDesk.setState({ state: { ...state, workspace: { ...state.workspace, seats } } });
  });
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Officine Rossi srl'));
  act(() => forgetBegun());
  expect(screen.queryByRole('status')).toBeNull();
});
