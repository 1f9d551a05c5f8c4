// The order form: who pays by default, and the payment method inside a sentence.
import { show } from './screen.tsx';
import { act, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { CartId, ClientId, ServiceId } from '../../core/kernel/id.ts';
import type { PaymentMethod } from '../../core/orders/payment.ts';
import { OrderFormScreen } from '../../renderer/screens/order-form/order-form-screen.tsx';
import { usePayerDrafts } from '../../renderer/store/payer-drafts.ts';
import { useUi } from '../../renderer/store/ui-store.ts';
import { sampleOffice } from '../support/sample-state.ts';

const [client] = sampleOffice().state.workspace.clients.values();
const clientId = client?.id as ClientId;
const value = (label: string): string => screen.getByLabelText<HTMLInputElement>(label).value;

async function form(kind: 'users' | 'first') {
  usePayerDrafts.setState({ byCart: {} });
  return kind === 'users'
    ? show(() => <OrderFormScreen cartId={'service-fe-studio' as CartId} />, {
        type: 'cart/open',
        serviceId: 'fe-studio' as ServiceId,
      })
    : show(() => <OrderFormScreen cartId={`client-${clientId}` as CartId} />, {
        type: 'cart/open-first',
        clientId,
        serviceKind: 'e-invoicing',
      });
}

describe('who pays', () => {
  test('the firm for its own service: nothing else is offered', async () => {
    await form('users');
    expect(value('Ragione sociale')).toBe('Studio Bianchi e Associati');
    expect(screen.queryByRole('button', { name: 'Paga lo studio' })).toBeNull();
  });

  test('the client for its first service, as far as it is known; the firm with one button', async () => {
    const { user } = await form('first');
    expect([value('Ragione sociale'), value('Partita IVA'), value('Indirizzo'), value('CAP')]).toEqual([
      client?.name,
      client?.vatCode,
      '',
      '',
    ]);
    const firmPays = screen.getByRole('button', { name: 'Paga lo studio' });
    firmPays.focus();
    await user.keyboard('{Enter}');
    expect(value('Ragione sociale')).toBe('Studio Bianchi e Associati');
    // The button stays: otherwise the keyboard would lose its place.
    expect(document.activeElement).toBe(firmPays);
  });
});

test.each<readonly [PaymentMethod, RegExp]>([
  ['card', /Pagando oggi con carta, /],
  ['paypal', /Pagando oggi con PayPal, /],
  ['bank-transfer', /Pagando oggi con bonifico, /],
  ['prefilled-slip', /Pagando oggi con bollettino precompilato, /],
  ['blank-slip', /Pagando oggi con bollettino in bianco, /],
])('a sentence about %s', async (method, sentence) => {
  await form('users');
  act(() => {
    useUi.setState({ methods: { 'service-fe-studio': method } });
  });
  expect(document.body.textContent).toMatch(sentence);
  expect(document.body.textContent).not.toContain('paypal');
});

test('a field is checked when one leaves it, not before and not only at the end', async () => {
  const { user } = await form('users');
  const vat = screen.getByLabelText('Partita IVA');
  await user.clear(vat);
  await user.type(vat, '123');
  expect(vat.getAttribute('aria-invalid')).toBeNull();
  await user.tab();
  expect(vat.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText('Indirizzo').getAttribute('aria-invalid')).toBeNull();
});

test('the method that was chosen for one client is no other client’s default', async () => {
  await form('users');
  act(() => useUi.setState({ methods: { 'another-cart': 'paypal' } }));
  expect(screen.getByRole('radio', { name: /^Bonifico/ })).toHaveProperty('checked', true);
});
