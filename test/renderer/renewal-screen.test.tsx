// The renewal of one service on the screen, in both languages, and the ways that lead to it:
// rules D3 to D5 and F.
import { show } from './screen.tsx';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../core/desk/command.ts';
import type { CartId, ItemId, ServiceId } from '../../core/kernel/id.ts';
import { CartScreen } from '../../renderer/screens/cart/cart-screen.tsx';
import { ServiceScreen } from '../../renderer/screens/services/service-screen.tsx';
import { lineName, lineValue } from '../../renderer/screens/sync/content-words.ts';
import { useUi } from '../../renderer/store/ui-store.ts';
import { setLanguage } from '../../renderer/text/text.ts';

const idOf = (serviceId: string) => `renewal-${serviceId}` as CartId;
const open = (serviceId: string): Command => ({
  type: 'cart/open-renewal',
  serviceId: serviceId as ServiceId,
});
const showRenewal = (serviceId: string, ...before: readonly Command[]) =>
  show(() => <CartScreen cartId={idOf(serviceId)} />, ...(before.length > 0 ? before : [open(serviceId)]));
const gross = (): string => screen.getByTestId('gross').textContent.replaceAll('\u00A0', ' ');
const rows = (): readonly string[] =>
  within(screen.getByRole('table', { name: 'Che cosa si rinnova' }))
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent.replaceAll('\u00A0', ' '));
const users = (): HTMLInputElement => screen.getByRole('textbox', { name: 'Utenti aggiuntivi da rinnovare' });

describe('the renewal cart', () => {
  test('every item from its day to the new one, with its calculation and amount', async () => {
    await showRenewal('fe-studio');
    expect(rows()).toEqual([
      'Fatturazione Elettronica15/03/2027 → 15/03/20281 × 29,90 × 12/1229,90 €',
      'Utente aggiuntivo15/03/2027 → 15/03/20283 × 4,90 × 12/1214,70 €Non rinnovare',
      'Modulo Documenti15/03/2027 → 15/03/20281 × 19,90 × 12/1219,90 €Non rinnovare',
    ]);
    expect(gross()).toBe('78,69 €');
    expect(document.body.textContent).toContain('Gli anni si contano dalla scadenza di oggi, 15/03/2027');
  });

  test('an item with another date says how much is missing and by which rule; one paid beyond stays', async () => {
    await showRenewal('fe-adriatica');
    expect(rows().join()).toContain('mancano 8 mesi e 7 giorni');
    expect(document.body.textContent).toContain('Regola applicata: mese iniziato, mese intero');
  });

  test('not renewed, and renewed after all', async () => {
    const { user, desk } = await showRenewal('fe-studio');
    await user.click(
      screen.getByRole('button', { name: 'Non rinnovare: Modulo Documenti, scadenza 15/03/2027' }),
    );
    await waitFor(() =>
      expect(rows()[2]).toBe('Modulo Documentinon si rinnova: finisce il 15/03/202715/03/2027––Rinnova'),
    );
    await user.click(
      screen.getByRole('button', { name: 'Rinnova anche: Modulo Documenti, scadenza 15/03/2027' }),
    );
    await waitFor(() => expect(gross()).toBe('78,69 €'));
    expect(desk.submitted('cart/leave-out')).toHaveLength(2);
  });

  test('fewer users than the panel has: named, who left first, and the way to free them; left as it is', async () => {
    const { user } = await showRenewal('fe-studio');
    await user.clear(users());
    await user.type(users(), '1{Enter}');
    const named = () =>
      within(screen.getByRole('table', { name: 'Utenti configurati nel pannello' })).getAllByRole('row');
    await waitFor(() => expect(named()).toHaveLength(4));
    expect(named()[1]?.textContent).toMatch(/^Paolo Grecopgreco01non è più nello studio dal/);
    expect(screen.getByRole('alert').textContent).toContain(
      'sono configurati 3 utenti e se ne rinnoverebbe uno',
    );
    await user.click(screen.getByRole('button', { name: 'Libera: Paolo Greco' }));
    expect(useUi.getState().dialog).toMatchObject({ kind: 'free-seats', serviceId: 'fe-studio' });
    await user.click(screen.getByRole('button', { name: 'Lascia com’è' }));
    expect(screen.queryByRole('table', { name: 'Utenti configurati nel pannello' })).toBeNull();
    expect(gross()).toBe('78,69 €');
  });

  test('more users than there are is a sentence, and space in use is one too', async () => {
    const { user, toasts } = await showRenewal('fe-adriatica');
    await user.clear(users());
    await user.type(users(), '13{Enter}');
    await waitFor(() => expect(toasts().join(' ')).toMatch(/da 0 a 12/));
    const space = screen.getByRole('textbox', { name: 'GB aggiuntivi da rinnovare' });
    await user.clear(space);
    await user.type(space, '0{Enter}');
    await waitFor(() => expect(toasts().join(' ')).toMatch(/Sono occupati 1,56 GB e ne resterebbero 1,00/));
  });

  test('a reduced group says how many end, and when', async () => {
    await showRenewal('fe-adriatica', open('fe-adriatica'), {
      type: 'cart/reduce',
      cartId: idOf('fe-adriatica'),
      kind: 'user',
      to: 11,
    });
    expect(rows()[3]).toMatch(/1 di 2: uno finisce il 20\/10\/2027/);
  });

  test('a service in grace is reactivated from its old expiry', async () => {
    await showRenewal('fe-conti');
    expect(document.body.textContent).toContain('Riattivazione: Farmacia Conti');
    expect(document.body.textContent).toContain(
      'Il servizio è scaduto il 02/11/2026: gli anni si contano da quel giorno, per scelta di Allinea',
    );
  });

  test('automatic renewal switched on meanwhile: no figures, and the way to the switch', async () => {
    const { user } = await showRenewal('fe-studio', open('fe-studio'), {
      type: 'automatic-renewal/switch',
      serviceId: 'fe-studio' as ServiceId,
      on: true,
    });
    expect(screen.getByRole('alert').textContent).toContain(
      'Il rinnovo automatico di Studio Bianchi e Associati è attivo',
    );
    await user.click(screen.getByRole('button', { name: 'Gestisci' }));
    expect(useUi.getState().route).toEqual({ screen: 'service', serviceId: 'fe-studio' });
  });

  test('in English too', async () => {
    setLanguage('en');
    await showRenewal('fe-studio');
    expect(document.body.textContent).toContain('The years are counted from today’s expiry, 15/03/2027');
    expect(
      screen.getByRole('button', { name: 'Do not renew: Documents module, expiry 15/03/2027' }),
    ).toBeDefined();
  });
});

