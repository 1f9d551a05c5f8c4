// A screen that one comes back to is as it was left. One that is opened anew is not.
import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Activity, useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { Select } from '../../renderer/components/controls.tsx';
import { Page } from '../../renderer/components/surfaces.tsx';
import { usePlace } from '../../renderer/shell/use-place.ts';
import { useShortcuts } from '../../renderer/shell/use-shortcuts.ts';
import { useOpenedAnew } from '../../renderer/store/use-opened-anew.ts';
import { go, goBack, goUp, useUi } from '../../renderer/store/ui-store.ts';

function People() {
  const [query, setQuery] = useState('');
  const [method, setMethod] = useState('a');
  useOpenedAnew((byView) => setQuery(byView ? 'vista' : ''));
  return (
    <Page title="Personale">
      <input aria-label="Cerca" value={query} onChange={({ target }) => setQuery(target.value)} />
      <button type="button" onClick={() => go({ screen: 'services' })}>
        Vai
      </button>
      <Select
        label="Modo"
        value={method}
        choices={['a', 'b'].map((id) => ({ id, label: id }))}
        onChange={setMethod}
      />
    </Page>
  );
}

/** A window whose staff stays in the page while another screen is shown. */
function Window() {
  const route = useUi((ui) => ui.route);
  const shown = route.screen === 'people';
  usePlace(route, false);
  useShortcuts();
  return (
    <>
      <button type="button">Navigazione</button>
      <main className="content">
        <div inert={!shown}>
          <Activity mode={shown ? 'visible' : 'hidden'}>
            <People />
          </Activity>
        </div>
        {!shown && <Page title={route.screen}>{null}</Page>}
      </main>
    </>
  );
}

const person = () => userEvent.setup({ delay: null });
const button = (name: string): HTMLElement => screen.getByRole('button', { name });
const focused = () => document.activeElement?.textContent;
const top = (): number => document.querySelector('.content')?.scrollTop ?? -1;
const search = (): unknown => Reflect.get(screen.getByLabelText('Cerca'), 'value');

beforeEach(() => {
  HTMLElement.prototype.scrollTo = function scrollTo(this: HTMLElement, ...to: unknown[]) {
    this.scrollTop = Number(to[1]);
  };
  useUi.setState({ route: { screen: 'people' }, back: [], opened: 'anew', dialog: null });
  render(<Window />);
});

test('coming back finds the search, the focus and the place; opened anew it begins at its title', async () => {
  const user = person();
  await user.type(screen.getByLabelText('Cerca'), 'anna');
  document.querySelector('.content')?.scrollTo(0, 300);
  await user.click(button('Vai'));
  expect([focused(), top()]).toEqual(['services', 0]);
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  expect([focused(), top(), search()]).toEqual(['Vai', 300, 'anna']);
  // A saved view says what its list shows.
  act(() => go({ screen: 'services' }));
  act(() => go({ screen: 'people' }, 'view'));
  expect([focused(), top(), search()]).toEqual(['Personale', 0, 'vista']);
  act(() => go({ screen: 'services' }));
  act(() => go({ screen: 'people' }));
  expect([focused(), top(), search()]).toEqual(['Personale', 0, '']);
});

test('who left by the navigation comes back to the title, not to the navigation', async () => {
  const user = person();
  await user.click(button('Navigazione'));
  act(() => go({ screen: 'services' }));
  act(goBack);
  expect(focused()).toBe('Personale');
});

test('the button of a mouse goes back too, but not under a dialog', async () => {
  const user = person();
  await user.click(button('Vai'));
  act(() => useUi.setState({ dialog: { kind: 'about' } }));
  act(() => void window.dispatchEvent(new MouseEvent('mouseup', { button: 3 })));
  expect(useUi.getState().route.screen).toBe('services');
  act(() => useUi.setState({ dialog: null }));
  act(() => void window.dispatchEvent(new MouseEvent('mouseup', { button: 3 })));
  expect(useUi.getState().route.screen).toBe('people');
});

test('to the list that a screen belongs to one goes back, or anew if one came from elsewhere', () => {
  act(() => go({ screen: 'services' }));
  act(() => goUp({ screen: 'people' }));
  expect([useUi.getState().opened, useUi.getState().back.length]).toEqual(['back', 0]);
  act(() => go({ screen: 'services' }));
  act(() => go({ screen: 'history' }));
  act(() => goUp({ screen: 'people' }));
  expect([useUi.getState().opened, useUi.getState().route.screen]).toEqual(['anew', 'people']);
});

test('with nothing to go back to, nothing changes', () => {
  act(goBack);
  expect([useUi.getState().opened, useUi.getState().route.screen]).toEqual(['anew', 'people']);
});

test('a list that was open when the screen was left is closed when one comes back', async () => {
  const user = person();
  await user.click(screen.getByRole('button', { name: /Modo/ }));
  expect(await screen.findAllByRole('option')).toHaveLength(2);
  act(() => go({ screen: 'services' }));
  act(goBack);
  await waitFor(() => expect(screen.queryAllByRole('option')).toEqual([]));
});
