// Events at the vendor without the client: other prices, purchases in the panel, a wrong clock.
import { expect, test } from 'vitest';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { accepted, refusalCodes, tokenSchema } from '../../../core/aruba/protocol.ts';
import { openCounter } from './counter.ts';
import { addUsersRequest } from './requests.ts';

test('a new price list holds from the vendor’s day, and an order by the old one is refused with the new figures', async () => {
  const counter = await openCounter({ day: '2026-11-24' });
  const { nextCursor } = await counter.changes();
  const old = await addUsersRequest(counter);
  expect((await counter.act({ action: 'change-price-list', percent: 10 })).errorCode).toBe(accepted);
  const { changes } = await counter.changes(nextCursor);
  expect(changes).toMatchObject([
    // 29.90 and 4.90 plus 10%: 32.89 and 5.39.
    {
      type: 'priceList',
      priceList: {
        version: '11/2026-2',
        validFrom: '2026-11-24',
        yearly: { 'e-invoicing': 3289, user: 539 },
        promotion: { price: 100 },
      },
    },
  ]);
  expect(await counter.place(old)).toMatchObject({
    errorCode: refusalCodes.figuresDiffer,
    vendorQuote: { priceListVersion: '11/2026-2' },
  });
  const yesterday = await addUsersRequest(counter, { day: await counter.inDays(-1) });
  expect((await counter.place(yesterday)).errorCode).toBe(accepted);
});

test('two new lists on one day: the later one holds', async () => {
  const counter = await openCounter();
  await counter.act({ action: 'change-price-list', percent: 10 });
  await counter.act({ action: 'change-price-list', percent: -10 });
  expect(await counter.place(await addUsersRequest(counter))).toMatchObject({
    vendorQuote: { priceListVersion: '11/2026-3' },
  });
});

test('a purchase in the panel moves the service, and an order counted on the old dates is refused', async () => {
  const counter = await openCounter({ day: '2026-11-24' });
  const serviceId = 'fe-studio' as ServiceId;
  const old = await addUsersRequest(counter);
  const { nextCursor } = await counter.changes();
  expect((await counter.act({ action: 'panel-change', serviceId })).errorCode).toBe(accepted);
  const service = await counter.service(serviceId);
  expect(service.items.map(({ expiry }) => expiry)).toEqual([
    '2027-11-24',
    '2027-11-24',
    '2027-11-24',
    '2027-11-24',
  ]);
  expect(service.automaticRenewal).toBe(false);
  const { changes } = await counter.changes(nextCursor);
  expect(changes).toMatchObject([
    { type: 'service' },
    { type: 'order', order: { clientReference: null, state: 'active', quote: { lines: [{}, {}, {}, {}] } } },
  ]);
  expect(await counter.place(old)).toMatchObject({ errorCode: refusalCodes.figuresDiffer });
});

test('nobody buys users for a service that is not active, in the panel neither', async () => {
  const counter = await openCounter();
  for (const serviceId of ['fe-conti', 'fe-edil-marche', 'fe-nessuno'] as ServiceId[])
    expect((await counter.act({ action: 'panel-change', serviceId })).errorCode).toBe(
      refusalCodes.serviceNotActive,
    );
});

test.each([
  [30, '2026-11-24', 'Tue, 24 Nov 2026 11:30:00 GMT'],
  [-600, '2026-11-24', 'Tue, 24 Nov 2026 01:00:00 GMT'],
  [800, '2026-11-25', 'Wed, 25 Nov 2026 00:20:00 GMT'],
])(
  'a clock %i minutes off: day and token times follow, open sessions go on',
  async (minutes, day, issued) => {
    const counter = await openCounter({ day: '2026-11-24' });
    await counter.act({ action: 'skew-clock', minutes });
    expect(await counter.state()).toMatchObject({ day, realDay: '2026-11-24' });
    expect((await counter.get('/api/v2/services/fe-studio')).status).toBe(200);
    const token = await counter.enter();
    expect(tokenSchema.parse(token)['.issued']).toBe(issued);
    counter.passTime(30 * 60_000);
    expect((await counter.get('/api/v2/services/fe-studio')).status).toBe(401);
  },
);

test('a clock set behind never takes a day back, and set right it goes on', async () => {
  const counter = await openCounter({ day: '2026-11-24' });
  await counter.act({ action: 'skew-clock', minutes: 800 });
  await counter.act({ action: 'skew-clock', minutes: -1440 });
  expect(await counter.today()).toBe('2026-11-25');
  await counter.act({ action: 'skew-clock', minutes: 0 });
  counter.passTime(2 * 86_400_000);
  expect(await counter.today()).toBe('2026-11-26');
});
