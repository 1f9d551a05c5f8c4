// A list as a paper says the same as the workbook and the CSV file.
import '../support/page-language.ts';
import { afterEach, expect, test } from 'vitest';
import { printDocumentSchema } from '../../core/formats/paper/print-document.ts';
import { defaultRenewalChoices } from '../../core/desk/rows/renewal-choices.ts';
import { planRenewals } from '../../core/desk/plan/renewal-plan.ts';
import type { XlsxCell } from '../../core/formats/spreadsheet/write-xlsx.ts';
import { tableSheet } from '../../renderer/papers/table-sheet.ts';
import { planCells } from '../../renderer/screens/renewal-plan/renewal-cells.ts';
import { orderedRenewals, renewalRows } from '../../renderer/screens/renewal-plan/renewal-rows.ts';
import { dayText, money } from '../../renderer/text/format.ts';
import { setLanguage } from '../../renderer/text/text.ts';
import { sampleOffice } from '../support/sample-state.ts';
import { day } from '../support/samples.ts';

afterEach(() => setLanguage('it'));

const { state } = sampleOffice();
const firm = state.workspace.firm.get('firm');
if (firm === undefined) throw new Error('The sample has a firm');
const by = { firm, logo: undefined, today: day('2026-11-24') };

test('the plan: every cell of the workbook in words, the amounts to the right, on the long side of the paper', () => {
  const planned = planRenewals(state, defaultRenewalChoices);
  if (!planned.ok) throw new Error(planned.error.reason);
  const parts = { services: state.replica.services, today: state.today };
  const cells = planCells(renewalRows(parts, planned.value, orderedRenewals(state)), 'bank-transfer');
  const sheet = tableSheet('Piano dei rinnovi', cells, by);
  const [table] = sheet.tables;
  const inWords = (cell: XlsxCell): string =>
    cell === null
      ? ''
      : 'text' in cell
        ? cell.text
        : 'day' in cell
          ? dayText(cell.day)
          : 'amount' in cell
            ? money(cell.amount)
            : String(cell.number);
  const expected = Array.from({ length: cells.rows.length }, (_, index) =>
    (cells.rows.at(index) ?? []).map(inWords),
  );
  expect(table?.rows).toEqual(expected);
  expect(table?.rows.length).toBeGreaterThan(8);
  expect(table?.columns.filter(({ number }) => number).map(({ label }) => label)).toEqual([
    'Utenti',
    'Rinnovo',
  ]);
  expect(sheet.landscape).toBe(true);
  expect(printDocumentSchema.parse(sheet)).toEqual(sheet);
  expect(sheet.facts.map(({ value }) => value)).toEqual(['24/11/2026', String(expected.length)]);
});

test('a few columns stand upright, and a list without rows has its headings', () => {
  const sheet = tableSheet(
    'Personale',
    { headers: ['Cognome', 'Nome'], rows: { length: 0, at: () => undefined } },
    by,
  );
  expect(sheet.landscape).toBeUndefined();
  expect(sheet.tables[0]).toMatchObject({ columns: [{ label: 'Cognome' }, { label: 'Nome' }], rows: [] });
});

test('the paper is in the language of the screen', () => {
  setLanguage('en');
  const sheet = tableSheet('Staff', { headers: ['Name'], rows: { length: 0, at: () => undefined } }, by);
  expect([sheet.language, sheet.facts[0]?.label]).toEqual(['en', 'Date']);
});
