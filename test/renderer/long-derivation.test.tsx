// The derivation of a sum of many orders: the first ones, the others when the person asks, always the sum.
import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { cents } from '../../core/kernel/cents.ts';
import { explainOrders } from '../../core/quotes/explain.ts';
import { Amount } from '../../renderer/components/amount.tsx';
import { money } from '../../renderer/text/format.ts';

const orders = Array.from({ length: 120 }, (_, index) => ({
  holder: `Cliente ${index + 1}`,
  gross: cents(100 + index),
}));

test('fifty at first, fifty more whenever one asks, and the sum is always the last', async () => {
  render(<Amount explanation={explainOrders(orders)} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /Come si arriva/ }));
  const dialog = within(screen.getByRole('dialog'));
  const names = () => dialog.getAllByRole('term').map(({ textContent }) => textContent);
  const last = () => dialog.getAllByRole('definition').at(-1)?.textContent;
  expect([names().length, names().at(49), names().at(-1), last()]).toEqual([
    51,
    'Cliente 50',
    'Somma',
    money(cents(19_140)),
  ]);
  await user.click(dialog.getByRole('button', { name: /^Mostra altri/ }));
  await user.click(dialog.getByRole('button', { name: /^Mostra altri/ }));
  expect([names().length, names().at(119), names().at(-1), last()]).toEqual([
    121,
    'Cliente 120',
    'Somma',
    money(cents(19_140)),
  ]);
  expect(dialog.queryByRole('button')).toBeNull();
});
