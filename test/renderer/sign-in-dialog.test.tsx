import { show } from './screen.tsx';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { SyncStatus } from '../../core/bridge/sync-status.ts';
import type { SignInRefusal } from '../../core/bridge/refusals.ts';
import { SignInDialog } from '../../renderer/shell/sign-in-dialog.tsx';
import { useDesk } from '../../renderer/store/desk.ts';
import { openDialog, useUi } from '../../renderer/store/ui-store.ts';

const password = (): HTMLElement => screen.getByLabelText('Password');
const signIn = (): HTMLElement => screen.getByRole('button', { name: 'Accedi' });

const setLink = (link: SyncStatus['link']) =>
  act(async () => useDesk.setState(({ sync }) => ({ sync: { ...sync, link } })));

async function showDialog(why: 'asked' | 'order' = 'asked') {
  const closed = vi.fn<() => void>();
  return { closed, ...(await show(() => <SignInDialog why={why} onClose={closed} />)) };
}

/** The dialog, opened while the link has this state. */
async function showAt(link: SyncStatus['link']) {
  const closed = vi.fn<() => void>();
  function Asked() {
    return useUi((ui) => ui.dialog !== null) ? <SignInDialog why="asked" onClose={closed} /> : null;
  }
  await show(() => <Asked />);
  await setLink(link);
  act(() => openDialog({ kind: 'sign-in', why: 'asked' }));
  return closed;
}

describe('signing in', () => {
  test('S3: the address of a backend elsewhere is shown, and none for the simulator inside', async () => {
    await showDialog();
    expect(screen.queryByText(/vanno a/)).toBeNull();
    await act(async () => useDesk.setState({ backendAddress: 'https://altrove.example' }));
    expect(
      screen.getByText('Account e password vanno a https://altrove.example, non ad Aruba.'),
    ).toBeDefined();
  });

  test('the firm’s account is filled in, the password is not; without one nothing is sent', async () => {
    const { desk, user } = await showDialog();
    expect(screen.getByLabelText('Account Aruba')).toHaveProperty('value', '8841207@aruba.it');
    expect(password()).toHaveProperty('value', '');
    await user.type(password(), '{Enter}');
    expect(desk.calls.filter(({ name }) => name === 'access/sign-in')).toEqual([]);
  });

  test('typed, Enter, signed in, closed', async () => {
    const { desk, user, closed, toasts } = await showDialog();
    await user.type(password(), 'segreta{Enter}');
    await waitFor(() => expect(closed).toHaveBeenCalledOnce());
    expect(desk.calls.filter(({ name }) => name === 'access/sign-in').map(({ payload }) => payload)).toEqual([
      { username: '8841207@aruba.it', password: 'segreta' },
    ]);
    expect(toasts()).toEqual(['Accesso eseguito.']);
  });

  test.each<readonly [SignInRefusal, RegExp]>([
    [{ reason: 'bad-account-form' }, /1234567@aruba\.it/],
    [{ reason: 'wrong-credentials' }, /Account o password non corretti/],
    [{ reason: 'unreachable' }, /non è raggiungibile/],
    [{ reason: 'no-answer' }, /non ha risposto in tempo/],
    [{ reason: 'unreadable-answer' }, /modo inatteso/],
  ])('%j is a sentence, the dialog stays, what was typed stays', async (refusal, sentence) => {
    const { desk, user, closed } = await showDialog();
    desk.answers = { 'access/sign-in': () => ({ ok: false, error: refusal }) };
    await user.type(password(), 'segreta');
    await user.click(signIn());
    expect((await screen.findByRole('alert')).textContent).toMatch(sentence);
    expect([closed.mock.calls.length, password()]).toEqual([
      0,
      expect.objectContaining({ value: 'segreta' }) as HTMLElement,
    ]);
    desk.answers = {};
    await user.click(signIn());
    await waitFor(() => expect(closed).toHaveBeenCalledOnce());
  });

  test('too many tries: it counts the seconds and tries again by itself', async () => {
    const { desk, user, closed } = await showDialog();
    desk.answers = {
      'access/sign-in': () => ({ ok: false, error: { reason: 'rate-limited', waitMs: 1400 } }),
    };
    await user.type(password(), 'segreta');
    await user.click(signIn());
    expect((await screen.findByRole('alert')).textContent).toContain('un accesso al minuto');
    expect(document.body.textContent).toContain('Nuovo tentativo fra 2 secondi.');
    expect(signIn()).toHaveProperty('disabled', true);
    desk.answers = {};
    await screen.findByText(/fra 1 secondo/, {}, { timeout: 3000 });
    await waitFor(() => expect(closed).toHaveBeenCalledOnce(), { timeout: 3000 });
    expect(desk.calls.filter(({ name }) => name === 'access/sign-in')).toHaveLength(2);
  });

  test('closed while it counts, it does not try again', async () => {
    const { desk, user } = await showDialog();
    desk.answers = {
      'access/sign-in': () => ({ ok: false, error: { reason: 'rate-limited', waitMs: 300 } }),
    };
    await user.type(password(), 'segreta{Enter}');
    await screen.findByRole('alert');
    cleanup();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(desk.calls.filter(({ name }) => name === 'access/sign-in')).toHaveLength(1);
  });

  test('for an order it says that the order is safe, and may wait', async () => {
    const { user, closed } = await showDialog('order');
    expect(document.body.textContent).toContain('L’ordine è confermato e salvato qui.');
    await user.click(screen.getByRole('button', { name: 'Più tardi' }));
    expect(closed).toHaveBeenCalledOnce();
  });

  test('signed in from another window meanwhile, it asks no longer', async () => {
    const closed = await showAt('signed-out');
    await setLink('offline');
    expect(closed).not.toHaveBeenCalled();
    await setLink('pending');
    expect(closed).toHaveBeenCalledOnce();
  });

  test('asked for while one is signed in, it stays', async () => {
    const closed = await showAt('synced');
    await setLink('pending');
    await setLink('synced');
    expect(closed).not.toHaveBeenCalled();
  });

  test('Escape closes it', async () => {
    const { user, closed } = await showDialog();
    await user.keyboard('{Escape}');
    expect(closed).toHaveBeenCalled();
  });
});
