import { moduleKinds } from '../../../core/catalog/item.ts';
import { cartConflicts } from '../../../core/desk/cart/cart-standing.ts';
import type { Command } from '../../../core/desk/command.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import type { ItemId } from '../../../core/kernel/id.ts';
import { cartOf, nth, serviceOf, type Numbers, type Wish } from './wish.ts';

/** Changes an open renewal: another term, an item left out or taken in, fewer users. */
function renewalEdit(state: AppState, [a, b, c]: Numbers): Command | undefined {
  const open = nth(
    [...state.workspace.carts.values()].flatMap(({ id, subject }) =>
      subject.kind === 'renewal' ? [{ id, serviceId: subject.serviceId }] : [],
    ),
    a,
  );
  if (open === undefined) return undefined;
  if (b % 3 === 0) return { type: 'cart/renewal-years', cartId: open.id, years: 1 + (c % 10) };
  const item = nth(state.replica.services.get(open.serviceId)?.items ?? [], c);
  if (b % 3 === 1)
    return {
      type: 'cart/leave-out',
      cartId: open.id,
      itemId: item?.id ?? ('none' as ItemId),
      leftOut: (c >> 3) % 3 !== 0,
    };
  return { type: 'cart/reduce', cartId: open.id, kind: 'user', to: c % 5 === 4 ? null : 2 + (c % 4) };
}

export const cartWishes = {
  open: (numbers) => [(state) => ({ type: 'cart/open', serviceId: serviceOf(state, numbers) })],
  'open-first': ([a]) => [
    (state) => ({
      type: 'cart/open-first',
      clientId: nth(state.workspace.clients.values(), a)?.id ?? ('none' as never),
      serviceKind: 'e-invoicing',
    }),
  ],
  'open-renewal': (numbers) => [
    (state) => ({ type: 'cart/open-renewal', serviceId: serviceOf(state, numbers) }),
  ],
  quantity: (numbers) => [
    (state) => ({
      type: 'cart/quantity',
      cartId: cartOf(state, numbers),
      quantity: 1 + (numbers[1] % 4),
    }),
  ],
  extension: (numbers) => [
    (state) => ({ type: 'cart/extension', cartId: cartOf(state, numbers), on: numbers[1] % 2 === 0 }),
  ],
  module: (numbers) => [
    (state) => ({
      type: 'cart/module',
      cartId: cartOf(state, numbers),
      module: nth(moduleKinds, numbers[1]) ?? 'documents',
      included: numbers[2] % 2 === 0,
    }),
  ],
  convention: (numbers) => [
    (state) => ({
      type: 'cart/convention',
      cartId: cartOf(state, numbers),
      code: ['COMMERCIALISTI', null, 'NESSUNA'][numbers[1] % 3] ?? null,
    }),
  ],
  discard: (numbers) => [(state) => ({ type: 'cart/discard', cartId: cartOf(state, numbers) })],
  edit: (numbers) => [
    (state) =>
      numbers[1] % 2 === 0
        ? { type: 'cart/quantity', cartId: cartOf(state, numbers), quantity: 1 + (numbers[2] % 5) }
        : { type: 'cart/extension', cartId: cartOf(state, numbers), on: numbers[2] % 2 === 0 },
  ],
  'edit-renewal': (numbers) => [(state) => renewalEdit(state, numbers)],
  resolve: ([a, b]) => [
    (state) => {
      const conflict = nth(cartConflicts(state), a);
      if (conflict === undefined) return undefined;
      const choices = Object.fromEntries(
        conflict.conflicts.map((line, index) => [line, (b >> index) % 2 === 0 ? 'mine' : 'theirs'] as const),
      );
      return { type: 'cart/resolve', cartId: conflict.cartId, version: conflict.theirs.version, choices };
    },
  ],
} satisfies Readonly<Record<string, Wish>>;
