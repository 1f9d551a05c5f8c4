// A refused command that is given again: what followed on it finds what it makes now.
import { expect, test } from 'vitest';
import type { Command } from '../../../../core/desk/command.ts';
import type { CartId, PersonId, PurchaseId, ServiceId } from '../../../../core/kernel/id.ts';
import { exampleDetails } from '../../../support/example-commands/people.ts';
import { e1, service, today } from '../../../support/own-host.ts';
import { happened, seen } from '../../../support/purchase-desk.ts';
import { sharedOffice } from '../../../support/shared-office.ts';

const add = (givenName: string, email: string): Command => ({
  type: 'person/add',
  details: { ...exampleDetails, givenName, email } as never,
});

/** A studio with rule E1's service. */
async function office() {
  const desks = await sharedOffice({ anna: 'administer', carla: 'order' });
  desks.anna.give(service(e1));
  await desks.anna.sync();
  await desks.carla.sync();
  const [serviceId] = desks.carla.host().state().replica.services.keys() as Iterable<ServiceId>;
  return { ...desks, serviceId: serviceId as ServiceId };
}

test('a person with another address: the seat that was given finds the person, also after a restart', async () => {
  const { anna, carla, serviceId } = await office();
  carla.connected(false);
  const personId = carla.give(add('Mara', 'dup@x.it')).people?.[0] as PersonId;
  carla.give({ type: 'seat/assign', serviceId, personIds: [personId] });
  carla.give({ type: 'person/note', personId, text: 'di Mara' });
  anna.give(add('Anna', 'dup@x.it'));
  await anna.sync();
  carla.connected(true);
  await carla.sync();
  const [person, seat, note] = carla.refused();
  expect(carla.refused().map(({ refusal }) => refusal?.reason)).toEqual([
    'duplicate-email',
    'unknown',
    'unknown',
  ]);
  // Without its person the seat stays in the tray.
  expect(carla.again(seat?.id ?? '').ok).toBe(false);
  expect(carla.again(person?.id ?? '', add('Mara', 'mara@x.it')).ok).toBe(true);
  carla.restart();
  expect(carla.again(seat?.id ?? '').ok && carla.again(note?.id ?? '').ok).toBe(true);
  await carla.sync();
  await anna.sync();
  expect(carla.refused()).toEqual([]);
  const [given] = anna.workspace().seats.values();
  expect(anna.workspace().people.get(given?.personId as PersonId)?.email).toBe('mara@x.it');
  expect(anna.workspace().notes.get(given?.personId as PersonId)?.text).toBe('di Mara');
});

test('a purchase, its steps and the correction of one of them', async () => {
  const { anna, carla, serviceId } = await office();
  const cartId = carla.give({ type: 'cart/open', serviceId }).carts?.[0] as CartId;
  carla.give({ type: 'cart/quantity', cartId, quantity: 2 });
  await carla.sync();
  await anna.sync();
  carla.connected(false);
  const id = carla.give({ type: 'purchase/prepare', cartId, shownGross: 7099 }).purchases?.[0] as PurchaseId;
  for (const kind of ['opened', 'composed'] as const) carla.give(happened(id, { kind }));
  const compared = { kind: 'compared', day: today, cause: null, note: '' } as const;
  carla.give(happened(id, { ...compared, receipt: seen(7099), cause: 'price' }));
  const orderNumber = '50012345' as never;
  carla.give(happened(id, { kind: 'ordered', day: today, orderNumber, method: 'bank-transfer' }));
  const event = carla.workspace().purchases.get(id)?.events.at(-1);
  carla.give({
    type: 'purchase/correct',
    purchaseId: id,
    eventId: event?.id as never,
    what: { kind: 'ordered', day: today, orderNumber: '50012346' as never, method: 'bank-transfer' },
    reason: 'numero sbagliato',
  });
  // Somebody else changes what the total comes from.
  anna.give({ type: 'cart/quantity', cartId, quantity: 3 });
  await anna.sync();
  carla.connected(true);
  await carla.sync();
  const refused = carla.refused();
  expect(refused.map(({ refusal }) => refusal?.reason)).toEqual([
    'figures-changed',
    ...Array.from({ length: 5 }, () => 'unknown'),
  ]);
  // The holder is known although the purchase is nowhere.
  expect(refused.map(({ about }) => about?.names)).toEqual(refused.map(() => ['Studio Marchetti']));
  // Somebody changes it once more. The person reads the new total, and then it is given with that one.
  anna.give({ type: 'cart/quantity', cartId, quantity: 4 });
  await anna.sync();
  await carla.sync();
  expect(carla.again(refused[0]?.id ?? '')).toMatchObject({ error: { reason: 'figures-changed' } });
  for (const { id: row } of refused) expect(carla.again(row)).toEqual({ ok: true, value: null });
  await carla.sync();
  await anna.sync();
  expect(carla.refused()).toEqual([]);
  const [purchase] = anna.workspace().purchases.values();
  expect(purchase?.events.map(({ what }) => what.kind)).toEqual([
    'opened',
    'composed',
    'compared',
    'ordered',
    'ordered',
  ]);
  expect(purchase?.events.at(-1)?.corrects).toBe(purchase?.events.at(-2)?.id);
});

