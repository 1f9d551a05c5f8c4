// The long screens stay in the page, hidden: opened again they stand as they were left.
import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ErrorBoundary } from '../../renderer/shell/error-boundary.tsx';
import { useShortcuts } from '../../renderer/shell/use-shortcuts.ts';
import { StayingScreens } from '../../renderer/staying-screens.tsx';
import { go, useUi } from '../../renderer/store/ui-store.ts';
import { useDesk } from '../../renderer/store/desk.ts';
import { show } from './screen.tsx';

function Window() {
  const route = useUi((ui) => ui.route);
  useShortcuts();
  return (
    <main>
      <StayingScreens route={route} language="it" />
    </main>
  );
}

/** A screen's file may have to be loaded first. */
const title = (name: string) => screen.findByRole('heading', { level: 1, name }, { timeout: 15_000 });
const open = (name: 'people' | 'services' | 'history') => act(() => go({ screen: name }));

const isHidden = (element: Element | null): boolean => (element?.closest('[data-resting]') ?? null) !== null;

/** The test page has no layout: what a style hides is visible to it. */
function hideWhatIsHidden(): void {
  Element.prototype.checkVisibility = function checkVisibility(this: Element) {
    return !isHidden(this);
  };
}

test('a screen that was left is the same one again, without its search and with its order', async () => {
  hideWhatIsHidden();
  const { user } = await show(() => <Window />);
  open('people');
  const people = await title('Personale');
  const search = () => screen.getByRole('searchbox', { name: 'Cerca per nome o e-mail' });
  await user.type(search(), 'fontana');
  await user.click(screen.getByRole('button', { name: 'Nome' }));
  open('services');
  await title('Servizi');
  expect(people.isConnected).toBe(true);
  expect(isHidden(people)).toBe(true);
  expect(document.querySelectorAll('#page-title')).toHaveLength(1);
  open('people');
  expect(await title('Personale')).toBe(people);
  expect(people.id).toBe('page-title');
  expect(isHidden(people)).toBe(false);
  await waitFor(() => expect(search()).toHaveProperty('value', ''));
  expect(screen.getByRole('columnheader', { name: 'Nome ↑' })).toBeTruthy();
});

test('what changed meanwhile is shown when the screen is opened again', async () => {
  await show(() => <Window />);
  open('people');
  await screen.findByText(/^34 persone/);
  open('history');
  await title('Storico utenti');
  const { state } = useDesk.getState();
  const people = new Map([...state.workspace.people].slice(0, 30));
  act(() => useDesk.setState({ state: { ...state, workspace: { ...state.workspace, people } } }));
  open('people');
  expect(await screen.findByText(/^30 persone/)).toBeTruthy();
});

test('the history of one person is a screen of its own, and the whole one stays as it was', async () => {
  await show(() => <Window />);
  const [person] = [...useDesk.getState().state.workspace.people.values()];
  if (person === undefined) throw new Error('The sample has nobody');
  open('history');
  const whole = await title('Storico utenti');
  act(() => go({ screen: 'history', personId: person.id }));
  await screen.findByRole('button', { name: 'Mostra tutti' });
  expect(isHidden(whole)).toBe(true);
  expect(whole.closest('[inert]')).not.toBeNull();
  open('history');
  expect(await title('Storico utenti')).toBe(whole);
  expect(whole.closest('[inert]')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Mostra tutti' })).toBeNull();
});

test('keys belong to the screen that is shown, not to those that wait', async () => {
  hideWhatIsHidden();
  const { user } = await show(() => <Window />);
  open('people');
  await title('Personale');
  open('services');
  await title('Servizi');
  await user.keyboard('{Control>}f{/Control}');
  expect(isHidden(document.activeElement)).toBe(false);
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Cerca/);
});

test('while the person pauses the others are made, unseen, and their effects run once', async () => {
  const noIdleTime = globalThis.requestIdleCallback;
  globalThis.requestIdleCallback = (callback) =>
    Number(setTimeout(() => callback({ didTimeout: false, timeRemaining: () => 9 })));
  try {
    const { desk } = await show(() => <Window />);
    open('history');
    const backups = () => desk.calls.filter(({ name }) => name === 'backups/list');
    const settings = await screen.findByRole('heading', { name: 'Impostazioni' }, { timeout: 15_000 });
    await waitFor(() => expect(backups()).toHaveLength(1));
    expect(isHidden(settings)).toBe(true);
    expect(document.querySelectorAll('#page-title')).toHaveLength(1);
    expect(useUi.getState().route).toEqual({ screen: 'history' });
  } finally {
    globalThis.requestIdleCallback = noIdleTime;
  }
}, 30_000);

test('after a crash another screen is shown as if nothing had been', async () => {
  function Broken({ broken }: { readonly broken: boolean }) {
    if (broken) throw new Error('broken on purpose');
    return <p>Un’altra schermata</p>;
  }
  function Place() {
    const { screen: at } = useUi((ui) => ui.route);
    return (
      <ErrorBoundary place={at}>
        <Broken broken={at === 'people'} />
      </ErrorBoundary>
    );
  }
  await show(() => <Place />);
  open('people');
  expect(await screen.findByRole('button', { name: 'Riapri la schermata' })).toBeTruthy();
  open('services');
  expect(await screen.findByText('Un’altra schermata')).toBeTruthy();
});
