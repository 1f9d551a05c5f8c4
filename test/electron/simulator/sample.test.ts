import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neededModule, isModuleKind, takesModules } from '../../../core/catalog/item.ts';
import { priceListOn } from '../../../core/catalog/price-list.ts';
import { addDays, dayOf, dayOfMonth, daysBetween, type Day } from '../../../core/kernel/day.ts';
import { isVatCode } from '../../../core/kernel/vat-code.ts';
import { addUsersFigures } from '../../../core/quotes/figures.ts';
import { isUsername } from '../../../core/seats/username.ts';
import { expiryOf, seatCount, type Service } from '../../../core/services/service.ts';
import { phaseOf } from '../../../core/services/lifecycle.ts';
import { sampleState } from '../../../electron/simulator/sample/sample.ts';
import {
  documentSchema,
  fromStored,
  type SimulatorDocument,
  type StoredDocument,
} from '../../../electron/simulator/state/state.ts';
import { law } from '../../support/law.ts';

const start = dayOf(2024, 1, 1) as Day;
/** Any day from 2024 to 2036. The range has four leap days. */
const anyDay = fc.integer({ min: 0, max: 4748 }).map((days) => addDays(start, days));

const awkwardDays = [
  '2024-02-29',
  '2026-01-01',
  '2026-01-05',
  '2026-11-24',
  '2027-08-31',
  '2028-02-29',
  '2028-02-28',
  '2028-03-31',
  '2030-12-31',
] as Day[];

const found = (state: SimulatorDocument, id: string): Service => {
  const service = state.services.get(id);
  if (service === undefined) throw new Error(id);
  return service;
};

type Sample = typeof sampleState;

const changed =
  (id: string, change: (service: Service) => Service): Sample =>
  (today) => {
    const state = sampleState(today);
    return { ...state, services: state.services.with(change(found(state, id))) };
  };

/** E1 of rules.md on any date: 9 months each, 58.19 + 12.80 = 70.99. */
function adding2UsersIsE1(sample: Sample, today: Day): void {
  const state = sample(today);
  const priceList = priceListOn(state.priceLists, today);
  if (priceList === undefined) throw new Error('no list in force');
  const quote = addUsersFigures({
    day: today,
    rule: 'started-month',
    priceList,
    service: found(state, 'fe-studio'),
    quantity: 2,
    modules: [],
    extension: true,
    offPolicy: 'own-year',
  });
  expect(quote).toMatchObject({ ok: true, value: { net: 5819, vat: 1280, gross: 7099 } });
  if (quote.ok)
    expect(quote.value.lines.map(({ months, net }) => [months.num / months.den, net])).toEqual([
      [12, 980],
      [9, 2243],
      [9, 1103],
      [9, 1493],
    ]);
}

function invariantsHold(sample: Sample, today: Day): void {
  const state = sample(today);
  const services = state.services.rows();
  const written: StoredDocument = JSON.parse(JSON.stringify(state));
  const checked = documentSchema.parse(written);
  expect(JSON.parse(JSON.stringify(checked))).toEqual(written);
  // A document of the same program version is not checked. The result is the same.
  expect(fromStored(written)).toEqual(checked);
  expect(new Set(services.map(({ id }) => id)).size).toBe(12);
  expect(new Set(services.map(({ vatCode }) => vatCode)).size).toBe(12);
  for (const service of services) {
    const phase = phaseOf(service, today);
    expect(isVatCode(service.vatCode)).toBe(true);
    expect(service.state).toBe(
      phase === 'waiting' ? 'awaiting-payment' : phase === 'grace' ? 'expired' : 'active',
    );
    expect(service.usedSpaceKB).toBeLessThan(service.maxSpaceKB);
    const bought = service.items.reduce(
      (sum, { kind, quantity }) => (kind === 'user' ? sum + quantity : sum),
      0,
    );
    expect(service.users.length).toBeLessThanOrEqual(bought);
    expect(service.users.every(({ username }) => isUsername(username))).toBe(true);
    const modules = service.items.map(({ kind }) => kind).filter(isModuleKind);
    if (modules.length > 0) expect(takesModules(service.kind)).toBe(true);
    for (const module of modules) expect([undefined, ...modules]).toContain(neededModule(module));
    for (const { expiry, anchor } of service.items)
      expect(dayOfMonth(expiry)).toBe(
        anchor === 31 ? (dayOfMonth(addDays(expiry, 1)) === 1 ? dayOfMonth(expiry) : 0) : anchor,
      );
  }
  expect(priceListOn(state.priceLists, addDays(today, -7))).toBeDefined();
}

test.each(awkwardDays)('the sample of %s', (today) => {
  invariantsHold(sampleState, today);
  adding2UsersIsE1(sampleState, today);
});

law('on any day the sample holds together', {
  subject: sampleState,
  wrong: changed('fe-sole', (service) => ({ ...service, vatCode: '01234567890' })),
  given: anyDay,
  holds: invariantsHold,
  runs: 150,
});

law('on any day adding 2 users is example E1', {
  subject: sampleState,
  wrong: changed('fe-studio', (service) => ({
    ...service,
    items: service.items.map((item) => ({ ...item, expiry: addDays(item.expiry, 12) })),
  })),
  given: anyDay,
  holds: adding2UsersIsE1,
  runs: 300,
});

test('what the sample shows', () => {
  const today = '2026-11-24' as Day;
  const state = sampleState(today);
  const services = state.services.rows();
  const away = (id: string) => daysBetween(today, expiryOf(found(state, id)) ?? today);
  expect([away('fe-studio'), away('fe-rossi'), away('fe-conti')]).toEqual([111, 28, -22]);
  expect(seatCount(found(state, 'fe-studio'), today)).toBe(3);
  expect(found(state, 'fe-studio').users).toHaveLength(3);
  expect(services.filter(({ kind }) => kind === 'receive-only').length).toBeGreaterThan(1);
  expect(services.filter(({ automaticRenewal }) => automaticRenewal)).toHaveLength(1);
  expect(services.filter(({ usedSpaceKB, maxSpaceKB }) => usedSpaceKB / maxSpaceKB > 0.7)).toHaveLength(1);
  const ends = services.flatMap(({ items }) => items).filter(({ anchor }) => anchor === 31);
  expect(new Set(ends.map(({ expiry }) => dayOfMonth(expiry) === 31))).toEqual(new Set([true, false]));
  expect(new Set(found(state, 'fe-adriatica').items.map(({ expiry }) => expiry)).size).toBe(3);
  expect(state.orders.rows()).toMatchObject([
    {
      orderNumber: '31904417',
      serviceId: 'fe-edil-marche',
      method: 'bank-transfer',
      history: [{ on: '2026-11-22' }],
    },
  ]);
  expect(state.mails.rows()).toMatchObject([{ orderNumber: '31904417', on: '2026-11-22' }]);
  expect(state.nextOrderNumber).toBe(31_904_418);
});
