import { expect, test } from 'vitest';
import { defaultRenewalChoices, type RenewalChoices } from '../../../../core/desk/rows/renewal-choices.ts';
import { moneyByMonth } from '../../../../core/desk/plan/renewal-money.ts';
import { planRenewals } from '../../../../core/desk/plan/renewal-plan.ts';
import { renewalLines } from '../../../../core/desk/plan/service-renewals.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import { addMonths, type Day } from '../../../../core/kernel/day.ts';
import type { CommandKey, ServiceId } from '../../../../core/kernel/id.ts';
import { latestSafeDay, paymentMethods } from '../../../../core/orders/payment.ts';
import { milestones } from '../../../../core/services/lifecycle.ts';
import { baseItem } from '../../../../core/services/service.ts';
import { advanceTo } from '../../../../electron/simulator/advance-day.ts';
import { register } from '../../../../electron/simulator/orders/order-life.ts';
import { placeOrder } from '../../../../electron/simulator/orders/place-order.ts';
import type { SimulatorDocument } from '../../../../electron/simulator/state/state.ts';
import { vendorQuote } from '../../../../electron/simulator/orders/vendor-quote.ts';
import type { Purchase } from '../../../../core/orders/cart.ts';
import { payer } from '../../../electron/simulator/counter.ts';
import { day } from '../../../support/samples.ts';
import { decideBench, sampleOffice } from '../../../support/sample-state.ts';

function planned(state: AppState, choices: Partial<RenewalChoices> = {}) {
  const plan = planRenewals(state, { ...defaultRenewalChoices, ...choices });
  if (!plan.ok) throw new Error(plan.error.reason);
  return plan.value;
}

test('every running service is in one session within its window, or renews itself, or is too late (I2)', () => {
  const { state } = sampleOffice();
  for (const method of paymentMethods) {
    const { sessions, missed, automatic } = planned(state, { method });
    for (const { day: on, windows } of sessions)
      for (const { serviceId, expiry, from, to } of windows) {
        const service = state.replica.services.get(serviceId);
        const anchor = service === undefined ? undefined : baseItem(service)?.anchor;
        expect([on >= from, on <= to, to]).toEqual([true, true, latestSafeDay(method, expiry)]);
        expect(from).toBe([addMonths(expiry, -3, anchor), state.today].toSorted().at(-1));
      }
    for (const { to } of missed) expect(to < state.today).toBe(true);
    for (const { from, expiry } of automatic) expect(from).toBe(milestones(expiry).automaticDebit);
    const all = [...sessions.flatMap(({ windows }) => windows), ...missed, ...automatic].map(
      ({ serviceId }) => serviceId,
    );
    const running = [...state.replica.services.values()].filter((service) => {
      const expiry = baseItem(service)?.expiry;
      return service.state === 'active' && expiry !== undefined && expiry < addMonths(state.today, 12);
    });
    expect(all.toSorted()).toEqual(running.map(({ id }) => id).toSorted());
  }
});

test('a forbidden day is no session, a forced one is', () => {
  const { state } = sampleOffice();
  const first = planned(state).sessions[0]?.day;
  if (first === undefined) throw new Error('There is a session');
  expect(planned(state, { forbidden: [first] }).sessions.map(({ day }) => day)).not.toContain(first);
  const forced = '2026-12-01' as Day;
  expect(planned(state, { forced: [forced] }).sessions.map(({ day }) => day)).toContain(forced);
});

test('without prices there is no plan', () => {
  const { state } = sampleOffice();
  state.replica.priceLists.clear();
  expect(planRenewals(state, defaultRenewalChoices)).toEqual({
    ok: false,
    error: { reason: 'unknown', what: 'price-list' },
  });
});

