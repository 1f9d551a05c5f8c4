import { describe, expect, test } from 'vitest';
import { invoiceBytes, invoiceText } from '../../support/invoice-files.ts';
import { invoicesIn, madeOf, oneInvoice, oneLine } from '../../support/read-files.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const refusalOf = (text: string) => {
  const read = invoicesIn(bytesOf(text));
  return read.ok ? 'read' : read.error;
};

describe('only CedentePrestatore says who the supplier is', () => {
  const other = { name: 'Rossi Forniture srl', vatCode: '02342520158' };

  test('an invoice that somebody sent through Aruba is refused by its supplier’s name', () => {
    const text = invoiceText(madeOf({}, { supplier: other }));
    expect(text).toContain('<IdTrasmittente><IdPaese>IT</IdPaese><IdCodice>01879020517');
    expect(refusalOf(text)).toEqual({ reason: 'other-supplier', name: other.name, vatCode: other.vatCode });
  });

  test('a supplier that only calls itself Aruba is refused', () => {
    expect(
      refusalOf(invoiceText(madeOf({}, { supplier: { ...other, name: 'Aruba PEC S.p.A.' } }))),
    ).toMatchObject({
      reason: 'other-supplier',
    });
  });

  test('Aruba S.p.A. by its VAT number, which is not its tax code', () => {
    const supplier = { name: 'Aruba S.p.A.', vatCode: '01573850516', taxCode: '04552920482' };
    expect(oneInvoice(madeOf({}, { supplier })).supplier).toEqual(supplier);
  });

  test('a tax code alone, without a VAT number', () => {
    const text = invoiceText(
      madeOf({}, { supplier: { name: 'Aruba', vatCode: 'X', taxCode: '04552920482' } }),
    ).replace(/<IdFiscaleIVA><IdPaese>IT<\/IdPaese><IdCodice>X<\/IdCodice><\/IdFiscaleIVA>/, '');
    expect(refusalOf(text)).toBe('read');
  });

  test('a supplier that a person added', () => {
    const suppliers = [{ name: 'Rossi', vatCode: other.vatCode, taxCode: '' }];
    const read = invoicesIn(invoiceBytes(madeOf({}, { supplier: other })), suppliers);
    expect(read.ok).toBe(true);
    expect(invoicesIn(invoiceBytes(madeOf({})), suppliers).ok).toBe(false);
  });
});

