// Before users are bought, the cart says which there are already: free ones, and those of people who left.
import { show } from './screen.tsx';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Command } from '../../core/desk/command.ts';
import type { CartId, ServiceId } from '../../core/kernel/id.ts';
import { CartScreen } from '../../renderer/screens/cart/cart-screen.tsx';
import { useUi } from '../../renderer/store/ui-store.ts';
import { sampleOffice } from '../support/sample-state.ts';

const { workspace, replica } = sampleOffice().state;
const serviceOf = (start: string): ServiceId => {
  const found = [...replica.services.values()].find(({ holder }) => holder.startsWith(start));
  if (found === undefined) throw new Error(`The sample has no ${start}`);
  return found.id;
};
const studio = serviceOf('Studio Bianchi');
const [leaver] = [...workspace.people.values()].flatMap(({ id, familyName }) =>
  familyName === 'Greco' ? [id] : [],
);
const leavers = /ancora assegnato a chi è uscito: se lo liberi, puoi acquistarne uno in meno/;

const showCart = (serviceId: ServiceId, ...before: readonly Command[]) =>
  show(
    () => <CartScreen cartId={`service-${serviceId}` as CartId} />,
    { type: 'cart/open', serviceId, quantity: 2 },
    ...before,
  );

test('who left still holds a user: one presses to free it', async () => {
  const { user } = await showCart(studio);
  expect(screen.getByText(leavers)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Libera' }));
  expect(useUi.getState().dialog).toEqual({
    kind: 'free-seats',
    serviceId: studio,
    personIds: [leaver],
  });
});

test('while the user is being deleted in the panel nothing is said any more', async () => {
  await showCart(studio, { type: 'seat/free', serviceId: studio, personIds: leaver ? [leaver] : [] });
  expect(screen.queryByText(leavers)).toBeNull();
});

test('users that are free come first: one presses to give them', async () => {
  const serra = serviceOf('Tipografia Serra');
  const { user } = await showCart(serra);
  const free = screen.getByText(/^Ci sono già 2 utenti liberi/);
  expect(screen.queryByText(leavers)).toBeNull();
  await user.click(within(free.closest('.banner') as HTMLElement).getByRole('button'));
  expect(useUi.getState().dialog).toEqual({ kind: 'give-seat', serviceId: serra });
});

test('where no user is free nothing is said of free ones', async () => {
  await showCart(studio);
  expect(document.body.textContent).not.toContain('utenti liberi');
});
