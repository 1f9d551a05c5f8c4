// Random commands. A wish becomes a command only when it is its turn, from the state at that moment.
import fc from 'fast-check';
import type { Command } from '../../core/desk/command.ts';
import { cartFigures } from '../../core/desk/cart/cart-figures.ts';
import { panelPlanOf } from '../../core/desk/seats/seat-boards.ts';
import { defaultRenewalChoices } from '../../core/desk/rows/renewal-choices.ts';
import type { AppState } from '../../core/desk/rows/state.ts';
import { moduleKinds } from '../../core/catalog/item.ts';
import type {
  CartId,
  ClientId,
  CommandKey,
  ItemId,
  OrderNumber,
  PersonId,
  ServiceId,
} from '../../core/kernel/id.ts';
import { addDays } from '../../core/kernel/day.ts';
import { paymentMethods } from '../../core/orders/payment.ts';
import { offPolicies } from '../../core/renewals/add-users.ts';
import { monthRules } from '../../core/renewals/months.ts';
import { permissions, switchPermission } from '../../core/services/permission.ts';
import { payer } from '../electron/simulator/counter.ts';
import { day } from './samples.ts';

export interface Wish {
  readonly what: number;
  readonly who: readonly number[];
  readonly which: number;
  readonly count: number;
  readonly yes: boolean;
}

export const wishes = (maxLength: number): fc.Arbitrary<readonly Wish[]> =>
  fc.array(
    fc.record({
      what: fc.nat(1000),
      who: fc.array(fc.nat(60), { minLength: 1, maxLength: 4 }),
      which: fc.nat(60),
      count: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom(-1, 998, 999, 1000)),
      yes: fc.boolean(),
    }),
    { minLength: 1, maxLength },
  );

const nobody = 'none' as PersonId;

const pick = <T>(from: Iterable<T>, index: number): T | undefined => {
  const all = [...from];
  return all[index % Math.max(1, all.length)];
};

const names = ['Anna Ferri', 'Ugo Sanna', 'Àlex Ferri', 'Anna Ferri', 'Wu Li'];

function details(index: number, end: boolean) {
  const [givenName = '', familyName = ''] = (names[index % names.length] ?? '').split(' ');
  return {
    givenName,
    familyName,
    email: `n${index % 12}@studiobianchi.example`,
    department: '',
    start: null,
    end: end ? day('2026-10-31') : null,
  };
}

/**
 * The command of a wish. The studio's own service is chosen more often than others, so
 * that its cart gets full.
 */
