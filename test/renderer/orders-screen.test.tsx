// The list of orders: a click anywhere on a row opens it, the search and the filter narrow it.
import { show } from './screen.tsx';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { OrdersScreen } from '../../renderer/screens/orders/orders-screen.tsx';
import { useUi } from '../../renderer/store/ui-store.ts';

const rows = (): number => document.querySelectorAll('tr[data-pick]').length;

test('a click on the holder opens the order', async () => {
  const { user } = await show(() => <OrdersScreen orderId={null} />);
  const [first] = document.querySelectorAll('tr[data-pick]');
  const number = first?.querySelector('button')?.textContent;
  await user.click(first?.querySelectorAll('td')[1] as Element);
  expect(useUi.getState().route).toEqual({ screen: 'orders', orderId: number });
});

test('the search finds numbers and holders, and says if there is nothing', async () => {
  const { user } = await show(() => <OrdersScreen orderId={null} />);
  const all = rows();
  await user.type(screen.getByRole('searchbox'), 'edil marche');
  await waitFor(() => {
    expect(rows()).toBeLessThanOrEqual(all);
    for (const row of document.querySelectorAll('tr[data-pick]'))
      expect(row.textContent).toContain('Edil Marche');
  });
  await user.type(screen.getByRole('searchbox'), ' zzz');
  await waitFor(() => expect(rows()).toBe(0));
  expect(screen.getByText('Nessun ordine corrisponde.')).toBeTruthy();
});
