// What was given without the server keeps its day, however late the server takes it.
import { expect, test } from 'vitest';
import type { CartId, PurchaseId, ServiceId } from '../../../../core/kernel/id.ts';
import { fakeClock } from '../../../support/fake-clock.ts';
import { e1, service, today } from '../../../support/own-host.ts';
import { happened, seen } from '../../../support/purchase-desk.ts';
import { sharedOffice, type OfficeDesk } from '../../../support/shared-office.ts';

const dayMs = 86_400_000;

const purchases = (desk: OfficeDesk) =>
  [...desk.workspace().purchases.values()].map(({ preparedOn, revision, events }) => ({
    preparedOn,
    gross: revision.quote.gross,
    kinds: events.map(({ what }) => what.kind),
  }));

test('an order of yesterday stays as it was: on the desk at the next start, and at the server', async () => {
  const clock = fakeClock();
  const { anna, carla } = await sharedOffice({ anna: 'administer', carla: 'order' }, clock);
  carla.give(service(e1));
  const [serviceId] = carla.host().state().replica.services.keys() as Iterable<ServiceId>;
  const cartId = carla.give({ type: 'cart/open', serviceId: serviceId as ServiceId }).carts?.[0] as CartId;
  await carla.sync();
  carla.connected(false);
  const id = carla.give({ type: 'purchase/prepare', cartId }).purchases?.[0] as PurchaseId;
  const gross = carla.workspace().purchases.get(id)?.revision.quote.gross ?? 0;
  for (const kind of ['opened', 'composed'] as const) carla.give(happened(id, { kind }));
  const compared = { kind: 'compared', day: today, cause: null, note: '' } as const;
  carla.give(happened(id, { ...compared, receipt: seen(gross) }));
  const orderNumber = '50012345' as never;
  carla.give(happened(id, { kind: 'ordered', day: today, orderNumber, method: 'bank-transfer' }));
  const given = [{ preparedOn: today, gross, kinds: ['opened', 'composed', 'compared', 'ordered'] }];
  expect(purchases(carla)).toEqual(given);

  clock.advance(dayMs);
  carla.restart();
  expect(purchases(carla)).toEqual(given);
  clock.advance(2 * dayMs);
  carla.connected(true);
  await carla.sync();
  await anna.sync();
  expect(carla.refused()).toEqual([]);
  expect([purchases(carla), purchases(anna)]).toEqual([given, given]);
});

test('a quote that was issued without the server has the day on which it was issued', async () => {
  const clock = fakeClock();
  const { anna, dario } = await sharedOffice({ anna: 'administer', dario: 'prepare' }, clock);
  anna.give(service(e1));
  await anna.sync();
  await dario.sync();
  const [serviceId] = anna.host().state().replica.services.keys() as Iterable<ServiceId>;
  const source = { kind: 'service', serviceId: serviceId as ServiceId, what: 'renewal' } as const;
  const issue = (desk: OfficeDesk): void => {
    const quoteId = desk.give({ type: 'quote/new', source } as never).quotes?.[0] as never;
    desk.give({ type: 'quote/details', quoteId, validUntil: desk.host().snapshot().today } as never);
    desk.give({ type: 'quote/issue', quoteId, serial: null });
  };
  dario.connected(false);
  issue(dario);
  clock.advance(dayMs);
  issue(anna);
  await anna.sync();
  dario.connected(true);
  await dario.sync();
  expect(dario.refused()).toEqual([]);
  const issuedOn = [...dario.workspace().quotes.values()].map(({ stage }) =>
    stage.state === 'issued' ? `${stage.number.serial} ${stage.issuedOn}` : '',
  );
  expect(new Set(issuedOn)).toEqual(new Set(['1 2026-11-25', '2 2026-11-24']));
});
