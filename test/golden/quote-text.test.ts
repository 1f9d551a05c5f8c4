// The text that a client reads, one file for each kind of quote. A changed word or cent is seen here first.
// Also the same figures as cells.
import '../support/page-language.ts';
import { read, utils } from '@e965/xlsx';
import { afterEach, describe, expect, test } from 'vitest';
import type { Command } from '../../core/desk/command.ts';
import type { Firm, Quote } from '../../core/desk/rows/state.ts';
import type { CartId, ClientId, ServiceId } from '../../core/kernel/id.ts';
import { writeXlsx } from '../../core/formats/spreadsheet/write-xlsx.ts';
import { latest } from '../../core/quotes/quote-document.ts';
import { csvText } from '../support/cell-tables.ts';
import { quoteCells } from '../../renderer/papers/quote-cells.ts';
import { sheetText } from '../../renderer/papers/print-sheet.ts';
import { quoteSheet } from '../../renderer/papers/quote-sheet.ts';
import { setLanguage } from '../../renderer/text/text.ts';
import { decideBench } from '../support/sample-state.ts';
import { day } from '../support/samples.ts';

afterEach(() => setLanguage('it'));

const client = 'client-02342520158' as CartId;
const studio = 'fe-studio' as ServiceId;
const kinds = ['add-users', 'first-purchase', 'renewal'] as const;

const before: { readonly [K in (typeof kinds)[number]]: readonly Command[] } = {
  'add-users': [
    { type: 'cart/open', serviceId: studio },
    { type: 'cart/convention', cartId: 'service-fe-studio' as CartId, code: 'COMMERCIALISTI' },
    { type: 'quote/new', source: { kind: 'cart', cartId: 'service-fe-studio' as CartId } },
  ],
  'first-purchase': [
    { type: 'client/add', name: 'Edil Marche spa', vatCode: '02342520158' },
    { type: 'cart/open-first', clientId: '02342520158' as ClientId, serviceKind: 'e-invoicing' },
    { type: 'cart/quantity', cartId: client, quantity: 4 },
    { type: 'cart/module', cartId: client, module: 'documents', included: true },
    { type: 'quote/new', source: { kind: 'cart', cartId: client } },
  ],
  renewal: [{ type: 'quote/new', source: { kind: 'service', serviceId: studio, what: 'renewal' } }],
};

const derivedOnly = { derived: true, calculation: false, provisional: false };

function issued(kind: (typeof kinds)[number]): { readonly quote: Quote; readonly firm: Firm } {
  const desk = decideBench();
  const must = (command: Command): void => {
    const done = desk.submit(command);
    if (!done.ok) throw new Error(`${command.type}: ${done.error.reason}`);
  };
  const only = (): Quote => {
    const [quote] = desk.state.workspace.quotes.values();
    if (quote === undefined) throw new Error('No quote');
    return quote;
  };
  for (const command of before[kind]) must(command);
  const { id, recipient } = only();
  const address = {
    name: recipient.name,
    vatCode: recipient.vatCode,
    lines: ['via Roma 1', '60121 Ancona (AN)'],
  };
  must({
    type: 'quote/details',
    quoteId: id,
    recipient: address,
    validUntil: day('2026-12-18'),
    notes: 'Consegna dopo il pagamento.',
  });
  must({ type: 'quote/issue', quoteId: id, serial: 18 });
  const firm = desk.state.workspace.firm.get('firm');
  if (firm === undefined) throw new Error('No firm');
  return { quote: only(), firm };
}

describe.each(kinds)('a quote: %s', (kind) => {
  const { quote, firm } = issued(kind);

  test.each(['it', 'en'] as const)('as text (%s), every amount derived', async (language) => {
    setLanguage(language);
    await expect(
      sheetText(quoteSheet(quote, { firm, logo: undefined, clients: new Map() }, derivedOnly)),
    ).toMatchFileSnapshot(`quote-${kind}.${language}.txt`);
  });

  test('as a workbook, read back by another library: the same cells, numbers as numbers, days as days', () => {
    const { headers, rows } = quoteCells(quote, new Map(), false);
    const book = read(writeXlsx('Preventivo 2026-018', headers, rows), { cellDates: false });
    const sheet = book.Sheets['Preventivo 2026-018'] ?? {};
    const { lines, net, vat, gross, discount } = latest(quote).quote;
    const table = utils.sheet_to_json<readonly unknown[]>(sheet, { header: 1 });
    expect(table[0]).toEqual(headers);
    for (const [index, line] of lines.entries()) {
      const row = table[index + 1] ?? [];
      expect(row.slice(3)).toEqual([
        line.quantity,
        line.yearly / 100,
        line.months.num / line.months.den,
        line.net / 100,
      ]);
      const shown = (at: number): string =>
        utils.format_cell(sheet[utils.encode_cell({ r: index + 1, c: at })] as never);
      expect([shown(1), shown(2)]).toEqual(
        [line.expiry, line.newExpiry].map((one) => `${one.slice(8)}/${one.slice(5, 7)}/${one.slice(0, 4)}`),
      );
      expect([row[1], row[2]].map((cell) => typeof cell)).toEqual(['number', 'number']);
    }
    const sums = [...(discount === null ? [] : [discount.net]), net, vat, gross].map((cents) => cents / 100);
    expect(table.slice(lines.length + 1).map((row) => row.at(-1))).toEqual(sums);
  });

  test('as CSV: every amount with a decimal comma and nothing that a spreadsheet would run', () => {
    const csv = csvText(quoteCells(quote, new Map(), false));
    const { gross } = latest(quote).quote;
    expect(csv).toContain(`Totale;;;;;;${(gross / 100).toFixed(2).replace('.', ',')}\r\n`);
    expect(csv).not.toMatch(/(?:^|;)[=+@]/m);
  });
});
