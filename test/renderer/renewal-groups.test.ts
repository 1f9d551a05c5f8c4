import '../support/page-language.ts';
import { expect, test } from 'vitest';
import { defaultRenewalChoices } from '../../core/desk/rows/renewal-choices.ts';
import { planRenewals } from '../../core/desk/plan/renewal-plan.ts';
import type { ServiceId } from '../../core/kernel/id.ts';
import { arrangedGroupings, renewalFilters } from '../../core/desk/rows/saved-view.ts';
import {
  foldKey,
  groupKeys,
  renewalLines,
  type GroupHead,
  type RenewalLine,
} from '../../renderer/screens/renewal-plan/renewal-groups.ts';
import { orderedRenewals, found, renewalRows } from '../../renderer/screens/renewal-plan/renewal-rows.ts';
import { arrangedOffice } from '../support/arranged-office.ts';
import { sampleOffice } from '../support/sample-state.ts';

const { state } = sampleOffice();
// A second service of the same client, under another name.
const studio = state.replica.services.get('fe-studio' as ServiceId);
if (studio === undefined) throw new Error('No service');
state.replica.services.set('sr-studio' as ServiceId, {
  ...studio,
  id: 'sr-studio' as ServiceId,
  holder: 'Studio Bianchi, archivio',
});
const plan = planRenewals(state, defaultRenewalChoices);
if (!plan.ok) throw new Error(plan.error.reason);
const { services } = state.replica;
const rows = renewalRows(
  { services, today: state.today },
  plan.value,
  orderedRenewals(state),
  arrangedOffice(state),
);
const none: ReadonlySet<string> = new Set();
const heads = (lines: readonly RenewalLine[]): readonly GroupHead[] =>
  lines.flatMap((line) => (line.kind === 'head' ? [line] : []));
const total = rows.reduce((sum, { renewal }) => sum + (renewal?.gross ?? 0), 0);

test.each(arrangedGroupings)('by %s: every service once, heads that count and sum to the whole', (by) => {
  const lines = renewalLines(rows, by, none);
  expect(lines.flatMap((line) => (line.kind === 'row' ? [line.row.service.id] : [])).toSorted()).toEqual(
    rows.map(({ service }) => service.id).toSorted(),
  );
  if (by === 'none') return;
  expect(heads(lines).reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
  expect(heads(lines).reduce((sum, { gross }) => sum + gross, 0)).toBe(total);
  expect(new Set(heads(lines).map(foldKey))).toEqual(groupKeys(rows, by));
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
});

test('one VAT number is one client, in the order of names; months in the order of time', () => {
  const clients = heads(renewalLines(rows, 'client', none));
  expect(clients.find(({ label }) => label.startsWith('Studio Bianchi'))?.count).toBe(2);
  expect(clients.map(({ label }) => label)).toEqual(
    clients.map(({ label }) => label).toSorted((a, b) => a.localeCompare(b, 'it')),
  );
  const months = heads(renewalLines(rows, 'month', none)).map(foldKey);
  expect(months).toEqual(months.toSorted());
});

test('what is folded shows its head alone, with the same count and sum', () => {
  const open = renewalLines(rows, 'state', none);
  const [first] = heads(open);
  if (first === undefined) throw new Error('No head');
  const folded = renewalLines(rows, 'state', new Set([foldKey(first)]));
  expect(folded.length).toBe(open.length - first.count);
  expect(heads(folded)[0]).toEqual({ ...first, open: false });
});

test('a text finds names and VAT numbers; each filter finds what its state says', () => {
  expect(found(rows, studio.vatCode.slice(2, 9), 'all').length).toBe(2);
  expect(found(rows, 'bianchi archivio', 'all').length).toBe(1);
  expect(found(rows, '', 'automatic').every(({ service }) => service.automaticRenewal)).toBe(true);
  expect(
    found(rows, '', 'automatic').length + found(rows, '', 'by-hand').length + found(rows, '', 'grace').length,
  ).toBe(rows.length);
  for (const filter of renewalFilters)
    expect(found(rows, '', filter).length).toBeLessThanOrEqual(rows.length);
});

test('a session lies under its accounts, in the order of days, then of names; the rest comes last', () => {
  const lines = renewalLines(rows, 'session', none);
  const days = plan.value.sessions.map(({ day }) => day);
  const keys = heads(lines).map(foldKey);
  expect(keys.at(-1)).toBe('-');
  const found = keys.slice(0, -1).map((key) => [days.indexOf(key.slice(0, 10) as never), key.slice(11)]);
  expect(found.every(([day]) => day !== -1)).toBe(true);
  expect(found).toEqual(
    found.toSorted(
      ([a, x], [b, y]) =>
        Number(a) - Number(b) || ((x === '' ? '~' : String(x)) < (y === '' ? '~' : String(y)) ? -1 : 1),
    ),
  );
  for (const line of lines)
    if (line.kind === 'head' && foldKey(line) !== '-') expect(line.label).toMatch(/^Sessione del .+ · /);
});

test('filters by account, payer and caretaker let exactly their services through', () => {
  const accountless = found(rows, '', 'all', { account: '' });
  expect(accountless.length).toBeGreaterThan(0);
  expect(accountless).toEqual(rows.filter(({ arrangement }) => arrangement.account === null));
  const both = found(rows, '', 'all', { payer: 'firm', caretaker: 'maria bassi' });
  expect(both.length).toBeGreaterThan(0);
  expect(both).toEqual(
    rows.filter(({ arrangement: { payer, caretaker } }) => payer === 'firm' && caretaker === 'Maria Bassi'),
  );
});
