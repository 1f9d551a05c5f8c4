// Two purchases of one service, figures that contradict each other, a total of which only the net is known.
import { describe, expect, test } from 'vitest';
import { unexplainedDifferences } from '../../../core/desk/purchases/differences.ts';
import { orderViews } from '../../../core/desk/pending/order-views.ts';
import type { Host } from '../../../core/host/host.ts';
import { cents } from '../../../core/kernel/cents.ts';
import type { CartId, ClientId, PurchaseId, ServiceId } from '../../../core/kernel/id.ts';
import type { Receipt } from '../../../core/quotes/calibrate.ts';
import { memoryDisk } from '../../support/crashing-disk.ts';
import { e1, openOwn, service, stateOf, submit, today } from '../../support/own-host.ts';
import { happened, ordered, preparedE1, refusal, seen } from '../../support/purchase-desk.ts';

const nuova = { holder: 'Nuova srl', vatCode: '02342520158', kind: 'e-invoicing', expiry: '2027-11-24' };

describe('a first purchase whose service somebody registers meanwhile', () => {
  const openFirst = (host: Host, serviceKind = 'e-invoicing') => {
    const [clientId = '' as ClientId] = stateOf(host).workspace.clients.keys() as Iterable<ClientId>;
    return { type: 'cart/open-first', clientId, serviceKind } as never;
  };

  function bought() {
    const host = openOwn(memoryDisk());
    submit(host, { type: 'client/add', name: 'Nuova srl', vatCode: '02342520158' });
    const cartId = submit(host, openFirst(host)).carts?.[0] as CartId;
    const id = submit(host, { type: 'purchase/prepare', cartId }).purchases?.[0] as PurchaseId;
    submit(host, happened(id, { kind: 'unsure', day: today }));
    submit(host, happened(id, ordered()));
    submit(host, service(nuova));
    const [serviceId = '' as ServiceId] = stateOf(host).replica.services.keys() as Iterable<ServiceId>;
    return { host, id, serviceId };
  }

  test('holds the service: nothing else is bought for it', () => {
    const { host, id, serviceId } = bought();
    const cartId = submit(host, { type: 'cart/open', serviceId, quantity: 1 }).carts?.[0] as CartId;
    expect(refusal(host, { type: 'purchase/prepare', cartId })).toBe('purchase-open');
    submit(host, happened(id, { kind: 'cancelled', day: today }));
    expect(refusal(host, { type: 'purchase/prepare', cartId })).toBeUndefined();
  });

  test('the other way round, too: users are on their way, and a first purchase waits', () => {
    const host = openOwn(memoryDisk());
    submit(host, { type: 'client/add', name: 'Nuova srl', vatCode: '02342520158' });
    const first = submit(host, openFirst(host)).carts?.[0] as CartId;
    submit(host, service(nuova));
    const [serviceId = '' as ServiceId] = stateOf(host).replica.services.keys() as Iterable<ServiceId>;
    const users = submit(host, { type: 'cart/open', serviceId, quantity: 1 }).carts?.[0] as CartId;
    submit(host, { type: 'purchase/prepare', cartId: users });
    expect(refusal(host, { type: 'purchase/prepare', cartId: first })).toBe('purchase-open');
  });

  test('what the client has already is not bought for the first time; another kind can be', () => {
    const { host, id } = bought();
    submit(host, happened(id, { kind: 'cancelled', day: today }));
    expect(refusal(host, openFirst(host))).toBe('client-has-service');
    expect(refusal(host, openFirst(host, 'receive-only'))).toBeUndefined();
  });

  test('a service that Aruba has deleted is bought anew', () => {
    const host = openOwn(memoryDisk());
    submit(host, { type: 'client/add', name: 'Nuova srl', vatCode: '02342520158' });
    submit(host, service({ ...nuova, expiry: '2026-01-15' }));
    expect(refusal(host, openFirst(host))).toBeUndefined();
  });
});

describe('what Aruba’s cart showed', () => {
  const showed = (id: PurchaseId, receipt: Partial<Receipt>, cause: string | null) =>
    happened(id, {
      kind: 'compared',
      day: today,
      receipt: { ...seen(0), gross: null, ...receipt },
      cause,
      note: '',
    } as never);
  const composed = () => {
    const host = openOwn(memoryDisk());
    const id = preparedE1(host);
    submit(host, happened(id, { kind: 'composed' }));
    return { host, id };
  };

  test.each([
    [{ net: 5819, vat: 1, gross: 7099 }],
    [{ net: 9000, gross: 100 }],
    [{ vat: 9000, gross: 100 }],
    [{ net: -1 }],
    [{ net: 5819, vat: -1280 }],
  ])('%j cannot be true', (amounts) => {
    const { host, id } = composed();
    expect(refusal(host, showed(id, amounts as never, 'price'))).toBe('receipt-contradicts');
  });

  test('a net alone is paid with its VAT, and its difference stays until it is explained', () => {
    const { host, id } = composed();
    submit(host, showed(id, { net: cents(6500) }, 'other'));
    submit(host, happened(id, ordered()));
    expect(orderViews(stateOf(host))[0]?.gross).toBe(7930);
    expect(unexplainedDifferences(stateOf(host)).map(({ difference }) => difference)).toEqual([7930 - 7099]);
  });
});

describe('a total that changed while nobody could tell', () => {
  test('is not prepared; the cart stays', () => {
    const host = openOwn(memoryDisk());
    submit(host, service(e1));
    const [serviceId = '' as ServiceId] = stateOf(host).replica.services.keys() as Iterable<ServiceId>;
    const cartId = submit(host, { type: 'cart/open', serviceId, quantity: 2 }).carts?.[0] as CartId;
    submit(host, { type: 'cart/quantity', cartId, quantity: 200 });
    expect(refusal(host, { type: 'purchase/prepare', cartId, shownGross: 7099 })).toBe('figures-changed');
    submit(host, { type: 'cart/quantity', cartId, quantity: 2 });
    expect(refusal(host, { type: 'purchase/prepare', cartId, shownGross: 7099 })).toBeUndefined();
  });

  test('nor is a session of which one total changed', () => {
    const host = openOwn(memoryDisk());
    submit(host, service(e1));
    submit(host, service({ ...e1, holder: 'Bar', vatCode: '86334519757' }));
    const serviceIds = [...stateOf(host).replica.services.keys()] as ServiceId[];
    const batch = { type: 'purchase/prepare-batch' as const, serviceIds, batch: 'sessione' };
    expect(refusal(host, { ...batch, shown: { [serviceIds[1] ?? '']: 1 } })).toBe('figures-changed');
    expect(stateOf(host).workspace.purchases.size).toBe(0);
    expect(refusal(host, { ...batch, shown: { [serviceIds[1] ?? '']: 7869 } })).toBeUndefined();
    expect(stateOf(host).workspace.purchases.size).toBe(2);
  });
});
