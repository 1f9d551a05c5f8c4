// The amounts to recharge as a table: each total adds up, and no text of a client runs in a spreadsheet.
import '../support/page-language.ts';
import { expect, test } from 'vitest';
import { recharge } from '../../core/desk/plan/recharge.ts';
import { moneyInAll } from '../../core/desk/plan/renewal-money.ts';
import { planRenewals } from '../../core/desk/plan/renewal-plan.ts';
import { defaultRenewalChoices } from '../../core/desk/rows/renewal-choices.ts';
import { writeXlsx } from '../../core/formats/spreadsheet/write-xlsx.ts';
import { arrangementOf } from '../../core/register/arrangement.ts';
import { csvText, listed, type ListedTable } from '../support/cell-tables.ts';
import { rechargeCells, renewalCells } from '../../renderer/screens/renewal-plan/recharge/recharge-cells.ts';
import { rechargeLines } from '../../renderer/screens/renewal-plan/recharge/recharge-lines.ts';
import { arrangedOffice } from '../support/arranged-office.ts';
import { readBook } from '../support/read-book.ts';
import { sampleOffice } from '../support/sample-state.ts';

const { state } = sampleOffice();
const danger = '=HYPERLINK("http://x.example";"Alba")';
const [first] = state.replica.services.values();
if (first === undefined) throw new Error('No service');
state.replica.services.set(first.id, { ...first, holder: danger });
const planned = planRenewals(state, { ...defaultRenewalChoices, horizonMonths: 36 });
if (!planned.ok) throw new Error(planned.error.reason);
const plan = planned.value;
const arrangements = arrangedOffice(state);
const found = recharge(state, plan, (id) => arrangementOf(arrangements, id), null);

const tables: Readonly<Record<string, ListedTable>> = {
  'by client': listed(rechargeCells(found)),
  'by renewal': listed(renewalCells(found, state.replica.services)),
};

const amount = (cell: ListedTable['rows'][number][number] | undefined): number =>
  cell !== null && cell !== undefined && 'amount' in cell ? cell.amount : Number.NaN;

test.each(Object.entries(tables))(
  '%s: net, VAT and total add up to the last row, and that to the plan',
  (_, { headers, rows }) => {
    const last = rows.at(-1) ?? [];
    for (const column of [-3, -2, -1]) {
      const parts = rows.slice(0, -1).reduce((sum, row) => sum + amount(row.at(column)), 0);
      expect(parts).toBe(amount(last.at(column)));
    }
    expect(amount(last.at(-1))).toBe(moneyInAll(plan));
    expect(headers.slice(-3)).toEqual(['Imponibile', 'IVA', 'Totale']);
    expect(rows.every((row) => row.length === headers.length)).toBe(true);
  },
);

test('each side is named, what the firm advances first', () => {
  const sides = tables['by client']?.rows.map(([side]) =>
    side !== null && side !== undefined && 'text' in side ? side.text : '',
  );
  expect([...new Set(sides)]).toEqual([
    'Paga lo studio, da riaddebitare',
    'Paga il cliente',
    'Da chiarire',
    'Totale del periodo',
  ]);
});

test('a name that looks like a formula stays a text, in CSV and in the workbook', () => {
  for (const { headers, rows } of Object.values(tables)) {
    const csv = csvText({ headers, rows });
    expect(csv).toContain(`;"'=HYPERLINK(""http://x.example"";""Alba"")";`);
    expect(csv).not.toMatch(/(?:^|;)"?=/m);
    const book = readBook(writeXlsx('Foglio', headers, rows));
    expect(book.rows.flat()).toContainEqual({ text: danger });
  }
});

test('the screen has each side, its clients, and the renewals of an open client alone', () => {
  const closed = rechargeLines(found, new Set());
  const clients = found.shares.flatMap((share) => share.clients);
  expect(closed.length).toBe(found.shares.length + clients.length);
  const client = closed.find((line) => line.kind === 'client');
  if (client?.kind !== 'client') throw new Error('No client');
  const open = rechargeLines(found, new Set([client.key]));
  expect(open.length).toBe(closed.length + client.client.renewals.length);
  expect(new Set(open.map(({ key }) => key)).size).toBe(open.length);
});
