// Why a quote would cost something else today. Each cause is tried alone, and only causes that change an
// amount are named. Rule C4.
import { expect, test } from 'vitest';
import { ok, type Result } from '../../../core/kernel/result.ts';
import { drift, type DriftCause, type PriceInputs } from '../../../core/quotes/drift.ts';
import { addUsersFigures, type Figures } from '../../../core/quotes/figures.ts';
import type { Service } from '../../../core/services/service.ts';
import { day, item, priceList, service } from '../../support/samples.ts';

const E = item('E', 'e-invoicing', 1, '15/03/2027');
const U = item('U', 'user', 3, '15/03/2027');
const then: PriceInputs = {
  day: day('24/11/2026'),
  rule: 'started-month',
  offPolicy: 'own-year',
  priceList,
  service: service([E, U]),
};

/** Two users with the extension of everything, or without it. Without it the off-policy decides. */
const price =
  (extension: boolean) =>
  ({ service: on, ...inputs }: PriceInputs): Result<Figures, unknown> => {
    if (on === null) return { ok: false, error: { reason: 'gone' } };
    return addUsersFigures({ ...inputs, service: on, quantity: 2, modules: [], extension });
  };

function found(change: Partial<PriceInputs>, extension = true) {
  const quoted = price(extension)(then);
  if (!quoted.ok) throw new Error('It has a price');
  return drift(quoted.value, then, { ...then, ...change }, price(extension));
}
const on = (...items: Service['items']): Partial<PriceInputs> => ({ service: service(items) });

test.each<readonly [string, Partial<PriceInputs>, readonly DriftCause[]]>([
  ['nothing', {}, []],
  ['a list with the same prices', { priceList: { ...priceList, version: 'later' } }, []],
  [
    'a dearer list',
    { priceList: { ...priceList, version: 'later', yearly: { ...priceList.yearly, user: 540 as never } } },
    [{ kind: 'price-list', before: 'C6', after: 'later' }],
  ],
  [
    'another VAT alone',
    { priceList: { ...priceList, version: 'later', vatBasisPoints: 2300 } },
    [{ kind: 'price-list', before: 'C6', after: 'later' }],
  ],
  ['another rule', { rule: 'actual-365' }, [{ kind: 'rule', before: 'started-month', after: 'actual-365' }]],
  [
    'renewed meanwhile',
    on({ ...E, expiry: day('15/03/2028') }, { ...U, expiry: day('15/03/2028') }),
    [{ kind: 'renewed', before: day('2027-03-15'), after: day('2028-03-15') }],
  ],
  ['more users', on(E, { ...U, quantity: 4 }), [{ kind: 'seats', before: 3, after: 4 }]],
  [
    'a module',
    on(E, U, item('M', 'documents', 1, '15/03/2027')),
    [{ kind: 'modules', before: [], after: ['documents'] }],
  ],
  [
    'space, of which a person hears otherwise',
    on(E, U, item('G', 'extra-gb', 1, '15/03/2027')),
    [{ kind: 'service' }],
  ],
  [
    'the day',
    { day: day('24/01/2027') },
    [{ kind: 'day', before: day('2026-11-24'), after: day('2027-01-24') }],
  ],
])('%s', (_, change, causes) => {
  const { causes: named, same, today } = found(change);
  expect(named).toEqual(causes);
  expect(same).toBe(causes.length === 0);
  expect(today.ok).toBe(true);
});

test('two causes are two; which lines differ, by their amounts and not by their dates', () => {
  const { causes, lines } = found({
    rule: 'actual-365',
    priceList: { ...priceList, version: 'later', yearly: { ...priceList.yearly, user: 540 as never } },
  });
  expect(causes.map(({ kind }) => kind)).toEqual(['price-list', 'rule']);
  expect(lines.map(({ kind, reason, same }) => [kind, reason, same])).toEqual([
    ['user', 'bought', false],
    ['e-invoicing', 'extension', false],
    ['user', 'extension', false],
  ]);
  const later = found({ day: day('28/11/2026') });
  expect(later.same).toBe(true);
  expect(later.lines.every(({ same, ours, theirs }) => same && ours?.newExpiry !== theirs?.newExpiry)).toBe(
    true,
  );
});

test('a line of another quantity at the same sum is another line', () => {
  const quoted = price(true)(then);
  if (!quoted.ok) throw new Error('It has a price');
  const halved = {
    ...quoted.value,
    lines: quoted.value.lines.map((line, index) =>
      index === 0 ? { ...line, quantity: 1, yearly: (line.yearly * 2) as typeof line.yearly } : line,
    ),
  };
  const { same, lines, causes } = drift(quoted.value, then, then, () => ok(halved));
  expect(same).toBe(false);
  expect(lines.map((line) => line.same)).toEqual([false, true, true]);
  // Each of these causes alone gives the new amount, so all of them are named.
  expect(causes.length).toBeGreaterThan(0);
});

test('the reading of the pages counts only where nothing is extended, and changes no amount: it is not drift', () => {
  expect(found({ offPolicy: 'until-service-expiry' }, false)).toMatchObject({ same: true, causes: [] });
});

test('what cannot be bought any more is refused, with the lines as they were and the service as the cause', () => {
  const { today, lines, causes, same } = found({ service: null });
  expect([today.ok, same]).toEqual([false, false]);
  expect(causes).toEqual([{ kind: 'service' }]);
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(line).toMatchObject({ theirs: null, same: false });
});

test('where no single thing changes an amount and all together do, the day is named', () => {
  const quoted = price(true)(then);
  if (!quoted.ok) throw new Error('It has a price');
  const now = { ...then, day: day('25/11/2026'), rule: 'completed-month' as const };
  const together = { ...quoted.value, gross: (quoted.value.gross + 1) as Figures['gross'] };
  const { causes } = drift(quoted.value, then, now, (inputs) =>
    inputs.rule !== then.rule && inputs.day !== then.day ? ok(together) : quoted,
  );
  expect(causes).toEqual([{ kind: 'day', before: then.day, after: now.day }]);
});
