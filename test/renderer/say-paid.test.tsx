// "Ho pagato il …" on the screen of an order.
import { show } from './screen.tsx';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { OrdersScreen } from '../../renderer/screens/orders/orders-screen.tsx';
import { StatusScreen } from '../../renderer/screens/status/status-screen.tsx';
import { useDesk } from '../../renderer/store/desk.ts';

test('the day is today unless another is typed; afterwards the screen says when it should be registered', async () => {
  const { user, toasts } = await show(() => <OrdersScreen orderId="31904417" />);
  const day = screen.getByLabelText<HTMLInputElement>('Ho pagato il');
  await user.clear(day);
  await user.type(day, 'ieri');
  expect(screen.getByRole('button', { name: 'Ho pagato' })).toHaveProperty('disabled', true);
  await user.clear(day);
  await user.type(day, useDesk.getState().state.today.split('-').reverse().join('/'));
  await user.keyboard('{Enter}');
  const said = /Aruba dovrebbe registrarlo entro .* Fino ad allora/;
  await waitFor(() => expect(document.body.textContent).toMatch(said));
  expect(toasts()).toEqual(['Annotato: ordine 31904417 pagato.']);
  await user.click(screen.getByRole('button', { name: 'Non ho ancora pagato' }));
  await waitFor(() => expect(screen.getByLabelText('Ho pagato il')).toBeTruthy());
});

test('a paid order is no task any more', async () => {
  await show(() => <StatusScreen />, {
    type: 'order/say-paid',
    orderNumber: '31904417' as never,
    on: useDesk.getState().state.today,
  });
  expect(document.body.textContent).not.toContain('ordine 31904417');
});
