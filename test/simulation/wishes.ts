// What a person wants: a kind and three numbers. It becomes a command when its turn comes, from what the desk
// then has.
import type { Command } from '../../core/desk/command.ts';
import { cartConflicts } from '../../core/desk/cart/cart-standing.ts';
import { cartFigures } from '../../core/desk/cart/cart-figures.ts';
import { panelPlanOf } from '../../core/desk/seats/seat-boards.ts';
import type { AppState } from '../../core/desk/rows/state.ts';
import { moduleKinds } from '../../core/catalog/item.ts';
import type { CartId, CommandKey, ItemId, OrderNumber, PersonId, ServiceId } from '../../core/kernel/id.ts';
import { canCancel } from '../../core/orders/order.ts';
import { paymentMethods } from '../../core/orders/payment.ts';
import { permissionTemplates } from '../../core/services/permission.ts';

/** A kind that stands here twice comes twice as often. Orders matter most. */
export const wishKinds = [
  'add-person',
  'change-person',
  'import',
  'need',
  'need',
  'assign',
  'free',
  'open',
  'open',
  'open-first',
  'quantity',
  'extension',
  'module',
  'convention',
  'discard',
  'place',
  'place',
  'buy',
  'buy',
  'buy',
  'cancel',
  'cancel',
  'withdraw',
  'withdraw',
  'resolve',
  'resolve',
  'edit',
  'edit',
  'edit',
  'give',
  'permit',
  'free-held',
  'align',
  'align',
  'align',
  'renew',
  'renew',
  'open-renewal',
  'edit-renewal',
  'edit-renewal',
  'edit-renewal',
  'automatic',
] as const;
export type WishKind = (typeof wishKinds)[number];

function nth<T>(all: Iterable<T>, index: number): T | undefined {
  const list = [...all];
  return list[index % Math.max(1, list.length)];
}

const ownService = 'fe-studio' as ServiceId;
const names = ['Anna', 'Ugo', 'Àlex', 'Wu'];

const details = (index: number) => ({
  givenName: names[index % names.length] ?? '',
  familyName: 'Ferri',
  email: `n${index % 9}@studiobianchi.example`,
  department: index % 2 === 0 ? 'Paghe' : '',
  start: null,
  end: null,
});

/** A large staff list. It is rare, because it costs as much as many schedules. */
const largeImport = (from: number) =>
  Array.from({ length: 2001 }, (_, index) => ({
    ...details(from),
    email: `${index < 9 ? 'n' : 'big'}${index}@studiobianchi.example`,
  }));

/**
 * The commands of a wish, one after the other. Each is made from what the desk has by then. It is undefined if
 * there is nothing to do.
 */