describe('one body', () => {
  test('number, date, type, customer, orders and linked invoices', () => {
    const invoice = oneInvoice(
      madeOf(
        {
          type: 'TD02',
          number: ' VFE/2026/884 ',
          orders: [
            { order: 'MO1111', lines: [1] },
            { order: 'MO2222', lines: [2] },
          ],
          linked: [{ number: '2026/700', date: '2026-10-30' }],
          lines: [oneLine, { ...oneLine, line: 2 }],
        },
        { customer: { name: 'Studio Ó & figli', vatCode: '02342520158', taxCode: 'RSSMRA79B11C566R' } },
      ),
    );
    expect(invoice).toMatchObject({
      format: 'FPR12',
      documentType: 'TD02',
      role: 'advance',
      number: 'VFE/2026/884',
      date: '2026-11-02',
      customer: { name: 'Studio Ó & figli', vatCode: '02342520158', taxCode: 'RSSMRA79B11C566R' },
      orders: ['MO1111', 'MO2222'],
      linked: [{ number: '2026/700', date: '2026-10-30' }],
    });
    expect(invoice.lines.map(({ order }) => order)).toEqual(['MO1111', 'MO2222']);
  });

  const ordersOf = (body: Parameters<typeof madeOf>[0]) =>
    oneInvoice(madeOf(body)).lines.map(({ order }) => order);
  const line = (place: number, text = 'Utente aggiuntivo') => ({ ...oneLine, line: place, text });
  const heading = (place: number, text: string) => ({ line: place, text, net: 0, unitPrice: '0.00' });

  test('a line without an amount that names an order serves the lines below it, until another one', () => {
    const lines = [
      line(1),
      heading(2, 'Rif. ordine n. 50012345 del 24/11/2026'),
      line(3),
      heading(4, 'Il servizio si rinnova da solo'),
      line(5, 'Modulo Documenti, ordine n. 50099999'),
      line(6),
      heading(7, 'Ordini n. 50012346 e 50012347'),
      line(8),
      heading(9, 'Ordine 50012348'),
      line(10),
    ];
    const [first, second, third] = ['50012345', '50099999', '50012348'];
    expect(ordersOf({ lines })).toEqual(['', first, first, first, second, first, '', '', third, third]);
  });

  test('a reference for a line counts more than the line above, that more than one for all lines', () => {
    const lines = [line(1), heading(2, 'Ordine n. MO2222'), line(3), line(4)];
    const orders = [
      { order: 'MO1111', lines: [] },
      { order: 'MO4444', lines: [4] },
    ];
    expect(ordersOf({ lines, orders })).toEqual(['MO1111', 'MO2222', 'MO2222', 'MO4444']);
  });

  test('the reason for the document names the order of all lines, if it is the only one', () => {
    const lines = [line(1), line(2)];
    const reasons = ['Pagamento con carta', 'Vs. ordine n. 50012345'];
    expect(ordersOf({ lines, reasons })).toEqual(['50012345', '50012345']);
    expect(ordersOf({ lines: [line(1), line(2, 'Ordine n. 50012346')], reasons })).toEqual(['', '50012346']);
    expect(ordersOf({ lines, reasons: [...reasons, 'ordine n. 50012346'] })).toEqual(['', '']);
  });

  test('several bodies of one file, each with its own', () => {
    const read = invoicesIn(
      invoiceBytes({
        bodies: [
          { number: '1', date: '2026-10-31', lines: [oneLine] },
          { type: 'TD04', number: '2', date: '2026-11-30', lines: [oneLine] },
        ],
      }),
    );
    expect(read.ok && read.value.map(({ number, role, lines }) => [number, role, lines[0]?.net])).toEqual([
      ['1', 'invoice', 490],
      ['2', 'credit-note', -490],
    ]);
  });

  test.each([
    ['TD01', 'invoice'],
    ['TD04', 'credit-note'],
    ['TD05', 'debit-note'],
    ['TD06', 'invoice'],
    ['TD24', 'invoice'],
    ['TD17', 'other'],
  ])('%s is %s', (type, role) => {
    expect(oneInvoice(madeOf({ type })).role).toBe(role);
  });

  test('a missing number, a day that does not exist and a line without an amount are named', () => {
    const text = invoiceText(madeOf({}));
    expect(refusalOf(text.replace(/<Numero>.*?<\/Numero>/, ''))).toMatchObject({ field: 'Numero' });
    expect(refusalOf(text.replace('2026-11-02', '2026-02-31'))).toMatchObject({
      field: 'Data',
      text: '2026-02-31',
    });
    expect(refusalOf(text.replace(/<PrezzoTotale>.*?<\/PrezzoTotale>/, ''))).toMatchObject({
      field: 'PrezzoTotale',
    });
    expect(refusalOf(text.replace(/<DettaglioLinee>.*<\/DettaglioLinee>/, ''))).toMatchObject({
      field: 'DettaglioLinee',
    });
  });

  test('lines that do not sum to the summary are a doubt, not a refusal', () => {
    const text = invoiceText(madeOf({}));
    expect(oneInvoice(madeOf({})).doubts).toEqual([]);
    const read = invoicesIn(bytesOf(text.replace('<ImponibileImporto>4.90', '<ImponibileImporto>14.90')));
    expect(read.ok && read.value[0]?.doubts).toEqual(['totals-differ']);
  });

  test('lines with one number get the numbers of their places', () => {
    const invoice = oneInvoice(madeOf({ lines: [oneLine, { ...oneLine, net: 100 }] }));
    expect(invoice.lines.map(({ line }) => line)).toEqual([1, 2]);
  });
});

