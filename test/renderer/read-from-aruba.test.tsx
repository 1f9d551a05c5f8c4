// "Aggiorna da Aruba" where there is a keyring: what is asked, what is sent, and what the page keeps of it.
import { show } from './screen.tsx';
import { screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import type { AccountRefusal, ShownReading, ShownStanding } from '../../core/bridge/account.ts';
import type { ServiceId } from '../../core/kernel/id.ts';
import { bridge } from '../../renderer/bridge.ts';
import { FromArubaScreen } from '../../renderer/screens/read-from-aruba/from-aruba-screen.tsx';
import { FromArubaSettings } from '../../renderer/screens/read-from-aruba/settings-card.tsx';
import { accountRefusalText } from '../../renderer/screens/read-from-aruba/refusal-sentence.ts';
import { keepScreen } from '../../renderer/store/kept-screen.ts';
import { go } from '../../renderer/store/ui-store.ts';

const studio = 'fe-studio' as ServiceId;
const on = { type: 'account/settings', on: true } as const;
const secret = 'Parola-Segreta-7';
const empty: ShownStanding = { keyring: true, kept: [], signedIn: [], waitMs: 0, testAddress: null };

const reading: ShownReading = {
  info: {
    username: 'ARUBA01234560512',
    description: null,
    vatCode: null,
    taxCode: null,
    expired: null,
    expiry: null,
    usedSpaceKB: 356_000,
    maxSpaceKB: null,
  },
  identity: 'unsaid',
  list: null,
  kept: false,
  at: Date.parse('2026-11-28T09:00:00Z'),
};

/** The screen, opened when the answers are there. */
async function showScreen(standing: Partial<ShownStanding> = {}) {
  const shown = await show(() => <Later />, on);
  shown.desk.answers = {
    'account/standing': () => ({ ok: true, value: { ...empty, ...standing } }),
    'account/read': () => ({ ok: true, value: reading }),
  };
  await shown.user.click(screen.getByRole('button', { name: 'apri' }));
  await screen.findByLabelText('Password');
  return shown;
}

function Later() {
  const [open, setOpen] = useState(false);
  return open ? (
    <FromArubaScreen serviceId={studio} />
  ) : (
    <button type="button" onClick={() => setOpen(true)}>
      apri
    </button>
  );
}

const sent = (desk: Awaited<ReturnType<typeof showScreen>>['desk']) =>
  desk.calls.filter(({ name }) => name === 'account/read').map(({ payload }) => payload);

describe('the form', () => {
  test('consent is off, and what is typed is sent once and nowhere else', async () => {
    const { desk, user } = await showScreen();
    keepScreen(bridge);
    const keep = screen.getByRole('checkbox', { name: /portachiavi di questo computer/ });
    expect(keep).toHaveProperty('checked', false);
    await user.clear(screen.getByLabelText('Utente del pannello'));
    await user.type(screen.getByLabelText('Utente del pannello'), 'ARUBA01234560512');
    await user.type(screen.getByLabelText('Password'), `${secret}{Enter}`);
    await screen.findByText('Che cosa dice Aruba');
    expect(sent(desk)).toEqual([
      {
        serviceId: studio,
        credentials: { username: 'ARUBA01234560512', password: secret },
        keep: false,
        premium: false,
      },
    ]);
    go({ screen: 'settings' });
    const others = desk.calls.filter(({ name }) => name !== 'account/read');
    expect(JSON.stringify(others)).not.toContain(secret);
    expect(others.map(({ name }) => name)).toContain('window/keep');
    expect(document.body.innerHTML).not.toContain(secret);
  });

  test('without a number that proves whose answer it is, every tick is off', async () => {
    const { user } = await showScreen();
    await user.type(screen.getByLabelText('Password'), `x{Enter}`);
    await screen.findByText(/La risposta non dice di quale partita IVA è/);
    expect(screen.getByRole('button', { name: /^Conferma 0/ })).toHaveProperty('disabled', true);
  });

  test('consent is sent if the person gives it', async () => {
    const { desk, user } = await showScreen();
    await user.click(screen.getByRole('checkbox', { name: /portachiavi di questo computer/ }));
    await user.type(screen.getByLabelText('Password'), `${secret}{Enter}`);
    expect(sent(desk)).toMatchObject([{ keep: true }]);
  });

  test('kept ones need no typing, and "Dimentica" removes them', async () => {
    const { desk, user, toasts } = await showScreen({ kept: [studio] });
    await user.click(screen.getByRole('button', { name: 'Dimentica' }));
    expect(desk.calls.filter(({ name }) => name === 'account/forget')).toMatchObject([
      { payload: { serviceId: studio } },
    ]);
    expect(toasts()).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Leggi con l’accesso conservato' }));
    expect(sent(desk)).toMatchObject([{ credentials: null, keep: false }]);
  });

  test('too early: the time left is there and nothing can be sent', async () => {
    const { desk, user } = await showScreen({ waitMs: 41_200, kept: [studio] });
    expect(screen.getByRole('timer').textContent).toContain('42 secondi');
    expect(screen.getByRole('button', { name: 'Leggi da Aruba' })).toHaveProperty('disabled', true);
    expect(screen.getByRole('button', { name: /conservato/ })).toHaveProperty('disabled', true);
    await user.type(screen.getByLabelText('Password'), `${secret}{Enter}`);
    expect(sent(desk)).toEqual([]);
  });

  test('nothing typed: both fields say it, and nothing is sent', async () => {
    const { desk, user } = await showScreen();
    await user.clear(screen.getByLabelText('Utente del pannello'));
    await user.click(screen.getByRole('button', { name: 'Leggi da Aruba' }));
    expect(screen.getByText('Scrivi l’utente del pannello.')).toBeDefined();
    expect(screen.getByText('Scrivi la password.')).toBeDefined();
    expect(sent(desk)).toEqual([]);
  });
});

test('Impostazioni lists what is kept, also while the function is off', async () => {
  function Settings() {
    const [open, setOpen] = useState(false);
    return open ? (
      <FromArubaSettings />
    ) : (
      <button type="button" onClick={() => setOpen(true)}>
        apri
      </button>
    );
  }
  const { desk, user } = await show(() => <Settings />);
  desk.answers = { 'account/standing': () => ({ ok: true, value: { ...empty, kept: [studio] } }) };
  await user.click(screen.getByRole('button', { name: 'apri' }));
  await user.click(await screen.findByRole('button', { name: /^Dimentica l’accesso di/ }));
  expect(desk.calls.some(({ name }) => name === 'account/forget')).toBe(true);
});

test.each<readonly [AccountRefusal, RegExp]>([
  [{ reason: 'other-holder', asked: '01234560512', answered: '02342520158' }, /02342520158.*01234560512/],
  [{ reason: 'refused', status: 200, code: '' }, /\(stato 200\)/],
  [{ reason: 'refused', status: 400, code: '0092' }, /stato 400, codice 0092/],
  [{ reason: 'server-error', status: 503 }, /503/],
  [{ reason: 'rate-limited', waitMs: 90_000 }, /riparti tu/],
  [{ reason: 'no-delegation' }, /Un nuovo accesso non serve/],
])('%j is a sentence', (refusal, sentence) => {
  expect(accountRefusalText(refusal)).toMatch(sentence);
});