describe('the service screen', () => {
  const showService = (id: string, ...before: readonly Command[]) =>
    show(() => <ServiceScreen serviceId={id as ServiceId} />, ...before);

  test('with automatic renewal on: what follows, no Rinnova; switched off it waits for the vendor', async () => {
    const { user, desk } = await showService('fe-ferrara');
    expect(document.body.textContent).toContain('27/12/2026, sette giorni prima della scadenza');
    expect(screen.queryByRole('button', { name: 'Rinnova' })).toBeNull();
    await user.click(screen.getByRole('switch', { name: 'Rinnovo automatico' }));
    await waitFor(() => expect(document.body.textContent).toContain('Disattivazione da confermare'));
    expect(desk.submitted('automatic-renewal/switch')).toEqual([
      { type: 'automatic-renewal/switch', serviceId: 'fe-ferrara', on: false },
    ]);
  });

  test.each([
    ['fe-studio', 'Rinnova'],
    ['fe-conti', 'Riattiva'],
  ])('%s: %s opens the renewal', async (id, label) => {
    const { user } = await showService(id);
    await user.click(screen.getByRole('button', { name: label }));
    await waitFor(() => expect(useUi.getState().route).toEqual({ screen: 'cart', cartId: idOf(id) }));
  });
});

test('lines in conflict are called by their item', async () => {
  const { desk } = await showRenewal('fe-adriatica');
  const content = {
    kind: 'renewal',
    serviceId: 'fe-adriatica' as ServiceId,
    years: 1,
    leftOut: [] as ItemId[],
    reduceTo: {},
    conventionCode: null,
  } as const;
  const name = (line: string) => lineName(line, desk.state, { ...content, leftOut: [] });
  expect([
    name('leave-out:fe-adriatica-4'),
    name('leave-out:gone'),
    name('reduce:user'),
    name('years'),
  ]).toEqual([
    'Non rinnovare: 2 × Utente aggiuntivo, scadenza 20/10/2027',
    'Non rinnovare: una voce che non c’è più',
    'Utenti aggiuntivi da rinnovare',
    'Anni',
  ]);
  expect([
    lineValue(null, 'reduce:user'),
    lineValue(9, 'reduce:user'),
    lineValue(true, 'leave-out:x'),
    lineValue(null, 'leave-out:x'),
  ]).toEqual(['tutti', '9', 'sì', 'no']);
});
