// What a list shows, kept under a name: saved, chosen, replaced, removed, and found by the palette.
import { show } from './screen.tsx';
import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Command } from '../../core/desk/command.ts';
import type { ServiceId } from '../../core/kernel/id.ts';
import { err } from '../../core/kernel/result.ts';
import { finish } from '../../core/kernel/steps.ts';
import { PeopleScreen } from '../../renderer/screens/people/list/people-screen.tsx';
import { sameShown } from '../../renderer/screens/views/same-shown.ts';
import { paletteEntries } from '../../renderer/shell/palette-entries.ts';
import { searchPalette } from '../../renderer/shell/palette-search.ts';
import { useDesk } from '../../renderer/store/desk.ts';
import {
  firstShown,
  openView,
  searchStaff,
  showIn,
  useShownLists,
} from '../../renderer/store/shown-lists.ts';
import { go, useUi } from '../../renderer/store/ui-store.ts';

const waiting = {
  list: 'people',
  standing: 'waiting',
  department: null,
  serviceId: 'fe-studio' as ServiceId,
  sort: { key: 'name', descending: false },
  columns: ['end'],
} as const;
const save: Command = { type: 'view/save', name: 'Chi aspetta', shown: waiting };

const views = (): HTMLElement => screen.getByRole('button', { name: /viste salvate/ });
const named = (name: string): HTMLElement => screen.getByRole('button', { name });
const chip = (): string | null =>
  screen.getAllByRole('button', { name: /\d$/ }).find((one) => one.getAttribute('aria-pressed') === 'true')
    ?.textContent ?? null;

beforeEach(() => useUi.setState({ route: { screen: 'people' }, back: [], opened: 'anew' }));

test('what the list shows is saved under a name, and shown again after other filters', async () => {
  const { user, desk, toasts } = await show(() => <PeopleScreen />);
  await user.click(screen.getByRole('button', { name: /^In attesa/ }));
  await user.click(named('Salva, viste salvate'));
  // Without a view to choose one types at once.
  await user.keyboard('Chi aspetta{Enter}');
  await waitFor(() => expect(views().textContent).toBe('Chi aspetta'));
  expect(desk.submitted('view/save')).toEqual([
    {
      type: 'view/save',
      name: 'Chi aspetta',
      shown: { ...firstShown.people, standing: 'waiting', serviceId: 'fe-studio' },
    },
  ]);
  expect(toasts()).toEqual(['Vista “Chi aspetta” salvata']);
  await user.click(screen.getByRole('button', { name: /^Tutti \d/ }));
  expect(views().textContent).toBe('Scegli');
  await user.click(views());
  expect(document.activeElement).toBe(named('Chi aspetta'));
  await user.keyboard('{Enter}');
  expect(chip()).toMatch(/^In attesa/);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('the same name again replaces, and says so; the cross removes, and one can take it back', async () => {
  const { user, desk, toasts } = await show(() => <PeopleScreen />, save);
  await user.click(views());
  await user.type(screen.getByRole('combobox', { name: 'Nome della vista' }), 'chi ASPETTA');
  await user.click(named('Sostituisci'));
  await waitFor(() => expect(toasts()).toEqual(['Vista “chi ASPETTA” sostituita']));
  expect([...useDesk.getState().state.workspace.views.keys()]).toEqual(['people chi aspetta']);
  await user.click(views());
  await user.click(named('Togli la vista chi ASPETTA'));
  await waitFor(() => expect(toasts()).toEqual(['Vista “chi ASPETTA” tolta']));
  expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true);
  expect(desk.submitted('view/remove')).toEqual([{ type: 'view/remove', id: 'people chi aspetta' }]);
  expect(useUi.getState().toasts[0]?.undo).not.toBeNull();
});

test('a refusal stands at the name', async () => {
  const { user, desk } = await show(() => <PeopleScreen />);
  await user.click(views());
  desk.answers = { 'command/submit': () => err({ reason: 'too-many-views', most: 30 }) };
  await user.type(screen.getByRole('combobox', { name: 'Nome della vista' }), 'Una di troppo{Enter}');
  await waitFor(() => expect(document.body.textContent).toContain('può avere al massimo 30 viste'));
  expect(screen.getByRole('combobox', { name: 'Nome della vista' }).getAttribute('aria-invalid')).toBe(
    'true',
  );
});

test('opened from elsewhere a view is shown as it is, and leaves no second place on its own list', async () => {
  await show(() => <PeopleScreen />, save);
  const [view] = [...useDesk.getState().state.workspace.views.values()];
  if (view === undefined) throw new Error('It was saved');
  act(() => go({ screen: 'status' }));
  act(() => openView(view));
  expect([useUi.getState().route.screen, useUi.getState().opened]).toEqual(['people', 'view']);
  expect([useUi.getState().peopleService, useShownLists.getState().people.standing]).toEqual([
    'fe-studio',
    'waiting',
  ]);
  // Chosen on its own list it leaves no place to come back to.
  const { back } = useUi.getState();
  act(() => openView(view));
  expect(useUi.getState().back).toBe(back);
});

test('a view shows all that it says: what was searched for and marked before is gone', async () => {
  const { user } = await show(() => <PeopleScreen />, save);
  const [view] = [...useDesk.getState().state.workspace.views.values()];
  if (view === undefined) throw new Error('It was saved');
  const search = screen.getByRole('searchbox');
  await user.type(search, 'rossi');
  await waitFor(() => expect(useShownLists.getState().staffSearch).toBe('rossi'));
  act(() => openView(view));
  expect(search).toHaveProperty('value', '');
  expect(chip()).toMatch(/^In attesa/);
});

test('opened without a view the list shows all, and finds everybody', async () => {
  showIn('people', { standing: 'waiting' });
  searchStaff('rossi');
  await show(() => <PeopleScreen />);
  expect(chip()).toMatch(/^Tutti/);
  expect(screen.getByRole('searchbox')).toHaveProperty('value', '');
});

test('the palette finds it by its name, and says of which list it is', async () => {
  await show(() => null, save);
  const { state } = useDesk.getState();
  const [entry] = searchPalette(
    paletteEntries(state, true).map((begin) => finish(begin())),
    'chi asp',
    5,
  );
  expect([entry?.group, entry?.label, entry?.note]).toEqual(['palette.view', 'Chi aspetta', 'Personale']);
  useUi.setState({ route: { screen: 'status' } });
  entry?.run();
  expect(useUi.getState().route.screen).toBe('people');
  expect(useShownLists.getState().people.standing).toBe('waiting');
});

test('two lists are compared by what they show, not by the order in which it was chosen', () => {
  const shown = firstShown.services;
  expect(
    sameShown(
      { ...shown, filters: { payer: 'a', access: 'b' } },
      { ...shown, filters: { access: 'b', payer: 'a' } },
    ),
  ).toBe(true);
  expect(sameShown({ ...shown, filters: { payer: 'a' } }, { ...shown, filters: { payer: '' } })).toBe(false);
  showIn('services', { filters: { payer: 'a' } });
  expect(sameShown(useShownLists.getState().services, shown)).toBe(false);
});
