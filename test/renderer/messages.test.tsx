// How long a message stays.
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bridge } from '../../renderer/bridge.ts';
import { Toasts } from '../../renderer/shell/toasts.tsx';
import { useDesk } from '../../renderer/store/desk.ts';
import { go, openDialog, toast } from '../../renderer/store/ui-store.ts';
import { language, setLanguage } from '../../renderer/text/text.ts';
import { show } from './screen.tsx';

const texts = (): readonly (string | null)[] =>
  screen.queryAllByTestId('message').map((message) => message.querySelector('span')?.textContent ?? null);
const after = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));

/** Speaks the firm's language, as the whole window does. */
function Window() {
  setLanguage(useDesk(({ state }) => state.workspace.firm.get('firm')?.language) ?? 'it');
  return <Toasts />;
}

beforeEach(async () => {
  await show(() => <Window />);
  vi.useFakeTimers();
  act(() => toast('Fatto.'));
});
afterEach(() => {
  vi.useRealTimers();
  setLanguage('it');
});

test('news go after 8 s, an error stays', () => {
  act(() => toast('Non riuscito.', { tone: 'late' }));
  act(() => toast('Fatto.'));
  after(7999);
  expect(texts()).toEqual(['Non riuscito.', 'Fatto.']);
  after(1);
  expect(texts()).toEqual(['Non riuscito.']);
});

test('news wait as long as somebody points at them or uses their buttons', () => {
  const message = screen.getByTestId('message');
  fireEvent.pointerEnter(message);
  after(60_000);
  fireEvent.focus(screen.getByRole('button', { name: 'Chiudi' }));
  fireEvent.pointerLeave(message);
  after(60_000);
  expect(texts()).toEqual(['Fatto.']);
  fireEvent.blur(screen.getByRole('button', { name: 'Chiudi' }));
  after(8000);
  expect(texts()).toEqual([]);
});

test('news of a moment ago go along to the next screen and to a dialog, older ones do not', () => {
  after(1999);
  act(() => openDialog({ kind: 'shortcuts' }));
  act(() => go({ screen: 'people' }));
  expect(texts()).toEqual(['Fatto.']);
  after(1);
  act(() => openDialog(null));
  expect(texts()).toEqual(['Fatto.']);
  act(() => openDialog({ kind: 'shortcuts' }));
  expect(texts()).toEqual([]);
  act(() => toast('Fatto di nuovo.'));
  after(2000);
  act(() => go({ screen: 'services' }));
  expect(texts()).toEqual([]);
});

test('a dialog leaves an error where it is, the next screen does not', () => {
  act(() => toast('Non riuscito.', { tone: 'late' }));
  after(2000);
  act(() => openDialog({ kind: 'shortcuts' }));
  expect(texts()).toEqual(['Non riuscito.']);
  act(() => go({ screen: 'people' }));
  expect(texts()).toEqual([]);
});

test('news in the language before go when another one is chosen', async () => {
  act(() => toast('Non riuscito.', { tone: 'late' }));
  act(() => toast('Fatto.'));
  await act(() => bridge.call('command/submit', { type: 'firm/settings', language: 'en' }));
  expect(language()).toBe('en');
  expect(texts()).toEqual(['Non riuscito.']);
});