describe('amounts', () => {
  const lineWith = (change: (text: string) => string) => {
    const read = invoicesIn(bytesOf(change(invoiceText(madeOf({})))));
    return read.ok ? read.value[0]?.lines[0] : read.error;
  };
  const netOf = (text: string) =>
    lineWith((file) => file.replace(/<PrezzoTotale>.*?</, `<PrezzoTotale>${text}<`));

  test.each([
    ['29.90', 2990, false],
    ['29.90000000', 2990, false],
    ['8.16666667', 817, true],
    ['0.005', 1, true],
    ['-0.005', -1, true],
    ['1.00', 100, false],
    ['7', 700, false],
    ['12,50', 1250, false],
    ['-0.00', 0, false],
  ])('%s is %i cents', (text, net, netRounded) => {
    expect(netOf(text)).toMatchObject({ net, netRounded });
  });

  test.each(['1.000,00', 'NaN', '1e3', '0x10', '', '99999999999.00'])('%s is no amount', (text) => {
    expect(netOf(text)).toMatchObject({ reason: 'incomplete-invoice', field: 'PrezzoTotale' });
  });

  test('a price keeps its eight decimals exactly; a quantity may be 2.00', () => {
    const line = lineWith((file) =>
      file
        .replace(/<PrezzoUnitario>.*?</, '<PrezzoUnitario>0.40833333<')
        .replace('<Quantita>1.00', '<Quantita>2.00000000'),
    );
    expect(line).toMatchObject({
      unitPrice: { num: 40833333, den: 1000000 },
      quantity: 2,
      quantityText: '2.00000000',
    });
  });

  test('a quantity that is not whole is not guessed', () => {
    expect(lineWith((file) => file.replace('<Quantita>1.00', '<Quantita>1.50'))).toMatchObject({
      quantity: null,
      quantityText: '1.50',
    });
  });
});

describe('how many', () => {
  const quantityOf = (text: string, quantity: string, unit = '') => {
    const read = oneInvoice(madeOf({ lines: [{ ...oneLine, text, quantity, unit }] })).lines[0];
    return [read?.quantity, read?.quantityText];
  };

  test.each([
    ['Utenti aggiuntivi', '12.00', 'MESI'],
    ['Utenti aggiuntivi', '1.00', 'ANNO'],
    ['Canone', '12.00', 'mesi'],
    ['Spazio aggiuntivo', '1024', 'MB'],
  ])('%s, %s %s: a unit that counts something else', (text, quantity, unit) => {
    expect(quantityOf(text, quantity, unit)).toEqual([null, `${quantity} ${unit}`]);
  });

  test.each([
    ['5 Utenti aggiuntivi', '1.00'],
    ['Utenti aggiuntivi (5)', '1.00'],
    ['Utenti aggiuntivi n. 5', '1'],
    ['Utente aggiuntivo x 3', '1'],
    ['Utente aggiuntivo (3)', '1'],
    ['Utenza aggiuntiva x 3', '1'],
    ['Fatturazione Elettronica con 3 utenti', '1'],
  ])('%s, %s: a text that names another number', (text, quantity) => {
    expect(quantityOf(text, quantity)).toEqual([null, quantity]);
  });

  test.each([
    ['5 Utenti aggiuntivi', '5.00', 'PZ', 5],
    ['Utenti aggiuntivi (12 mesi)', '5.00', 'NR', 5],
    ['Utente aggiuntivo dal 01/01/2026', '1', '', 1],
    ['Fatturazione Elettronica', '1.00', 'ANNO', 1],
    ['Spazio aggiuntivo', '5', 'GB', 5],
  ])('%s, %s %s is %i', (text, quantity, unit, count) => {
    expect(quantityOf(text, quantity, unit)).toEqual([count, quantity]);
  });
});

