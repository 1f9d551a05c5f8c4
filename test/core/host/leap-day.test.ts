// An order of 29 February: after three more years the service ends on 29 February again (rules A1, D).
import { expect, test } from 'vitest';
import { addMonths, type Day } from '../../../core/kernel/day.ts';
import type { CartId, ClientId, PurchaseId, ServiceId } from '../../../core/kernel/id.ts';
import { baseItem } from '../../../core/services/service.ts';
import { memoryDisk } from '../../support/crashing-disk.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { e1, openOwn, service, stateOf, submit } from '../../support/own-host.ts';
import { happened, ordered } from '../../support/purchase-desk.ts';

const leapDay = '2028-02-29' as Day;

/** The studio on 29/02/2028. */
function onLeapDay() {
  const clock = fakeClock();
  const host = openOwn(memoryDisk(), 1, clock);
  clock.advance(462 * 86_400_000);
  expect(stateOf(host).today).toBe(leapDay);
  return host;
}

function bought(host: ReturnType<typeof onLeapDay>, cartId: CartId, expiries: readonly object[] = []) {
  const id = submit(host, { type: 'purchase/prepare', cartId }).purchases?.[0] as PurchaseId;
  submit(host, happened(id, { kind: 'unsure', day: leapDay }));
  submit(host, happened(id, ordered('50012345', leapDay)));
  submit(host, happened(id, { kind: 'paid', day: leapDay }));
  submit(host, {
    type: 'purchase/activate',
    purchaseId: id,
    day: leapDay,
    expiries,
    automaticRenewal: null,
  } as never);
  const [only] = stateOf(host).replica.services.values();
  const base = only === undefined ? undefined : baseItem(only);
  return base === undefined ? undefined : [base.expiry, addMonths(base.expiry, 36, base.anchor)];
}

test('an extension', () => {
  const host = onLeapDay();
  submit(host, { ...service({ ...e1, expiry: '2028-06-15' }), asOf: leapDay } as never);
  const [serviceId = '' as ServiceId] = stateOf(host).replica.services.keys() as Iterable<ServiceId>;
  const cartId = submit(host, { type: 'cart/open', serviceId, quantity: 2 }).carts?.[0] as CartId;
  expect(bought(host, cartId)).toEqual(['2029-02-28', '2032-02-29']);
});

test('a first purchase', () => {
  const host = onLeapDay();
  submit(host, { type: 'client/add', name: 'Nuova srl', vatCode: '02342520158' });
  const [clientId = '' as ClientId] = stateOf(host).workspace.clients.keys() as Iterable<ClientId>;
  const cartId = submit(host, { type: 'cart/open-first', clientId, serviceKind: 'e-invoicing' })
    .carts?.[0] as CartId;
  expect(bought(host, cartId)).toEqual(['2029-02-28', '2032-02-29']);
});