export function commandsOf(
  wish: WishKind,
  [a, b, c]: readonly [number, number, number],
): readonly ((state: AppState) => Command | undefined)[] {
  const serviceId = (state: AppState): ServiceId =>
    (a % 3 === 0 ? 'fe-studio' : (nth(state.replica.services.keys(), a) ?? 'none')) as ServiceId;
  const people = (state: AppState): PersonId[] =>
    [nth(state.workspace.people.keys(), b), nth(state.workspace.people.keys(), c)].map(
      (id) => (id ?? 'none') as PersonId,
    );
  /** Who holds a seat of the studio's own service, from any of them on. */
  const held = (state: AppState): PersonId[] => {
    const all = [...state.workspace.seats.values()]
      .filter((seat) => seat.serviceId === ownService)
      .map(({ personId }) => personId);
    const first = b % Math.max(1, all.length);
    return [...all.slice(first), ...all.slice(0, first)];
  };
  const cartId = (state: AppState): CartId => nth(state.workspace.carts.keys(), a) as CartId;
  const open = (state: AppState): Command => ({ type: 'cart/open', serviceId: serviceId(state) });

  function place(state: AppState, id: CartId): Command {
    const cart = state.workspace.carts.get(id);
    const quote = cart === undefined ? undefined : cartFigures(state, cart);
    const payer = state.workspace.firm.get('firm')?.payer;
    if (payer === undefined) throw new Error('The firm is there');
    return {
      type: 'order/confirm',
      cartId: id,
      payer,
      method: paymentMethods[b % paymentMethods.length] ?? 'card',
      clausesAccepted: true,
      shownGross: quote?.ok === true ? quote.value.gross : 0,
    };
  }

  /** Changes an open renewal: another term, an item left out or taken in, fewer users. */
  function renewalEdit(state: AppState): Command | undefined {
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

  switch (wish) {
    case 'add-person':
      return [() => ({ type: 'person/add', details: details(a) })];
    case 'change-person':
      return [
        (state) => ({
          type: 'person/change',
          personId: people(state)[0] ?? ('none' as PersonId),
          details: details(a),
        }),
      ];
    case 'import':
      return [
        () => ({
          type: 'people/import',
          rows: a % 150 === 0 ? largeImport(b) : [details(b), details(c)],
          present: [],
        }),
      ];
    case 'need':
      return [
        (state) => ({
          type: 'seat/need',
          serviceId: serviceId(state),
          personIds: people(state),
          needed: c % 4 !== 0,
        }),
      ];
    case 'assign':
      return [
        (state) => ({
          type: 'seat/assign',
          serviceId: serviceId(state),
          personIds: people(state).slice(0, 1),
        }),
      ];
    case 'free':
      return [
        (state) => ({ type: 'seat/free', serviceId: serviceId(state), personIds: people(state).slice(0, 1) }),
      ];
    case 'open':
      return [open];
    case 'open-first':
      return [
        (state) => ({
          type: 'cart/open-first',
          clientId: nth(state.workspace.clients.values(), a)?.id ?? ('none' as never),
          serviceKind: 'e-invoicing',
        }),
      ];
    case 'quantity':
      return [(state) => ({ type: 'cart/quantity', cartId: cartId(state), quantity: 1 + (b % 4) })];
    case 'extension':
      return [(state) => ({ type: 'cart/extension', cartId: cartId(state), on: b % 2 === 0 })];
    case 'module':
      return [
        (state) => ({
          type: 'cart/module',
          cartId: cartId(state),
          module: nth(moduleKinds, b) ?? 'documents',
          included: c % 2 === 0,
        }),
      ];
    case 'convention':
      return [
        (state) => ({
          type: 'cart/convention',
          cartId: cartId(state),
          code: ['COMMERCIALISTI', null, 'NESSUNA'][b % 3] ?? null,
        }),
      ];
    case 'discard':
      return [(state) => ({ type: 'cart/discard', cartId: cartId(state) })];
    case 'place':
      return [(state) => place(state, cartId(state))];
    case 'buy':
      return [open, (state) => place(state, `service-${serviceId(state)}` as CartId)];
    case 'cancel':
      return [
        (state) => {
          const cancellable = [...state.replica.orders.values()]
            .filter(canCancel)
            .map(({ orderNumber }) => orderNumber);
          return {
            type: 'order/request-cancellation',
            orderNumber: (nth(cancellable, a) ??
              nth(state.replica.orders.keys(), a) ??
              '00000000') as OrderNumber,
          };
        },
      ];
    case 'resolve':
      return [
        (state) => {
          const conflict = nth(cartConflicts(state), a);
          if (conflict === undefined) return undefined;
          const choices = Object.fromEntries(
            conflict.conflicts.map(
              (line, index) => [line, (b >> index) % 2 === 0 ? 'mine' : 'theirs'] as const,
            ),
          );
          return { type: 'cart/resolve', cartId: conflict.cartId, version: conflict.theirs.version, choices };
        },
      ];
    case 'edit':
      return [
        (state) =>
          b % 2 === 0
            ? { type: 'cart/quantity', cartId: cartId(state), quantity: 1 + (c % 5) }
            : { type: 'cart/extension', cartId: cartId(state), on: c % 2 === 0 },
      ];
    case 'give':
      return [
        (state) => ({ type: 'seat/assign', serviceId: ownService, personIds: people(state).slice(0, 1) }),
      ];
    case 'permit':
      return [
        (state) => ({
          type: 'seat/permissions',
          serviceId: ownService,
          personIds: held(state).slice(0, 2),
          permissions: [
            ...permissionTemplates[(['viewer', 'editor', 'sender', 'manager'] as const)[c % 4] ?? 'viewer'],
          ],
        }),
      ];
    case 'free-held':
      return [(state) => ({ type: 'seat/free', serviceId: ownService, personIds: held(state).slice(0, 1) })];
    case 'align':
      return [
        (state) => {
          const service = state.replica.services.get(ownService);
          const steps = service === undefined ? [] : panelPlanOf(state, service).steps;
          return {
            type: 'panel/align',
            serviceId: ownService,
            usernames: steps.slice(0, 1 + (a % 3)).map(({ username }) => username),
          };
        },
      ];
    case 'open-renewal':
      return [(state) => ({ type: 'cart/open-renewal', serviceId: serviceId(state) })];
    case 'renew':
      return [
        (state) => ({ type: 'cart/open-renewal', serviceId: serviceId(state) }),
        (state) => ({
          type: 'cart/renewal-years',
          cartId: `renewal-${serviceId(state)}` as CartId,
          years: 1 + (c % 3),
        }),
        (state) => place(state, `renewal-${serviceId(state)}` as CartId),
      ];
    case 'edit-renewal':
      return [(state) => renewalEdit(state)];
    case 'automatic':
      return [
        (state) => ({ type: 'automatic-renewal/switch', serviceId: serviceId(state), on: b % 2 === 0 }),
      ];
    case 'withdraw':
      return [
        (state) => ({
          type: 'order/withdraw',
          key: (nth(state.workspace.outbox.keys(), a) ?? '0') as CommandKey,
        }),
      ];
  }
}
