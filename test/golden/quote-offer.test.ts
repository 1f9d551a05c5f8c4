// An offer as a client reads it: several services, fees of the firm with several VAT rates, its own words,
// and the calculation as a column. A changed word or cent is seen here first. Rules C1, C2.
import '../support/page-language.ts';
import { read, utils } from '@e965/xlsx';
import { afterEach, expect, test } from 'vitest';
import type { Command } from '../../core/desk/command.ts';
import { writeXlsx } from '../../core/formats/spreadsheet/write-xlsx.ts';
import type { CartId, ClientId } from '../../core/kernel/id.ts';
import { latest, totalsOf } from '../../core/quotes/quote-document.ts';
import { csvText } from '../support/cell-tables.ts';
import { sheetText } from '../../renderer/papers/print-sheet.ts';
import { quoteCells } from '../../renderer/papers/quote-cells.ts';
import { quoteSheet } from '../../renderer/papers/quote-sheet.ts';
import { setLanguage } from '../../renderer/text/text.ts';
import { feeOf, longer, quoteBench } from '../support/quote-bench.ts';
import { day } from '../support/samples.ts';

afterEach(() => setLanguage('it'));

const client = 'client-02342520158' as CartId;

/** A first purchase for one client and a renewal for another, with hours, a flat fee and a stamp. */
function offer({ fund = false } = {}) {
  const { must, newest, again, issue, state } = quoteBench();
  must({ type: 'client/add', name: 'Edil Marche spa', vatCode: '02342520158' });
  must({ type: 'cart/open-first', clientId: '02342520158' as ClientId, serviceKind: 'e-invoicing' });
  must({ type: 'cart/quantity', cartId: client, quantity: 4 });
  const quote = newest({ type: 'quote/new', source: { kind: 'cart', cartId: client } });
  const more: Command = {
    type: 'quote/add-service',
    quoteId: quote.id,
    source: { kind: 'service', serviceId: 'fe-rossi' as never, what: 'renewal' },
  };
  must(more);
  must({ type: 'quote/convention', quoteId: quote.id, cartId: client, code: 'COMMERCIALISTI' });
  must(feeOf(quote, { hundredths: 150 }));
  must(feeOf(quote, { description: 'Assistenza 2027', unit: '', hundredths: 100, unitPrice: 9000 }));
  must(
    feeOf(quote, {
      description: 'Manuale stampato',
      unit: 'copie',
      hundredths: 300,
      unitPrice: 1999,
      vatBasisPoints: 400,
    }),
  );
  must(
    feeOf(quote, {
      description: 'Marca da bollo',
      unit: '',
      hundredths: 100,
      unitPrice: 1600,
      vatBasisPoints: 0,
    }),
  );
  if (fund) {
    must(
      feeOf(quote, {
        description: 'Consulenza in regime forfettario',
        unit: 'ore',
        hundredths: 125,
        unitPrice: 8001,
        vatBasisPoints: 0,
        nature: 'N2.2',
      }),
    );
    const stamp = latest(again(quote)).fees.find(({ description }) => description === 'Marca da bollo');
    if (stamp === undefined) throw new Error('No stamp');
    must(feeOf(quote, { ...stamp, nature: 'N1' }, stamp.id));
    must({ type: 'quote/move-fee', quoteId: quote.id, feeId: stamp.id, to: 0 });
    must({ type: 'quote/fund', quoteId: quote.id, fund: { basisPoints: 400, vatBasisPoints: 2200 } });
  }
  must({
    type: 'quote/words',
    quoteId: quote.id,
    opening: 'Gentile cliente,\ncome d’accordo Le proponiamo quanto segue.',
    closing: 'Restiamo a disposizione.',
  });
  must(longer(quote, { validUntil: day('2026-12-18'), notes: 'Consegna dopo il pagamento.' }));
  issue(quote, 21);
  const firm = state.workspace.firm.get('firm');
  if (firm === undefined) throw new Error('No firm');
  return { quote: again(quote), firm, clients: state.workspace.clients };
}

const { quote, firm, clients } = offer();

test.each(['it', 'en'] as const)(
  'as text (%s), with the calculation and every derivation',
  async (language) => {
    setLanguage(language);
    const sheet = quoteSheet(
      quote,
      { firm, logo: undefined, clients },
      { derived: true, calculation: true, provisional: false },
    );
    await expect(sheetText(sheet)).toMatchFileSnapshot(`quote-offer.${language}.txt`);
  },
);

test('as a workbook, read back by another library: the lines sum to the net, the rates to the total', () => {
  const { headers, rows } = quoteCells(quote, clients, true);
  const book = read(writeXlsx('Preventivo', headers, rows), { cellDates: false });
  const table = utils.sheet_to_json<readonly unknown[]>(book.Sheets['Preventivo'] ?? {}, { header: 1 });
  expect(table[0]).toEqual(headers);
  const amounts = table.slice(1).map((row) => Math.round(Number(row.at(-1)) * 100));
  const { services, own, net, rates, gross } = totalsOf(latest(quote));
  const ends = [services, own, net, ...rates.map(({ vat }) => vat), gross];
  expect(amounts.slice(-ends.length)).toEqual(ends);
  expect(amounts.slice(0, -ends.length).reduce((sum, one) => sum + one, 0)).toBe(net);
  expect(csvText({ headers, rows })).toContain(
    'Configurazione e formazione;;;1,500000;ore;60,00;;22;"1,5 × 60,00";90,00',
  );
});

test.each(['it', 'en'] as const)(
  'with the contribution to the fund, and natures of lines without VAT (%s)',
  async (language) => {
    setLanguage(language);
    const withFund = offer({ fund: true });
    const sheet = quoteSheet(
      withFund.quote,
      { firm, logo: undefined, clients: withFund.clients },
      { derived: true, calculation: true, provisional: false },
    );
    await expect(sheetText(sheet)).toMatchFileSnapshot(`quote-offer-fund.${language}.txt`);
    const { headers, rows } = quoteCells(withFund.quote, withFund.clients, true);
    expect(headers).toContain(language === 'it' ? 'Natura' : 'Nature');
    const csv = csvText({ headers, rows });
    if (language === 'it') expect(csv).toMatch(/Contributo integrativo 4%;;;;;;;22;;"339,98 × 4 %";13,60/);
  },
);
