// The services in groups by how they are looked after (rule J5).
import '../support/page-language.ts';
import { expect, test } from 'vitest';
import { arrangementFields, arrangementOf } from '../../core/register/arrangement.ts';
import { expiryOf } from '../../core/services/service.ts';
import { activeFilters, activeSearch } from '../../renderer/screens/register/arrangement/active-filters.ts';
import { filterChoices, withFilter } from '../../renderer/screens/register/arrangement/filter-choices.ts';
import { groupedLines, type ServiceHead } from '../../renderer/screens/services/service-lines.ts';
import { serviceRows, type ServiceRow } from '../../renderer/screens/services/service-rows.ts';
import { arrangedOffice } from '../support/arranged-office.ts';
import { sampleOffice } from '../support/sample-state.ts';

const { state } = sampleOffice();
const arrangements = arrangedOffice(state);
const rows = serviceRows(state, [...state.replica.services.values()]);
const of = ({ service }: ServiceRow) => arrangementOf(arrangements, service.id);
const none: ReadonlySet<string> = new Set();

test.each(arrangementFields)(
  'by %s: every service once, with the count, the users and the next expiry',
  (field) => {
    const lines = groupedLines(rows, field, of, none, state.today);
    const heads = lines.filter((line): line is ServiceHead => line.kind === 'head');
    expect(lines.length).toBe(heads.length + rows.length);
    expect(heads.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
    expect(heads.reduce((sum, { users }) => sum + users, 0)).toBe(
      rows.reduce((sum, { board }) => sum + board.bought, 0),
    );
    for (const [index, line] of lines.entries()) {
      if (line.kind !== 'head') continue;
      const own = lines.slice(index + 1, index + 1 + line.count);
      const expiries = own.flatMap((one) => (one.kind === 'row' ? (expiryOf(one.row.service) ?? []) : []));
      expect(line.next).toBe(expiries.filter((day) => day >= state.today).toSorted()[0]);
    }
  },
);

test('an account and a person are named alone, a payer with its question, what is not said last', () => {
  const labels = (field: (typeof arrangementFields)[number]) =>
    groupedLines(rows, field, of, none, state.today).flatMap((line) =>
      line.kind === 'head' ? line.label : [],
    );
  expect(labels('account')).toEqual(['a@aruba.it', 'b@aruba.it', 'Account Aruba: non detto']);
  expect(labels('payer')).toEqual(['Chi paga: lo studio', 'Chi paga: il cliente', 'Chi paga: non detto']);
  expect(labels('caretaker')).toEqual(['Maria Bassi', 'Chi lo segue: non detto']);
});

test('a closed group shows its head alone', () => {
  const open = groupedLines(rows, 'account', of, none, state.today);
  const closed = groupedLines(rows, 'account', of, new Set(['a@aruba.it']), state.today);
  expect(closed[0]).toEqual({ ...open[0], open: false });
  expect(closed[1]?.kind).toBe('head');
});

test('filters that are on are said in words, and each can be removed alone', () => {
  const choices = filterChoices(rows.map(of));
  let filters = withFilter(withFilter({}, 'account', 'a@aruba.it'), 'payer', '');
  const on = activeFilters(filters, choices, (next) => {
    filters = next;
  });
  expect(on.map(({ text }) => text)).toEqual(['Account Aruba: a@aruba.it', 'Chi paga: non detto']);
  on[0]?.remove();
  expect(filters).toEqual({ payer: '' });
  // An account that no service has any more is still shown, so that it can be removed.
  expect(activeFilters({ account: 'gone@aruba.it' }, choices, () => undefined)[0]?.text).toBe(
    'Account Aruba: gone@aruba.it',
  );
  expect(activeSearch('  ', () => undefined)).toEqual([]);
  expect(activeSearch('alba', () => undefined)[0]?.text).toBe('Ricerca: alba');
});