test('ten years ahead the money of each month is what the vendor really takes, to the cent (I4)', () => {
  const { state, vendor: start } = sampleOffice();
  const plan = planned(state, { horizonMonths: 120 });
  const takings = new Map<string, number>();
  const take = (on: Day, gross: number): void =>
    void takings.set(on.slice(0, 7), (takings.get(on.slice(0, 7)) ?? 0) + gross);
  const known = new Set(start.orders.rows().map(({ orderNumber }) => orderNumber));
  // The cards of services with automatic renewal stay valid.
  const cards = start.storedMethods
    .rows()
    .reduce(
      (methods, stored) => methods.with({ ...stored, validUntil: day('2099-12-31') }),
      start.storedMethods,
    );
  let vendor: SimulatorDocument = { ...start, storedMethods: cards };
  for (const [index, { day: on, windows }] of plan.sessions.entries()) {
    vendor = advanceTo(vendor, on);
    const priceList = vendor.priceLists[0];
    if (priceList === undefined) throw new Error('The vendor has prices');
    for (const { serviceId } of windows) {
      const purchase: Purchase = {
        kind: 'renewal',
        serviceId,
        years: 1,
        leftOut: [],
        reduceTo: {},
        conventionCode: null,
      };
      const quote = vendorQuote(vendor, purchase, on, priceList);
      if (!quote.ok) throw new Error(`${serviceId} on ${on}: ${JSON.stringify(quote.error)}`);
      const { rule, priceListVersion, net, vat, gross } = quote.value;
      const expected = { net, vat, gross };
      const request = {
        purchase,
        day: on,
        rule,
        priceListVersion,
        expected,
        payer,
        method: 'bank-transfer' as const,
        clausesAccepted: true as const,
      };
      const placed = placeOrder(vendor, request, `key-${index}-${serviceId}` as CommandKey, on);
      if (!placed.ok) throw new Error(JSON.stringify(placed.error));
      const paid = register(placed.value.state, placed.value.order.orderNumber, on);
      if (!paid.ok) throw new Error(paid.error.reason);
      vendor = paid.value;
    }
  }
  vendor = advanceTo(vendor, addMonths(state.today, 120));
  for (const { on, subject, body } of vendor.mails.rows()) {
    const debited = subject.startsWith('Rinnovo automatico eseguito')
      ? /Addebito di ([\d.]+),(\d\d)/.exec(body)
      : null;
    if (debited !== null) take(on, Number(debited[1]?.replaceAll('.', '')) * 100 + Number(debited[2]));
  }
  for (const order of vendor.orders.rows())
    if (!known.has(order.orderNumber)) take(order.quote.day, order.quote.gross);
  expect(Object.fromEntries(moneyByMonth(plan))).toEqual(
    Object.fromEntries([...takings].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  );
});

test('a session is prepared as one step: carts for all that can be renewed, a reason where none can', () => {
  const desk = decideBench();
  const ids = planned(desk.state).sessions.flatMap(({ windows }) =>
    windows.map(({ serviceId }) => serviceId),
  );
  desk.submit({
    type: 'session/prepare',
    serviceIds: [...ids, 'fe-ferrara' as ServiceId, 'fe-none' as ServiceId],
  });
  const prepared = [...desk.state.workspace.carts.values()].flatMap(({ subject }) =>
    subject.kind === 'renewal' ? [subject.serviceId] : [],
  );
  expect(prepared.toSorted()).toEqual(ids.toSorted());
  expect(desk.refusal({ type: 'session/prepare', serviceIds: ['fe-ferrara' as ServiceId] })).toMatchObject({
    reason: 'automatic-renewal-on',
  });
});

test('the lines of each renewal sum to its net, for today’s extension and for every year of the plan', () => {
  const { state } = sampleOffice();
  const wrong: string[] = [];
  let seen = 0;
  for (const extendTo of [null, '2027-06-30' as Day])
    for (const increaseBasisPoints of [0, 500]) {
      const choices = {
        ...defaultRenewalChoices,
        horizonMonths: 60,
        increaseBasisPoints,
        seats: 2,
        extendTo,
      };
      const { now, sessions, missed, automatic } = planned(state, choices);
      for (const renewal of [
        ...now,
        ...sessions.flatMap(({ windows }) => windows),
        ...missed,
        ...automatic,
      ]) {
        seen += 1;
        const net = renewalLines(state, choices, renewal).reduce((sum, line) => sum + line.net, 0);
        if (net !== renewal.net) wrong.push(renewal.id);
      }
    }
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThan(50);
});

test('a renewal of another plan has no lines here: that is a fault of the program', () => {
  const { state } = sampleOffice();
  const [first] = planned(state, { horizonMonths: 60 }).sessions.at(-1)?.windows ?? [];
  if (first === undefined) throw new Error('There is a renewal');
  expect(() => renewalLines(state, { ...defaultRenewalChoices, horizonMonths: 1 }, first)).toThrow(
    'The renewal is of another plan',
  );
});