export function commandOf({ what, who, which, count, yes }: Wish, state: AppState): Command {
  const { workspace, replica } = state;
  const serviceId = (
    which % 3 === 0 ? 'fe-studio' : (pick(replica.services.keys(), which) ?? 'none')
  ) as ServiceId;
  const personIds = who.map((index) => (pick(workspace.people.keys(), index) ?? 'none') as PersonId);
  const cart = pick(workspace.carts.values(), which);
  const cartId = cart?.id ?? ('service-none' as CartId);
  const service = replica.services.get(serviceId);
  const renewed = cart?.subject.kind === 'renewal' ? replica.services.get(cart.subject.serviceId) : undefined;
  const renewable = pick(renewed?.items ?? [], which);
  const seated = [...workspace.seats.values()]
    .filter((seat) => seat.serviceId === serviceId)
    .map(({ personId }) => personId);
  const steps = service === undefined ? [] : panelPlanOf(state, service).steps;
  const kinds: readonly (() => Command)[] = [
    () => ({
      type: 'people/import',
      rows: who.map((index) => details(index, yes)),
      present: yes ? ['end'] : [],
    }),
    () => ({ type: 'person/add', details: details(which, false) }),
    () => ({
      type: 'person/change',
      personId: personIds[0] ?? ('none' as PersonId),
      details: details(which, yes),
    }),
    () => ({ type: 'seat/need', serviceId, personIds, needed: yes }),
    () => ({ type: 'seat/need', serviceId, personIds, needed: true }),
    () => ({ type: 'seat/assign', serviceId, personIds }),
    () => ({ type: 'seat/free', serviceId, personIds: personIds.slice(0, 1) }),
    () => ({ type: 'client/add', name: 'Nuovo', vatCode: '02342520158' }),
    () => ({ type: 'cart/open', serviceId }),
    () => ({ type: 'cart/open', serviceId }),
    () => ({
      type: 'cart/open-first',
      clientId: (pick(workspace.clients.keys(), which) ?? 'none') as ClientId,
      serviceKind: yes ? 'e-invoicing' : 'receive-only',
    }),
    () => ({ type: 'cart/quantity', cartId, quantity: count }),
    () => ({ type: 'cart/extension', cartId, on: yes }),
    () => ({ type: 'cart/module', cartId, module: pick(moduleKinds, which) ?? 'documents', included: yes }),
    () => ({
      type: 'cart/term',
      cartId,
      serviceKind: which % 2 === 0 ? 'e-invoicing' : 'receive-only',
      years: count,
      promotion: yes,
    }),
    () => ({ type: 'cart/discard', cartId }),
    () => place(),
    () => place(),
    () => ({
      type: 'order/request-cancellation',
      orderNumber: (pick(replica.orders.keys(), which) ?? '00000000') as OrderNumber,
    }),
    () => ({ type: 'order/withdraw', key: (pick(workspace.outbox.keys(), which) ?? '0') as CommandKey }),
    () => ({
      type: 'firm/settings',
      rule: pick(monthRules, which) ?? 'started-month',
      offPolicy: pick(offPolicies, which) ?? 'own-year',
      language: 'it',
      theme: 'dark',
    }),
    () => ({
      type: 'seat/permissions',
      serviceId,
      personIds: seated.slice(0, 2),
      permissions: [...switchPermission(['read'], pick(permissions, which) ?? 'read', true)],
    }),
    () => ({
      type: 'seat/username',
      serviceId,
      personId: pick(seated, which) ?? personIds[0] ?? ('none' as PersonId),
      username: `nome${100_000 + (which % 5)}`,
    }),
    () => ({
      type: 'panel/align',
      serviceId,
      usernames: steps.slice(0, 1 + (which % 3)).map(({ username }) => username),
    }),
    () => ({ type: 'seat/free', serviceId, personIds: seated.slice(0, 1) }),
    () => ({
      type: 'person/merge',
      keep: personIds[0] ?? nobody,
      drop: personIds[1] ?? seated[which % 3] ?? nobody,
      details: details(which, yes),
    }),
    () => ({ type: 'person/apart', personIds: [personIds[0] ?? nobody, personIds[1] ?? nobody] }),
    () => ({ type: 'person/note', personId: personIds[0] ?? nobody, text: yes ? `Nota ${which}` : '' }),
    () => ({
      type: 'seat/plan',
      wishes: [...new Set([...personIds, ...seated.slice(0, which % 2)])].map((personId, index) => ({
        serviceId,
        personId,
        seat: yes || index > 0,
        permissions: which % 4 === 0 ? ['read', 'create'] : null,
      })),
      toCart: which % 5 === 0,
    }),
    () => ({
      type: 'seat-rule/put',
      department: `Reparto ${which % 3}`,
      serviceId,
      permissions: yes ? ['read'] : ['read', 'create'],
    }),
    () => ({ type: 'seat-rule/remove', id: pick(workspace.seatRules.keys(), which) ?? 'none' }),
    () => ({
      type: 'scenario/save',
      name: `Ipotesi ${which % 14}`,
      choices: { ...defaultRenewalChoices, seats: count % 9 },
    }),
    () => ({ type: 'scenario/remove', id: pick(workspace.scenarios.keys(), which) ?? 'none' }),
    () => ({
      type: 'view/save',
      name: `Vista ${which % 3}`,
      shown: {
        list: 'people',
        standing: yes ? 'waiting' : 'all',
        department: yes ? null : `Reparto ${which % 3}`,
        serviceId,
        sort: { key: 'name', descending: yes },
        columns: yes ? ['email', 'end'] : [],
      },
    }),
    () => ({ type: 'view/remove', id: pick(workspace.views.keys(), which) ?? 'none' }),
    () => ({
      type: 'reminders/settings',
      on: yes,
      daysBefore: who,
      daysUnpaid: [1 + which],
      quiet: yes ? null : { from: which, to: which + 1 + Math.abs(count) },
      weekends: which % 2 === 0,
    }),
    () => ({
      type: 'plan/choose',
      choice: { method: pick(paymentMethods, which) ?? 'card', noticeMonths: 1 + (which % 6) },
    }),
    () => ({
      type: 'plan/day',
      day: addDays(state.today, which % 40),
      wish: ([null, 'forced', 'forbidden'] as const)[which % 3] ?? null,
    }),
    () => ({ type: 'cart/open-renewal', serviceId }),
    () => ({ type: 'cart/renewal-years', cartId, years: count }),
    () => ({ type: 'cart/leave-out', cartId, itemId: renewable?.id ?? ('none' as ItemId), leftOut: yes }),
    () => ({
      type: 'cart/reduce',
      cartId,
      kind: yes ? 'user' : 'extra-gb',
      to: count < 0 ? null : count + (which % 9),
    }),
    () => ({ type: 'automatic-renewal/switch', serviceId, on: yes }),
  ];
  function place(): Command {
    const quote = cart === undefined ? undefined : cartFigures(state, cart);
    const shownGross = quote?.ok === true ? quote.value.gross : 0;
    return {
      type: 'order/confirm',
      cartId,
      payer: { ...payer },
      method: pick(paymentMethods, which) ?? 'card',
      clausesAccepted: which % 7 !== 0,
      shownGross,
    };
  }
  const make = kinds[what % kinds.length] ?? place;
  return make();
}
