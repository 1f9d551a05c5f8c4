// The question before an order is cancelled: it speaks of the order's own payment.
import { show } from './screen.tsx';
import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { PaymentMethod } from '../../core/orders/payment.ts';
import type { Order } from '../../core/orders/order.ts';
import { CancelOrderDialog } from '../../renderer/screens/orders/cancel-order-dialog.tsx';
import { useDesk } from '../../renderer/store/desk.ts';
import { setLanguage } from '../../renderer/text/text.ts';

async function question(method: PaymentMethod): Promise<string> {
  await show(() => <CancelOrderDialog orderId="31904417" onClose={() => undefined} />);
  act(() => {
    const { state } = useDesk.getState();
    const orders = new Map<string, Order>(state.replica.orders);
    const order = orders.get('31904417');
    if (order === undefined) throw new Error('The sample has an unpaid order');
    orders.set(order.orderNumber, { ...order, method });
    useDesk.setState({ state: { ...state, replica: { ...state.replica, orders } } });
  });
  return screen.getByRole('dialog').textContent;
}

test.each<readonly [PaymentMethod, RegExp]>([
  ['bank-transfer', /Se il bonifico è già partito, non annullare\./],
  ['prefilled-slip', /Se il bollettino è già stato pagato, non annullare\./],
  ['blank-slip', /Se il bollettino è già stato pagato, non annullare\./],
  ['card', /Se la carta è già stata addebitata, non annullare\./],
  ['paypal', /Se il pagamento con PayPal è già partito, non annullare\./],
])('%s', async (method, sentence) => {
  const said = await question(method);
  expect(said).toMatch(sentence);
  expect(said.includes('bonifico')).toBe(method === 'bank-transfer');
});

test('in English too', async () => {
  setLanguage('en');
  expect(await question('blank-slip')).toMatch(/If the postal slip has already been paid, do not cancel\./);
});
