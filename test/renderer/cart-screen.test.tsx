import { show } from './screen.tsx';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../core/desk/command.ts';
import type { CartId, ClientId, ServiceId } from '../../core/kernel/id.ts';
import { CartScreen } from '../../renderer/screens/cart/cart-screen.tsx';

const cartId = 'service-fe-studio' as CartId;
const open: Command = { type: 'cart/open', serviceId: 'fe-studio' as ServiceId };
const showCart = (...before: readonly Command[]) =>
  show(() => <CartScreen cartId={cartId} />, open, ...before);
const quantity = (): HTMLInputElement =>
  screen.getByRole('textbox', { name: 'Quantità di utenti aggiuntivi' });
const gross = (): string => screen.getByTestId('gross').textContent.replaceAll('\u00A0', ' ');

describe('example E1 on the screen', () => {
  test('the totals, the names, the months and the new expiry', async () => {
    await showCart();
    expect(gross()).toBe('70,99 €');
    const page = document.body.textContent.replaceAll('\u00A0', ' ');
    for (const part of [
      '58,19 €',
      '12,80 €',
      '22,43 €',
      '11,03 €',
      '14,93 €',
      '9,80 €',
      'Giosuè Sanna, Desirée Fontana',
      '24/11/2027',
      '15/03/2027',
    ])
      expect(page).toContain(part);
  });

  test('the comparison and the slider say one amount for the extension', async () => {
    await showCart();
    const page = document.body.textContent.replaceAll('\u00A0', ' ');
    expect(page).toContain('Estendere costa oggi 59,03 € in più');
    expect(screen.getByTestId('what-if').textContent.replaceAll('\u00A0', ' ')).toBe('59,03 €');
  });

  test('the extension is on and green by default; off, only the users are paid', async () => {
    const { user, desk } = await showCart();
    const extension = screen.getByRole('switch', { name: 'Estensione servizi attivi' });
    expect(extension).toHaveProperty('checked', true);
    await user.click(extension);
    expect(gross()).toBe('11,96 €');
    expect(desk.submitted('cart/extension')).toEqual([{ type: 'cart/extension', cartId, on: false }]);
    extension.focus();
    await user.keyboard(' ');
    expect(gross()).toBe('70,99 €');
  });
});

describe('the quantity', () => {
  test('+ and - change it by one, by mouse and by keyboard, and the total follows', async () => {
    const { user } = await showCart();
    await user.click(screen.getByRole('button', { name: /Un utente in più/ }));
    await waitFor(() => expect(gross()).toBe('76,97 €'));
    expect(quantity().value).toBe('3');
    await user.click(screen.getByRole('button', { name: /Un utente in meno/ }));
    await waitFor(() => expect(gross()).toBe('70,99 €'));
    await user.click(quantity());
    await user.keyboard('{ArrowUp}{ArrowUp}');
    await waitFor(() => expect(quantity().value).toBe('4'));
  });

  test('a number typed counts when it is confirmed', async () => {
    const { user, desk } = await showCart();
    await user.clear(quantity());
    await user.type(quantity(), '12{Enter}');
    await waitFor(() => expect(desk.state.workspace.carts.get(cartId)?.quantity).toBe(12));
    expect(document.body.textContent).toContain('10 senza nome');
  });

  test.each(['0', '-1', '1000', '999999999'])(
    '%s is not taken: a sentence says so, the cart is as it was',
    async (typed) => {
      const { user, desk, toasts } = await showCart();
      await user.clear(quantity());
      await user.type(quantity(), `${typed}{Enter}`);
      await user.tab();
      expect(desk.state.workspace.carts.get(cartId)?.quantity).toBe(2);
      await waitFor(() => expect(toasts().join(' ')).toMatch(/da 1 a 999/));
      expect(gross()).toBe('70,99 €');
    },
  );

  test.each(['abc', '', '1,5', '2 x'])(
    '%j is no number of users: the cart is as it was, or a whole number',
    async (typed) => {
      const { user, desk } = await showCart();
      await user.clear(quantity());
      if (typed !== '') await user.type(quantity(), typed);
      await user.tab();
      const stored = desk.state.workspace.carts.get(cartId)?.quantity ?? 0;
      expect([Number.isInteger(stored), stored >= 1, stored <= 999]).toEqual([true, true, true]);
      await waitFor(() => expect(quantity().value).toBe(String(stored)));
    },
  );
});

describe('additional services', () => {
  test('a module is taken along and out again', async () => {
    const { user, desk } = await showCart();
    await user.click(screen.getByRole('button', { name: /Aggiungi al carrello.*Incassi/ }));
    await waitFor(() => expect(desk.state.workspace.carts.get(cartId)?.modules).toEqual(['collections']));
    await user.click(screen.getByRole('button', { name: /Togli.*Incassi/ }));
    await waitFor(() => expect(gross()).toBe('70,99 €'));
  });

  test('an active module is not offered again', async () => {
    await showCart();
    expect(screen.queryByRole('button', { name: /Aggiungi al carrello.*Documenti/ })).toBeNull();
  });
});

test('without a cart: where to begin', async () => {
  await show(() => <CartScreen cartId={null} />);
  const main = within(document.body);
  expect(main.getByText('Il carrello è vuoto')).toBeTruthy();
});

test('what is chosen before the choice before it is in the cart takes nothing of it back', async () => {
  const clientId = '05566770516' as ClientId;
  const first: Command = { type: 'cart/open-first', clientId, serviceKind: 'e-invoicing' };
  const { user, desk } = await show(() => <CartScreen cartId={'client-05566770516' as CartId} />, first);
  // The desk is busy: nothing is answered.
  desk.answers = { 'command/submit': () => new Promise<never>(() => undefined) };
  await user.click(screen.getByRole('switch', { name: /^Promozione/ }));
  await user.click(screen.getByRole('button', { name: /Anni$/ }));
  await user.click(screen.getByRole('option', { name: '2 anni' }));
  const cartId = 'client-05566770516';
  expect(desk.submitted('cart/term')).toEqual([
    { type: 'cart/term', cartId, promotion: false },
    { type: 'cart/term', cartId, years: 2 },
  ]);
});
