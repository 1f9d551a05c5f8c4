// What somebody renewed between an order and its activation is not shortened by the activation (rules D, K).
import { describe, expect, test } from 'vitest';
import { countingQuestions, knownLater } from '../../../core/desk/purchases/decide-activate.ts';
import type { Host } from '../../../core/host/host.ts';
import type { Day } from '../../../core/kernel/day.ts';
import type { CartId, PurchaseId, ServiceId } from '../../../core/kernel/id.ts';
import { memoryDisk } from '../../support/crashing-disk.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { e1, openOwn, service, stateOf, submit, today } from '../../support/own-host.ts';
import { happened, ordered, purchaseIn, refusal } from '../../support/purchase-desk.ts';

const dayAfter = '2026-11-26' as Day;
const renewed = {
  expiry: '2028-03-15',
  users: [{ quantity: 3, expiry: '2028-03-15' }],
  modules: [{ kind: 'documents', expiry: '2028-03-15' }],
};

const itemsOf = (host: Host) =>
  [...stateOf(host).replica.services.values()].flatMap(({ items }) =>
    items.map(({ kind, quantity, expiry }) => `${quantity} ${kind} ${expiry}`),
  );
const usersOf = (host: Host) => itemsOf(host).filter((item) => item.includes(' user '));

const activation = (purchaseId: PurchaseId, expiries: readonly object[] = [], day: Day = dayAfter) =>
  ({ type: 'purchase/activate', purchaseId, day, expiries, automaticRenewal: null }) as never;

function open() {
  const clock = fakeClock();
  const host = openOwn(memoryDisk(), 1, clock);
  submit(host, service(e1));
  const [about = '' as ServiceId] = stateOf(host).replica.services.keys() as Iterable<ServiceId>;
  return { host, about, later: (days: number) => clock.advance(days * 86_400_000) };
}

/** A purchase of two users with the extension, or of a renewal, ordered and paid on this day. */
function paid(host: Host, serviceId: ServiceId, number: string, renewal = false): PurchaseId {
  const { today: on } = stateOf(host);
  const cartId = submit(host, { type: renewal ? 'cart/open-renewal' : 'cart/open', serviceId } as never)
    .carts?.[0] as CartId;
  if (!renewal) submit(host, { type: 'cart/quantity', cartId, quantity: 2 });
  const id = submit(host, { type: 'purchase/prepare', cartId }).purchases?.[0] as PurchaseId;
  submit(host, happened(id, { kind: 'unsure', day: on }));
  submit(host, happened(id, ordered(number, on)));
  submit(host, happened(id, { kind: 'paid', day: on }));
  return id;
}

describe('the service was renewed by hand meanwhile', () => {
  test('the later dates stay; only what was bought has the date of the purchase', () => {
    const { host, about, later } = open();
    const id = paid(host, about, '50012345');
    later(2);
    submit(host, { ...service(renewed, about), asOf: dayAfter } as never);
    expect(knownLater(stateOf(host), purchaseIn(host, id)).dates.map(({ expiry }) => expiry)).toEqual([
      '2028-03-15',
      '2028-03-15',
      '2028-03-15',
    ]);
    const questions = countingQuestions(stateOf(host), purchaseIn(host, id), []);
    submit(host, {
      ...(activation(id) as object),
      ...(questions.length > 0 && { countings: { users: 'on-top', modules: 'on-top' } }),
    } as never);
    expect(itemsOf(host).sort()).toEqual([
      '1 documents 2028-03-15',
      '1 e-invoicing 2028-03-15',
      '2 user 2027-11-24',
      '3 user 2028-03-15',
    ]);
  });

  test('a renewal, too, leaves a later date where it is', () => {
    const { host, about, later } = open();
    const id = paid(host, about, '50012345', true);
    later(2);
    submit(host, { ...service({ expiry: '2029-03-15' }, about), asOf: dayAfter } as never);
    submit(host, activation(id));
    expect(itemsOf(host)).toContain('1 e-invoicing 2029-03-15');
  });

  test('a date that a person typed counts', () => {
    const { host, about, later } = open();
    const id = paid(host, about, '50012345', true);
    later(2);
    submit(host, { ...service({ expiry: '2029-03-15' }, about), asOf: dayAfter } as never);
    const [{ line } = { line: '' }] = knownLater(stateOf(host), purchaseIn(host, id)).dates;
    submit(host, activation(id, [{ line, expiry: '2028-03-15' }]));
    expect(itemsOf(host)).toContain('1 e-invoicing 2028-03-15');
  });

  test('what was later before the purchase is no news', () => {
    const clock = fakeClock();
    const host = openOwn(memoryDisk(), 1, clock);
    const users = [
      { quantity: 2, expiry: null },
      { quantity: 2, expiry: '2028-12-31' },
    ];
    submit(host, service({ ...e1, users }));
    const [about = '' as ServiceId] = stateOf(host).replica.services.keys() as Iterable<ServiceId>;
    const id = paid(host, about, '50012345');
    clock.advance(2 * 86_400_000);
    expect(knownLater(stateOf(host), purchaseIn(host, id)).dates).toEqual([]);
  });

  test('where nothing was renewed nothing is later', () => {
    const { host, about, later } = open();
    const id = paid(host, about, '50012345');
    later(2);
    expect(knownLater(stateOf(host), purchaseIn(host, id))).toEqual({ dates: [], byOther: null });
    submit(host, activation(id));
    expect(itemsOf(host)).toContain('1 e-invoicing 2027-11-24');
  });
});

describe('an activation failed, and another purchase became active before it', () => {
  /** The first one failed; the second one is active since 26/11. */
  function second(renewal: boolean) {
    const { host, about, later } = open();
    const first = paid(host, about, '50012345', renewal);
    submit(host, happened(first, { kind: 'failed', day: today }));
    const other = paid(host, about, '50012346', renewal);
    later(2);
    submit(host, activation(other));
    return { host, first };
  }

  test('its users come on top: the other purchase did not count them', () => {
    const { host, first } = second(false);
    expect(usersOf(host)).toEqual(['5 user 2027-11-24']);
    submit(host, activation(first));
    expect(usersOf(host)).toEqual(['7 user 2027-11-24']);
  });

  test('of a renewal it is said that the expiry was reached already', () => {
    const { host, first } = second(true);
    expect(knownLater(stateOf(host), purchaseIn(host, first)).byOther).toBe('2028-03-15');
  });
});

test('no item ends earlier than before the purchase', () => {
  const { host, about, later } = open();
  const id = paid(host, about, '50012345', true);
  later(2);
  expect(refusal(host, activation(id, [{ line: 'renewal unknown', expiry: '2020-01-01' }]))).toBeUndefined();
  const other = open();
  const renewal = paid(other.host, other.about, '50012345', true);
  const { lines } = purchaseIn(other.host, renewal).record.revision.quote;
  const line = `renewal ${lines[0]?.id}`;
  other.later(2);
  expect(refusal(other.host, activation(renewal, [{ line, expiry: '2027-03-14' }]))).toBe('expiry-shortened');
  expect(refusal(other.host, activation(renewal, [{ line, expiry: '2027-03-15' }]))).toBeUndefined();
});