test('another type instead, and what is in no tray, are not given', async () => {
  const { anna, carla } = await office();
  carla.connected(false);
  carla.give(add('Mara', 'dup@x.it'));
  anna.give(add('Anna', 'dup@x.it'));
  await anna.sync();
  carla.connected(true);
  await carla.sync();
  const [row] = carla.refused();
  expect(carla.again(row?.id ?? '', { type: 'quote/discard', quoteId: 'x' as never })).toMatchObject({
    error: { reason: 'bad-input' },
  });
  expect(carla.again('nothing')).toEqual({ ok: true, value: null });
  expect(carla.refused()).toHaveLength(1);
});

test('a person that is refused twice: what followed finds the third one', async () => {
  const { anna, carla, serviceId } = await office();
  carla.connected(false);
  const personId = carla.give(add('Mara', 'dup@x.it')).people?.[0] as PersonId;
  carla.give({ type: 'seat/assign', serviceId, personIds: [personId] });
  anna.give(add('Anna', 'dup@x.it'));
  anna.give(add('Eva', 'mara@x.it'));
  await anna.sync();
  const person = () => carla.refused().find(({ command }) => command.type === 'person/add')?.id ?? '';
  carla.connected(true);
  await carla.sync();
  anna.give(add('Ugo', 'altra@x.it'));
  await anna.sync();
  expect(carla.again(person(), add('Mara', 'altra@x.it')).ok).toBe(true);
  await carla.sync();
  expect(carla.refused().map(({ refusal }) => refusal?.reason)).toEqual(['unknown', 'duplicate-email']);
  expect(carla.again(person(), add('Mara', 'mara3@x.it')).ok).toBe(true);
  const [seat] = carla.refused();
  expect(carla.again(seat?.id ?? '').ok).toBe(true);
  await carla.sync();
  await anna.sync();
  expect(carla.refused()).toEqual([]);
  const [given] = anna.workspace().seats.values();
  expect(anna.workspace().people.get(given?.personId as PersonId)?.email).toBe('mara3@x.it');
});

test('a session of which one total has changed is given with the total that was told', async () => {
  const { anna, carla, serviceId } = await office();
  carla.connected(false);
  carla.give({
    type: 'purchase/prepare-batch',
    serviceIds: [serviceId],
    batch: 'sessione',
    shown: { [serviceId]: 7869 },
  });
  const cartId = anna.give({ type: 'cart/open-renewal', serviceId }).carts?.[0] as CartId;
  anna.give({ type: 'cart/renewal-years', cartId, years: 2 });
  await anna.sync();
  carla.connected(true);
  await carla.sync();
  const [batch] = carla.refused();
  expect(batch?.refusal).toMatchObject({ reason: 'figures-changed', serviceId, holder: e1.holder });
  expect(carla.again(batch?.id ?? '').ok).toBe(true);
  await carla.sync();
  expect([carla.refused(), carla.workspace().purchases.size]).toEqual([[], 1]);
});