describe('what is given back', () => {
  test('the positive amounts of a credit note mean a reversal', () => {
    const invoice = oneInvoice(madeOf({ type: 'TD04' }));
    expect(invoice.lines[0]).toMatchObject({ net: -490, reversal: true });
    expect(invoice.summaries).toEqual([{ basisPoints: 2200, net: -490, vat: -108 }]);
    expect(invoice.doubts).toEqual([]);
  });

  test('a credit note that writes its signs is not turned round twice', () => {
    const invoice = oneInvoice(madeOf({ type: 'TD04', lines: [{ ...oneLine, net: -490 }] }));
    expect(invoice.lines[0]).toMatchObject({ net: -490, reversal: true });
    expect(invoice.doubts).toEqual(['credit-note-with-signs']);
  });

  test('a negative line of an invoice, and a discount', () => {
    const invoice = oneInvoice(
      madeOf({ lines: [oneLine, { ...oneLine, line: 2, net: -100, type: 'SC', text: 'Sconto' }] }),
    );
    expect(invoice.lines[1]).toMatchObject({ net: -100, reversal: true, type: 'SC' });
  });
});

describe('a simplified invoice', () => {
  const text = `<?xml version="1.0"?><n:FatturaElettronicaSemplificata xmlns:n="u" versione="FSM10"><FatturaElettronicaHeader>
<DatiTrasmissione><FormatoTrasmissione>FSM10</FormatoTrasmissione></DatiTrasmissione>
<CedentePrestatore><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>01879020517</IdCodice></IdFiscaleIVA><Denominazione>Aruba PEC</Denominazione></CedentePrestatore>
<CessionarioCommittente><IdentificativiFiscali><CodiceFiscale>RSSMRA79B11C566R</CodiceFiscale></IdentificativiFiscali>
<AltriDatiIdentificativi><Nome>Mario</Nome><Cognome>Rossi</Cognome></AltriDatiIdentificativi></CessionarioCommittente></FatturaElettronicaHeader>
<FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD08</TipoDocumento><Divisa>EUR</Divisa><Data>2026-11-02</Data><Numero>S1</Numero></DatiGeneraliDocumento>
<DatiFatturaRettificata><NumeroFR>S0</NumeroFR><DataFR>2026-10-02</DataFR></DatiFatturaRettificata></DatiGenerali>
<DatiBeniServizi><Descrizione>Utente aggiuntivo</Descrizione><Importo>5.98</Importo><DatiIVA><Aliquota>22.00</Aliquota></DatiIVA></DatiBeniServizi>
<DatiBeniServizi><Descrizione>Modulo Documenti</Descrizione><Importo>24.28</Importo><DatiIVA><Imposta>4.38</Imposta></DatiIVA></DatiBeniServizi>
</FatturaElettronicaBody></n:FatturaElettronicaSemplificata>`;

  test('amounts with VAT become net, and it says so', () => {
    const read = invoicesIn(bytesOf(text));
    const invoice = read.ok ? read.value[0] : undefined;
    expect(invoice).toMatchObject({
      format: 'FSM10',
      role: 'credit-note',
      customer: { name: 'Mario Rossi', taxCode: 'RSSMRA79B11C566R' },
      linked: [{ number: 'S0', date: '2026-10-02' }],
      doubts: ['gross-lines'],
    });
    expect(invoice?.lines.map(({ line, net, vatBasisPoints }) => [line, net, vatBasisPoints])).toEqual([
      [1, -490, 2200],
      [2, -1990, null],
    ]);
  });
});

describe('XML that is no invoice is named as what it is', () => {
  test.each([
    ['<ns:RicevutaConsegna xmlns:ns="u"><a>1</a></ns:RicevutaConsegna>', 'delivery-receipt'],
    ['<NotificaScarto><a>1</a></NotificaScarto>', 'rejection'],
    ['<MetadatiInvioFile><a>1</a></MetadatiInvioFile>', 'metadata'],
    ['<rss><channel>1</channel></rss>', 'feed'],
    ['<html><body>x</body></html>', 'page'],
    ['<Qualcosa>1</Qualcosa>', 'other'],
    ['<constructor>1</constructor>', 'other'],
  ])('%s', (text, what) => {
    expect(refusalOf(text)).toMatchObject(
      text.includes('constructor') ? { reason: 'not-xml' } : { reason: 'other-xml', what },
    );
  });
});
