// Rules C4, D3 and D5 for any services and wishes. A renewal cart has one set of figures everywhere, and it
// never shortens or loses anything.
import fc from 'fast-check';
import { expect } from 'vitest';
import { cartFigures } from '../../core/desk/cart/cart-figures.ts';
import { isModuleKind, itemKinds, type ItemKind } from '../../core/catalog/item.ts';
import { dayOfMonth, type Day } from '../../core/kernel/day.ts';
import type { CartId, ItemId, ServiceId } from '../../core/kernel/id.ts';
import type { Service, ServiceItem } from '../../core/services/service.ts';
import { register } from '../../electron/simulator/orders/order-life.ts';
import { placeOrder } from '../../electron/simulator/orders/place-order.ts';
import { payer } from '../electron/simulator/counter.ts';
import { law } from '../support/law.ts';
import { days } from '../support/plain-date.ts';
import { decideBench, sampleOffice, tell } from '../support/sample-state.ts';

const serviceId = 'fe-adriatica' as ServiceId;
const cartId = 'renewal-fe-adriatica' as CartId;
const item = (index: number, kind: ItemKind, quantity: number, expiry: Day): ServiceItem => ({
  id: `i-${index}` as ItemId,
  kind,
  quantity,
  expiry,
  anchor: dayOfMonth(expiry),
});

const given = fc.record({
  expiry: days('2026-09-01', '2027-06-30'),
  others: fc.array(
    fc.record({
      kind: fc.constantFrom(
        ...itemKinds.filter((kind) => kind === 'user' || kind === 'extra-gb' || isModuleKind(kind)),
      ),
      quantity: fc.integer({ min: 1, max: 4 }),
      expiry: days('2026-09-01', '2028-06-30'),
    }),
    { maxLength: 6 },
  ),
  configured: fc.nat(4),
  wishes: fc.array(
    fc.tuple(fc.constantFrom('years', 'leave', 'take', 'users', 'space'), fc.integer({ min: 0, max: 10 })),
    { maxLength: 8 },
  ),
});

type Given = typeof given extends fc.Arbitrary<infer Value> ? Value : never;

/** The service after its renewal is ordered, paid and activated, with all figures on the way. */
function renewed(
  { expiry, others, configured, wishes }: Given,
  activatedItem: (item: ServiceItem) => ServiceItem,
) {
  const office = sampleOffice();
  const known = office.vendor.services.get(serviceId);
  if (known === undefined) throw new Error('It is there');
  const modules = new Set<ItemKind>();
  const items = [
    item(0, 'e-invoicing', 1, expiry),
    ...others.flatMap(({ kind, quantity, expiry: end }, index) => {
      if (isModuleKind(kind) && modules.has(kind)) return [];
      modules.add(kind);
      return [item(index + 1, kind, isModuleKind(kind) ? 1 : quantity, end)];
    }),
  ];
  const before: Service = {
    ...known,
    items,
    state: expiry < office.state.today ? 'expired' : 'active',
    users: known.users.slice(0, configured),
    usedSpaceKB: 0,
  };
  const vendor = { ...office.vendor, services: office.vendor.services.with(before) };
  tell(office.state.replica, vendor);
  const desk = decideBench(office);
  if (!desk.submit({ type: 'cart/open-renewal', serviceId }).ok) return null;
  for (const [what, number] of wishes) {
    const itemId = (items[number % items.length]?.id ?? 'none') as ItemId;
    if (what === 'years') desk.submit({ type: 'cart/renewal-years', cartId, years: number });
    else if (what === 'leave' || what === 'take')
      desk.submit({ type: 'cart/leave-out', cartId, itemId, leftOut: what === 'leave' });
    else
      desk.submit({
        type: 'cart/reduce',
        cartId,
        kind: what === 'users' ? 'user' : 'extra-gb',
        to: number === 10 ? null : number,
      });
  }
  const cart = desk.state.workspace.carts.get(cartId);
  const shown = cart === undefined ? undefined : cartFigures(desk.state, cart);
  if (shown?.ok !== true) throw new Error('A stored cart has figures');
  const placed = desk.submit({
    type: 'order/confirm',
    cartId,
    payer: { ...payer },
    method: 'bank-transfer',
    clausesAccepted: true,
    shownGross: shown.value.gross,
  });
  const entry = [...desk.state.workspace.outbox.values()].at(-1);
  if (!placed.ok || entry?.command.kind !== 'order/place') throw new Error('It is ordered');
  const answer = placeOrder(vendor, entry.command.request, entry.id, desk.state.today);
  if (!answer.ok) throw new Error(`The vendor refuses: ${answer.error.code} ${answer.error.text}`);
  const paid = register(answer.value.state, answer.value.order.orderNumber, desk.state.today);
  const after = paid.ok ? paid.value.services.get(serviceId) : undefined;
  if (after === undefined) throw new Error('It is active');
  return {
    before,
    shown: shown.value,
    order: answer.value.order,
    after: { ...after, items: after.items.map(activatedItem) },
  };
}

law('a renewal cart: preview, order and vendor say the same, and nothing is shortened or lost', {
  subject: (one: ServiceItem): ServiceItem => one,
  // The mistake: every item ends on the new date, also what was paid beyond it.
  wrong: (one) =>
    one.kind === 'user' && one.expiry > '2027-10-01' ? { ...one, expiry: '2027-10-01' as Day } : one,
  given,
  runs: 60,
  holds(activatedItem, value) {
    const done = renewed(value, activatedItem);
    if (done === null) return;
    const { before, shown, order, after } = done;
    expect(order.quote).toEqual(shown);
    for (const kind of itemKinds) {
      const dated = (service: Service): Day[] =>
        service.items
          .flatMap((one) => (one.kind === kind ? Array.from({ length: one.quantity }, () => one.expiry) : []))
          .sort();
      const [was, is] = [dated(before), dated(after)];
      expect(is).toHaveLength(was.length);
      for (const [index, day] of was.entries())
        expect((is[index] ?? '') >= day, `${kind} ${index}`).toBe(true);
    }
    const working = after.items
      .filter(({ kind, expiry }) => kind === 'user' && expiry >= shown.target)
      .reduce((count, { quantity }) => count + quantity, 0);
    const bought = before.items
      .filter(({ kind }) => kind === 'user')
      .reduce((count, { quantity }) => count + quantity, 0);
    // Rule D5: with fewer users than before, everybody in the panel still has one. Items that had already
    // ended are no reduction.
    if (before.items.every(({ expiry }) => expiry >= shown.day))
      expect(working).toBeGreaterThanOrEqual(Math.min(bought, before.users.length));
  },
});
