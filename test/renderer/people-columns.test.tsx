// The columns of the staff list: chosen at its head, kept on this computer and in a saved view.
import { show } from './screen.tsx';
import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { bridge } from '../../renderer/bridge.ts';
import { PeopleScreen } from '../../renderer/screens/people/list/people-screen.tsx';
import { keepScreen, openKeptScreen } from '../../renderer/store/kept-screen.ts';
import { firstShown, openView, showAll, useShownLists } from '../../renderer/store/shown-lists.ts';
import { useUi } from '../../renderer/store/ui-store.ts';

const heads = (): readonly (string | null)[] =>
  screen.getAllByRole('columnheader').flatMap(({ textContent }) => textContent || []);
const button = (): HTMLElement => screen.getByRole('button', { name: 'Colonne' });
const box = (name: string): HTMLElement => screen.getByRole('checkbox', { name });
const chosen = () => useShownLists.getState().people.columns;

beforeEach(() => useUi.setState({ route: { screen: 'people' }, back: [], opened: 'anew' }));

test('one ticks what the list shows, by keyboard too, and the focus comes back to the button', async () => {
  const { user } = await show(() => <PeopleScreen />);
  expect(heads()).toEqual(['Nome', 'Reparto', 'E-mail di servizio', 'Nome utente', 'Stato ↑']);
  button().focus();
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(box('Reparto'));
  await user.keyboard(' ');
  await user.click(box('Fine'));
  expect(heads()).toEqual(['Nome', 'E-mail di servizio', 'Nome utente', 'Fine', 'Stato ↑']);
  await user.keyboard('{Escape}');
  expect(document.activeElement).toBe(button());
});

test('a column that was chosen sorts the list', async () => {
  useShownLists.setState({ people: { ...firstShown.people, columns: ['end'] } });
  const { user } = await show(() => <PeopleScreen />);
  await user.click(screen.getByRole('button', { name: 'Fine' }));
  expect(useShownLists.getState().people.sort).toEqual({ key: 'end', descending: false });
  expect(heads()).toEqual(['Nome', 'Fine ↑', 'Stato']);
});

test('without the column by which it is sorted the list has its first order again', async () => {
  const { user } = await show(() => <PeopleScreen />);
  await user.click(screen.getByRole('button', { name: 'Reparto' }));
  expect(heads()).toContain('Reparto ↑');
  await user.click(button());
  await user.click(box('Reparto'));
  expect(heads()).toEqual(['Nome', 'E-mail di servizio', 'Nome utente', 'Stato ↑']);
});

test('one button brings the usual columns back, and says nothing while they are there', async () => {
  const { user } = await show(() => <PeopleScreen />);
  await user.click(button());
  const usual = screen.getByRole('button', { name: 'Colonne di partenza' });
  expect(usual).toHaveProperty('disabled', true);
  await user.click(box('Inizio'));
  expect(usual).toHaveProperty('disabled', false);
  await user.click(usual);
  expect(chosen()).toEqual(firstShown.people.columns);
});

test('they are kept with the screen, and stay when the filters begin anew', async () => {
  const { desk } = await show(() => <PeopleScreen />);
  keepScreen(bridge);
  useShownLists.setState({ people: { ...firstShown.people, columns: ['end'] } });
  showAll('people');
  expect(chosen()).toEqual(['end']);
  const kept = desk.calls.flatMap(({ name, payload }) =>
    name === 'window/keep' ? (payload as { text: string }).text : [],
  );
  const text = kept.at(-1) ?? '';
  useShownLists.setState(firstShown);
  openKeptScreen({ kept: text, simulated: true });
  expect(chosen()).toEqual(['end']);
  // Kept by another version, which had other columns.
  openKeptScreen({ kept: text.replace('"end"', '"salary"'), simulated: true });
  expect(chosen()).toEqual(firstShown.people.columns);
});

test('a saved view has columns of its own', () => {
  openView({
    id: 'people x',
    name: 'x',
    shown: { ...firstShown.people, serviceId: null, columns: ['start', 'end'] },
  });
  expect(chosen()).toEqual(['start', 'end']);
});
