// Compares every table that the renewals' screens write with the plan on screen: as a workbook read by
// another library, and as CSV.
import '../support/page-language.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { defaultRenewalChoices } from '../../core/desk/rows/renewal-choices.ts';
import { moneyByClient, moneyByMonth, moneyInAll } from '../../core/desk/plan/renewal-money.ts';
import { planRenewals, type PlannedRenewal } from '../../core/desk/plan/renewal-plan.ts';
import { writeXlsx } from '../../core/formats/spreadsheet/write-xlsx.ts';
import {
  clientCells,
  clientMonthCells,
  moneyCells,
  planCells,
  sessionCells,
} from '../../renderer/screens/renewal-plan/renewal-cells.ts';
import { orderedRenewals, renewalRows } from '../../renderer/screens/renewal-plan/renewal-rows.ts';
import { csvText, listed, type ListedTable } from '../support/cell-tables.ts';
import type { CellTable } from '../../renderer/papers/cells.ts';
import { dayText, fullMonth } from '../../renderer/text/format.ts';
import { setLanguage } from '../../renderer/text/text.ts';
import { readBook } from '../support/read-book.ts';
import { arrangedOffice } from '../support/arranged-office.ts';
import { sampleOffice } from '../support/sample-state.ts';

afterEach(() => setLanguage('it'));

const { state } = sampleOffice();
const planned = planRenewals(state, { ...defaultRenewalChoices, horizonMonths: 36 });
if (!planned.ok) throw new Error(planned.error.reason);
const plan = planned.value;
const parts = { services: state.replica.services, today: state.today };
const ordered = orderedRenewals(state);
const rows = renewalRows(parts, plan, ordered);
const arrangements = arrangedOffice(state);
const vatCodeOf = ({ serviceId }: PlannedRenewal): string =>
  state.replica.services.get(serviceId)?.vatCode ?? '';
const months = moneyByMonth(plan);
const clients = moneyByClient(state, plan);
const years = [...new Set([...months.keys()].map((month) => month.slice(0, 4)))];
const total = moneyInAll(plan);

const made: Readonly<Record<string, () => CellTable>> = {
  plan: () => planCells(rows, 'bank-transfer'),
  sessions: () => sessionCells(plan, vatCodeOf),
  'arranged plan': () =>
    planCells(
      renewalRows(parts, plan, ordered, arrangements),
      'bank-transfer',
      (serviceId) => `servizi.csv, ${serviceId}`,
    ),
  'arranged sessions': () => sessionCells(plan, vatCodeOf, arrangements),
  months: () => moneyCells(months),
  clients: () => clientCells(clients, years),
  'clients by month': () => clientMonthCells(clients, months),
};

const tables = Object.fromEntries(Object.entries(made).map(([name, make]) => [name, () => listed(make())]));

const amountsOf = (cells: ListedTable['rows'], column: number): number =>
  cells.reduce((sum, row) => {
    const cell = row.at(column) ?? null;
    return sum + (cell !== null && 'amount' in cell ? cell.amount : 0);
  }, 0);

describe.each(Object.entries(tables))('%s', (_, make) => {
  test('as a workbook: the same cells, numbers as numbers, days as days', () => {
    const { headers, rows: cells } = make();
    const book = readBook(writeXlsx('Foglio', headers, cells));
    expect(book.headers).toEqual(headers);
    expect(book.rows).toEqual(
      cells.map((row) =>
        row.map((cell) => (cell !== null && 'text' in cell && cell.text === '' ? null : cell)),
      ),
    );
    expect(cells.every((row) => row.length === headers.length)).toBe(true);
    expect(cells.length).toBeGreaterThan(2);
  });

  test('as CSV: semicolons, decimal commas, the mark of UTF-8, a line a row', () => {
    const { headers, rows: cells } = make();
    const csv = csvText({ headers, rows: cells });
    expect(csv.startsWith('\ufeff')).toBe(true);
    const lines = csv.slice(1).split('\r\n');
    expect(lines.length).toBe(cells.length + 2);
    const shown = (cell: ListedTable['rows'][number][number]): string => {
      if (cell === null) return '';
      if ('text' in cell) return cell.text.includes(',') ? `"${cell.text}"` : cell.text;
      if ('day' in cell) return dayText(cell.day);
      return 'amount' in cell ? (cell.amount / 100).toFixed(2).replace('.', ',') : String(cell.number);
    };
    expect(lines.slice(1, -1).map((line) => line.split(';'))).toEqual(cells.map((row) => row.map(shown)));
  });

  test('in English the headers are others, the figures the same', () => {
    const italian = make();
    setLanguage('en');
    const english = make();
    expect(english.headers).not.toEqual(italian.headers);
    const figures = (table: ListedTable) =>
      table.rows.map((row) => row.filter((cell) => cell !== null && !('text' in cell)));
    expect(figures(english)).toEqual(figures(italian));
  });
});

test('the sessions hold every renewal of the plan once, each on its day, and sum to the money on screen', () => {
  const { rows: cells } = tables['sessions']?.() ?? { rows: [] };
  const shown = plan.sessions.flatMap(({ day, windows }) =>
    windows.map(({ holder, gross, expiry, target }) => [
      { day },
      { text: holder },
      { amount: gross },
      { day: expiry },
      { day: target },
    ]),
  );
  expect(cells.slice(0, shown.length).map((row) => [row[0], row[2], row[6], row[7], row[8]])).toEqual(shown);
  expect(cells.length).toBe(shown.length + plan.automatic.length + plan.missed.length);
  expect(amountsOf(cells, 6)).toBe(total + plan.missed.reduce((sum, { gross }) => sum + gross, 0));
});

test('months and clients sum to the same total, month by month and client by client', () => {
  expect(amountsOf(listed(moneyCells(months)).rows, -1)).toBe(total);
  expect(amountsOf(listed(clientCells(clients, years)).rows, -1)).toBe(total);
  const { headers, rows: cells } = listed(clientMonthCells(clients, months));
  const parts = cells.slice(0, -1);
  for (const [index, [month, gross]] of [...months].entries()) {
    expect(headers[index + 3]).toBe(fullMonth(month));
    expect(amountsOf(parts, index + 3)).toBe(gross);
  }
  expect(cells.at(-1)?.at(-1)).toEqual({ amount: total });
});

test('a day of a studio of one’s own is in the order of its accounts, with the same renewals and sums', () => {
  const plain = listed(sessionCells(plan, vatCodeOf));
  const arranged = listed(sessionCells(plan, vatCodeOf, arrangements));
  expect(arranged.headers.slice(9)).toEqual([
    'Account Aruba',
    'Chi paga',
    'Come ci si arriva',
    'Chi lo segue',
  ]);
  const known = (cells: ListedTable['rows']) =>
    cells.map((row) => JSON.stringify(row.slice(0, 9))).toSorted();
  expect(known(arranged.rows)).toEqual(known(plain.rows));
  for (const { day } of plan.sessions) {
    const accounts = arranged.rows
      .filter(([on]) => on !== null && on !== undefined && 'day' in on && on.day === day)
      .flatMap((row) => (row[9] !== null && row[9] !== undefined && 'text' in row[9] ? row[9].text : []));
    expect(accounts).toEqual(accounts.toSorted());
  }
});
