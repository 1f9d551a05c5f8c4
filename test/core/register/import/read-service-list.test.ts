import { describe, expect, test } from 'vitest';
import { chooseColumnOf } from '../../../../core/formats/spreadsheet/choose-column.ts';
import { serviceList, serviceListIn, serviceReading } from '../../../support/service-lists.ts';
import { sheetOf, workbook } from '../../../support/workbooks.ts';

const header = 'Cliente;Partita IVA;Servizio;Scadenza;Utenti;Moduli;GB';
const read = (...lines: string[]) => serviceList([header, ...lines]);
const first = (...lines: string[]) => read(...lines).rows[0]?.details;
const base = { holder: 'Bianchi srl', vatCode: '02342520158', kind: 'e-invoicing', expiry: '2027-03-15' };

describe('a row is a service', () => {
  test('users, modules and space, with the cells that said them', () => {
    const [row] = read('Bianchi srl;02342520158;FE;15/03/2027;3;Documenti, WooCommerce;2').rows;
    expect(row).toEqual({
      row: 2,
      rows: [2],
      key: 'vat:02342520158/e-invoicing',
      details: {
        ...base,
        users: [{ quantity: 3, expiry: null }],
        modules: [
          { kind: 'documents', expiry: null },
          { kind: 'woocommerce', expiry: null },
        ],
        space: [{ quantity: 2, expiry: null }],
      },
      cells: {
        holder: 'Bianchi srl',
        vatCode: '02342520158',
        kind: 'FE',
        expiry: '15/03/2027',
        users: '3',
        modules: 'Documenti, WooCommerce',
        space: '2',
      },
      doubts: [],
    });
  });

  test('a blank cell says nothing; 0 and "nessuno" say that there is none', () => {
    expect(first('Bianchi srl;02342520158;FE;15/03/2027;;;')).toEqual(base);
    expect(first('Bianchi srl;02342520158;FE;15/03/2027;0;nessuno;-')).toEqual({
      ...base,
      users: [],
      modules: [],
    });
  });

  test('groups and modules with expiries of their own', () => {
    expect(
      first(
        'Bianchi srl;02342520158;FE;15/03/2027;3 (15/03/2027) + 2 fino al 24/11/2027;Documenti (24/11/2027);',
      ),
    ).toMatchObject({
      users: [
        { quantity: 3, expiry: '2027-03-15' },
        { quantity: 2, expiry: '2027-11-24' },
      ],
      modules: [{ kind: 'documents', expiry: '2027-11-24' }],
    });
  });

  test('a column for each module: yes, no, or the expiry', () => {
    const list = serviceList([
      'Ragione sociale;Tipo;Valido fino al;Documenti;Incassi e pagamenti;Ordini elettronici NSO;WooCommerce',
      'Bianchi srl;FE;15/03/2027;sì;24/11/2027;-;no',
      'Verdi srl;FE;15/03/2027;;;;',
      'Neri srl;FE;15/03/2027;FALSO;0;no;falso',
    ]);
    expect(list.rows.map(({ details }) => details.modules)).toEqual([
      [
        { kind: 'documents', expiry: null },
        { kind: 'collections', expiry: '2027-11-24' },
      ],
      undefined,
      [],
    ]);
  });

  test('the users may have an expiry column', () => {
    const list = serviceList([
      'Cliente;Servizio;Scadenza;Utenti aggiuntivi;Scadenza utenti',
      'Bianchi srl;FE;15/03/2027;4;24/11/2027',
    ]);
    expect(list.rows[0]?.details.users).toEqual([{ quantity: 4, expiry: '2027-11-24' }]);
    expect(list.rows[0]?.cells.users).toBe('4 24/11/2027');
  });

  test('account, panel, renewal, promotion, access, payer and caretaker', () => {
    const list = serviceList([
      'Intestatario,C.F.,Prodotto,Data rinnovo,Login Aruba,Username,Rinnovo automatico,Promo,Accesso,A carico di,Seguito da',
      'Mario Rossi,rssmra79b11c566r,Solo Ricezione,2027-03-15,8841207@aruba.it,rossi01,VERO,no,Supervisore360,noi,Anna',
      'Ugo Sanna,,SR,2027-03-15,,,x,,Premium,il cliente,',
      'Lia Riva,,Ricezione,2027-03-15,,,n,,il cliente compra,studio,',
    ]);
    expect(list.rejected).toEqual([]);
    expect(list.rows.map(({ key, details: { holder: _, expiry: __, ...rest } }) => [key, rest])).toEqual([
      [
        'tax:RSSMRA79B11C566R/receive-only',
        {
          taxCode: 'RSSMRA79B11C566R',
          kind: 'receive-only',
          account: '8841207@aruba.it',
          panelUsername: 'rossi01',
          automaticRenewal: true,
          promotional: false,
          access: 'supervisore-360',
          payer: 'firm',
          caretaker: 'Anna',
        },
      ],
      [
        'holder:ugosanna/receive-only',
        { kind: 'receive-only', automaticRenewal: true, access: 'premium', payer: 'client' },
      ],
      [
        'holder:liariva/receive-only',
        { kind: 'receive-only', automaticRenewal: false, access: 'client-buys', payer: 'firm' },
      ],
    ]);
  });

  test('English headers and words', () => {
    const list = serviceList([
      'Company;VAT number;Service;Expiry date;Additional users;Modules;Extra GB;Paid by',
      'Bianchi srl;IT 02342520158;E-invoicing;15 March 2027;2 users;Documents and NSO orders;1 GB;client',
      'Verdi srl;;Receive only;2027-03-15;none;;;us',
    ]);
    expect(list.rows.map(({ details }) => details)).toEqual([
      {
        ...base,
        users: [{ quantity: 2, expiry: null }],
        modules: [
          { kind: 'documents', expiry: null },
          { kind: 'orders-nso', expiry: null },
        ],
        space: [{ quantity: 1, expiry: null }],
        payer: 'client',
      },
      { holder: 'Verdi srl', kind: 'receive-only', expiry: '2027-03-15', users: [], payer: 'firm' },
    ]);
  });

  test.each(['1879020517', 'IT01879020517', 'it 0187 9020 517', 'P.IVA 01879020517', 'P. IVA: 01879020517'])(
    '%s is a VAT number; a spreadsheet cuts zeros off',
    (cell) => {
      expect(first(`Bianchi srl;${cell};FE;15/03/2027;;;`)?.vatCode).toBe('01879020517');
    },
  );

  test('a tax code in the VAT column, and a foreign number', () => {
    expect(first('Mario Rossi;RSSMRA79B11C566R;FE;15/03/2027;;;')).toMatchObject({
      taxCode: 'RSSMRA79B11C566R',
    });
    expect(first('Müller GmbH;DE123456789;FE;15/03/2027;;;')).toMatchObject({ vatCode: 'DE123456789' });
  });

  test('odd expiries are doubted, not refused', () => {
    const list = read(
      'A srl;;FE;26/08/2026;;;',
      'B srl;;FE;25/08/2026;;;',
      'C srl;;FE;24/11/2036;;;',
      'D srl;;FE;25/11/2036;;;',
    );
    expect(list.rows.map(({ doubts }) => doubts)).toEqual([[], ['long-expired'], [], ['far-expiry']]);
  });
});

describe('a row is an item', () => {
  const items = (...lines: string[]) => serviceList(['Cliente;P.IVA;Prodotto;Quantità;Scadenza', ...lines]);

  test('the rows of a holder make one service', () => {
    const list = items(
      'Bianchi srl;02342520158;Fatturazione Elettronica;1;15/03/2027',
      'Bianchi srl;02342520158;Utente aggiuntivo;3;15/03/2027',
      'Bianchi srl;02342520158;Utente aggiuntivo;2;24/11/2027',
      'Bianchi srl;02342520158;Utenti aggiuntivi;1;15/03/2027',
      'Bianchi srl;02342520158;Documenti;1;',
      'Bianchi srl;02342520158;Incassi e pagamenti;;15/03/2027',
      'Bianchi srl;02342520158;Ordini elettronici NSO;1;15/03/2027',
      'Bianchi srl;02342520158;WooCommerce;0;15/03/2027',
      'Bianchi srl;02342520158;1 GB aggiuntivo;2;15/03/2027',
      'Rossi;01879020517;Solo Ricezione;1;24/11/2027',
    );
    expect(list.shape).toBe('item-rows');
    expect(list.rejected).toEqual([]);
    expect(list.rows.map(({ row, rows, details }) => [row, rows, details])).toEqual([
      [
        2,
        [2, 3, 4, 5, 6, 7, 8, 9, 10],
        {
          ...base,
          users: [
            { quantity: 4, expiry: '2027-03-15' },
            { quantity: 2, expiry: '2027-11-24' },
          ],
          modules: [
            { kind: 'documents', expiry: null },
            { kind: 'collections', expiry: '2027-03-15' },
            { kind: 'orders-nso', expiry: '2027-03-15' },
          ],
          space: [{ quantity: 2, expiry: '2027-03-15' }],
        },
      ],
      [11, [11], { holder: 'Rossi', vatCode: '01879020517', kind: 'receive-only', expiry: '2027-11-24' }],
    ]);
    expect(list.rows[0]?.cells.users).toBe(
      'Utente aggiuntivo 3 15/03/2027; Utente aggiuntivo 2 24/11/2027; Utenti aggiuntivi 1 15/03/2027',
    );
  });

  test('blank holders belong to the row above; items may stand before their service', () => {
    const list = items(
      'Rossi;01879020517;3 utenti aggiuntivi;1;24/11/2027',
      'Bianchi srl;02342520158;Fatturazione Elettronica;;15/03/2027',
      ';;2 GB aggiuntivi;;',
      'Rossi;01879020517;Solo Ricezione;1;24/11/2027',
    );
    expect(list.rejected).toEqual([]);
    expect(list.rows.map(({ rows, details: { users, space } }) => [rows, users, space])).toEqual([
      [[3, 4], undefined, [{ quantity: 2, expiry: null }]],
      [[5, 2], [{ quantity: 3, expiry: '2027-11-24' }], undefined],
    ]);
  });

  test('a service column beside the item column, whatever it is called', () => {
    for (const name of ['Voce', 'Prodotto']) {
      const list = serviceList([
        `Cliente;Servizio;${name};Quantità;Scadenza`,
        'Bianchi srl;FE;Fatturazione Elettronica;1;15/03/2027',
        'Bianchi srl;SR;Solo Ricezione;1;24/11/2027',
        'Bianchi srl;SR;Utente aggiuntivo;2;24/11/2027',
        'Bianchi srl;FE;Modulo Documenti;1;15/03/2027',
      ]);
      expect(list.rejected).toEqual([]);
      expect(list.rows.map(({ rows, details }) => [rows, details.kind])).toEqual([
        [[2, 5], 'e-invoicing'],
        [[3, 4], 'receive-only'],
      ]);
    }
  });

  test('a description column without any item is asked about', () => {
    const list = serviceList(['Cliente;Servizio;Descrizione;Scadenza', 'Bianchi srl;FE;vecchio;15/03/2027']);
    expect(list.rows).toHaveLength(1);
    expect(list.unused).toEqual([
      { header: 'Descrizione', index: 2, key: 'descrizione', samples: ['vecchio'] },
    ]);
  });

  test('a service with a rejected row is rejected whole', () => {
    const list = items(
      'Bianchi srl;02342520158;Fatturazione Elettronica;1;15/03/2027',
      'Bianchi srl;02342520158;Utente aggiuntivo;due;15/03/2027',
      ';;Documenti;1;15/03/2027',
    );
    expect(list.rows).toEqual([]);
    expect(list.rejected.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [2, null, { kind: 'incomplete-service', otherRow: 3 }],
      [3, 'Quantità', { kind: 'bad-quantity', value: 'due', problem: 'no-number', likely: 2 }],
      [4, null, { kind: 'incomplete-service', otherRow: 3 }],
    ]);
  });

  test.each([
    ['Altri;;Utente aggiuntivo;2;', { kind: 'item-without-service', item: 'user' }],
    ['Bianchi srl;02342520159;Documenti;1;', { kind: 'wrong-check-digit' }],
    ['Bianchi srl;;3 utenti aggiuntivi;2;', { kind: 'unclear-quantity', counted: 3, quantity: 2 }],
    ['Bianchi srl;;Documenti;1;31/02/2027', { kind: 'no-such-day' }],
    ['Bianchi srl;;Caffè;1;', { kind: 'unknown-kind', value: 'Caffè', access: null }],
    ['Rossi;;WooCommerce;1;', { kind: 'module-on-receive-only', module: 'woocommerce' }],
  ])('%s', (line, reason) => {
    const list = items(
      'Bianchi srl;02342520158;Fatturazione Elettronica;1;15/03/2027',
      'Rossi;01879020517;Solo Ricezione;1;24/11/2027',
      line,
    );
    expect(list.rejected.find(({ row }) => row === 4)?.reason).toMatchObject(reason);
  });

  test('more groups than a service can have', () => {
    const days = Array.from({ length: 51 }, (_, index) => `;;Utente aggiuntivo;1;15/03/${2027 + index}`);
    const list = items('Bianchi srl;;FE;1;15/03/2027', ...days);
    expect([list.rows.length, list.rejected.length, list.rejected.at(-1)?.reason.kind]).toEqual([
      0,
      52,
      'bad-quantity',
    ]);
  });

  test('a name is not enough if the numbers differ; an item without a number follows its name', () => {
    const list = items(
      'Rossi;02342520158;FE;1;15/03/2027',
      'Rossi;86334519757;FE;1;15/03/2027',
      'Verdi;;FE;1;15/03/2027',
      'Rossi;01879020517;Documenti;1;',
      'Verdi;01879020517;Documenti;1;',
      'Rossi;;NSO;1;',
      'ROSSI;02342520158;WooCommerce;1;',
    );
    expect(list.rows.map(({ rows }) => rows)).toEqual([
      [2, 8],
      [3, 7],
      [4, 6],
    ]);
    expect(list.rejected.map(({ row }) => row)).toEqual([5]);
  });

  test('a module twice with two days', () => {
    const list = items(
      'Bianchi srl;;FE;1;15/03/2027',
      ';;Documenti;1;15/03/2027',
      ';;Documenti;1;24/11/2027',
    );
    expect(list.rejected.at(-1)).toMatchObject({
      row: 4,
      reason: { kind: 'duplicate-module', module: 'documents' },
    });
  });
});

describe('rejected rows, each with its reason', () => {
  test.each([
    [';02342520158;FE;15/03/2027;;;', 'Cliente', { kind: 'missing-holder' }],
    ['=cmd|calc;02342520158;FE;15/03/2027;;;', 'Cliente', { kind: 'formula', value: '=cmd|calc' }],
    ['#N/D;02342520158;FE;15/03/2027;;;', 'Cliente', { kind: 'formula', value: '#N/D' }],
    [`${'R'.repeat(201)};;FE;15/03/2027;;;`, 'Cliente', { kind: 'too-long', most: 200 }],
    [
      'A srl;02342520159;FE;15/03/2027;;;',
      'Partita IVA',
      { kind: 'wrong-check-digit', value: '02342520159', slips: { lastDigit: '02342520158' } },
    ],
    [
      'A srl;02345220158;FE;15/03/2027;;;',
      'Partita IVA',
      { kind: 'wrong-check-digit', slips: { swapped: ['02342520158'] } },
    ],
    ['A srl;0234252;FE;15/03/2027;;;', 'Partita IVA', { kind: 'bad-vat-code', digits: 7 }],
    ['A srl;00000000000;FE;15/03/2027;;;', 'Partita IVA', { kind: 'bad-vat-code', digits: 11 }],
    ['A srl;domani;FE;15/03/2027;;;', 'Partita IVA', { kind: 'bad-vat-code', value: 'domani', digits: 0 }],
    ['A srl;RSSMRA79B11C566X;FE;15/03/2027;;;', 'Partita IVA', { kind: 'bad-vat-code' }],
    ['A srl;;;15/03/2027;;;', 'Servizio', { kind: 'missing-kind' }],
    ['A srl;;PEC;15/03/2027;;;', 'Servizio', { kind: 'unknown-kind', value: 'PEC', access: null }],
    ['A srl;;Premium;15/03/2027;;;', 'Servizio', { kind: 'unknown-kind', access: 'premium' }],
    ['A srl;;FE;;;;', 'Scadenza', { kind: 'missing-expiry' }],
    ['A srl;;FE;n/d;;;', 'Scadenza', { kind: 'missing-expiry' }],
    ['A srl;;FE;domani;;;', 'Scadenza', { kind: 'not-a-day', value: 'domani' }],
    ['A srl;;FE;31/02/2027;;;', 'Scadenza', { kind: 'no-such-day', lastDay: '2027-02-28' }],
    ['A srl;;FE;13/13/2027;;;', 'Scadenza', { kind: 'no-such-day', lastDay: null }],
    ['A srl;;FE;15/03/1999;;;', 'Scadenza', { kind: 'day-out-of-range', first: '2000-01-01' }],
    ['A srl;;FE;15/03/85;;;', 'Scadenza', { kind: 'day-out-of-range', value: '15/03/85' }],
    ['A srl;;FE;31/12/9999;;;', 'Scadenza', { kind: 'day-out-of-range', last: '2100-12-31' }],
    ['A srl;;FE;15/03/2027;-1;;', 'Utenti', { kind: 'bad-quantity', problem: 'negative' }],
    ['A srl;;FE;15/03/2027;due;;', 'Utenti', { kind: 'bad-quantity', problem: 'no-number', likely: 2 }],
    ['A srl;;FE;15/03/2027;2,5;;', 'Utenti', { kind: 'bad-quantity', problem: 'not-whole', value: '2,5' }],
    ['A srl;;FE;15/03/2027;100.001;;', 'Utenti', { kind: 'bad-quantity', problem: 'too-many' }],
    ['A srl;;FE;15/03/2027;3 (31/04/2027);;', 'Utenti', { kind: 'no-such-day' }],
    ['A srl;;FE;15/03/2027;;Caffè;', 'Moduli', { kind: 'unknown-module', value: 'Caffè' }],
    ['A srl;;FE;15/03/2027;;;500 MB', 'GB', { kind: 'bad-quantity', problem: 'no-number' }],
    ['A srl;;SR;15/03/2027;;NSO;', 'Moduli', { kind: 'module-on-receive-only', module: 'orders-nso' }],
    ['A srl;;FE;15/03/2027;;;;due righe', null, { kind: 'malformed' }],
  ])('%s', (line, column, reason) => {
    const list = read(line);
    expect(list.rows).toEqual([]);
    expect(list.rejected).toHaveLength(1);
    expect(list.rejected[0]?.column).toBe(column);
    expect(list.rejected[0]?.reason).toMatchObject(reason);
  });

  test.each([
    ['Codice fiscale', 'RSSMRA79B11C566X', { kind: 'bad-tax-code', value: 'RSSMRA79B11C566X' }],
    ['Codice fiscale', '02342520159', { kind: 'wrong-check-digit' }],
    ['Rinnovo automatico', 'forse', { kind: 'not-yes-or-no', value: 'forse' }],
    ['WooCommerce', 'forse', { kind: 'not-yes-or-no', value: 'forse' }],
    ['WooCommerce', '31/02/2027', { kind: 'no-such-day' }],
    ['Accesso', 'boh', { kind: 'unknown-access', value: 'boh' }],
    ['Chi paga', 'boh', { kind: 'unknown-payer', value: 'boh' }],
    ['Referente', '#RIF!', { kind: 'formula', value: '#RIF!' }],
    ['Username', 'u'.repeat(65), { kind: 'too-long', most: 64 }],
  ])('%s: %s', (name, cell, reason) => {
    const list = serviceList([`Cliente;Servizio;Scadenza;${name}`, `A srl;FE;15/03/2027;${cell}`]);
    expect(list.rejected).toMatchObject([{ row: 2, column: name, reason }]);
  });

  test('the same VAT number and kind twice: the first counts, the second names it', () => {
    const list = read(
      'A srl;02342520158;FE;31/02/2027;;;',
      'A srl;02342520158;FE;15/03/2027;;;',
      'A s.r.l.;IT02342520158;Fatturazione Elettronica;15/03/2028;;;',
      'A srl;02342520158;SR;15/03/2027;;;',
    );
    expect(list.rows.map(({ row, key }) => [row, key])).toEqual([
      [3, 'vat:02342520158/e-invoicing'],
      [5, 'vat:02342520158/receive-only'],
    ]);
    expect(list.rejected.map(({ row, reason }) => [row, reason.kind])).toEqual([
      [2, 'no-such-day'],
      [4, 'duplicate'],
    ]);
    expect(list.rejected[1]?.reason).toEqual({ kind: 'duplicate', firstRow: 3 });
  });

  test('totals, empty rows and repeated headers are skipped and counted, and are no error', () => {
    const list = read(
      'Totale Energia srl;;FE;15/03/2027;3;;',
      ';;;;;;',
      header,
      'Totale;;;;3;;',
      'TOTALE SERVIZI: 1;-;;;;;',
      'Numero Verde srl;;;;;;',
    );
    expect(list.rows.map(({ details }) => details.holder)).toEqual(['Totale Energia srl']);
    // A name that begins like a total is a service without its kind.
    expect(list.rejected.map(({ row, reason }) => [row, reason.kind])).toEqual([[7, 'missing-kind']]);
    expect(list.skipped).toEqual([
      { row: 3, reason: 'empty-row' },
      { row: 4, reason: 'repeated-header' },
      { row: 5, reason: 'total-row' },
      { row: 6, reason: 'total-row' },
    ]);
  });

  test('the text of the row is shown as read, shortened', () => {
    const [rejected] = read(`A srl;;FE;;;;${'x'.repeat(200)}`).rejected;
    expect([rejected?.text.length, rejected?.text.startsWith('A srl;;FE;;;;xxx')]).toEqual([160, true]);
  });
});

describe('dates', () => {
  const dates = (cells: readonly string[], dateOrder: 'day-month' | 'month-day' | null = null) =>
    serviceList(['Cliente;Servizio;Scadenza', ...cells.map((cell, index) => `A${index} srl;FE;${cell}`)], {
      dateOrder,
    });
  const daysOf = (list: ReturnType<typeof dates>) => list.rows.map(({ details }) => details.expiry);

  test('Excel serials, two-digit years, named months, ISO', () => {
    const list = dates(['46461', '46461,5', '15/03/27', '15/3/79', '15-mar-27', '2027-03-15', '20270315']);
    expect(daysOf(list)).toEqual([
      '2027-03-15',
      '2027-03-15',
      '2027-03-15',
      '2079-03-15',
      '2027-03-15',
      '2027-03-15',
      '2027-03-15',
    ]);
    expect(dates(['36526', '73050']).rows.map(({ details }) => details.expiry)).toEqual([
      '2000-01-01',
      '2099-12-31',
    ]);
    expect(dates(['36525']).rejected[0]?.reason.kind).toBe('not-a-day');
  });

  test('day first, as Italians write, if nothing speaks against it', () => {
    expect([dates(['03/04/2027']).ambiguousDates, daysOf(dates(['03/04/2027']))]).toEqual([
      false,
      ['2027-04-03'],
    ]);
  });

  test('a date that is surely month first makes the others ambiguous: the screen asks once', () => {
    const cells = ['03/15/2027', '03/04/2027', '15/03/2027', '05/05/2027'];
    expect(dates(cells).ambiguousDates).toBe(true);
    const [asDay, asMonth] = [dates(cells, 'day-month'), dates(cells, 'month-day')];
    expect([asDay.ambiguousDates, asMonth.ambiguousDates]).toEqual([false, false]);
    expect(daysOf(asDay)).toEqual(['2027-03-15', '2027-04-03', '2027-03-15', '2027-05-05']);
    expect(daysOf(asMonth)).toEqual(['2027-03-15', '2027-03-04', '2027-03-15', '2027-05-05']);
  });

  test('mixed dates that all can be told are not asked about', () => {
    expect(dates(['03/15/2027', '15/03/2027', '05/05/2027']).ambiguousDates).toBe(false);
  });
});

describe('columns', () => {
  test('what nobody knows comes back with samples; what is not needed is ignored', () => {
    const lines = [
      'Cod.;Cliente;Servizio;Scadenza;Zona;',
      '1;A srl;FE;15/03/2027;Nord;x',
      '2;B srl;FE;15/03/2027;Sud;',
      '3;C srl;FE;15/03/2027;Nord;',
    ];
    expect(serviceList(lines, { columns: new Map([['cod', 'unused']]) })).toMatchObject({
      ignored: ['Cod.'],
      unused: [
        { header: 'Zona', index: 4, key: 'zona', samples: ['Nord', 'Sud'] },
        { header: '', index: 5, key: ':6', samples: ['x'] },
      ],
    });
    const chosen = serviceList(lines, { columns: new Map([['zona', 'caretaker']]) });
    expect(chosen.rows.map(({ details }) => details.caretaker)).toEqual(['Nord', 'Sud', 'Nord']);
  });

  test('a choice takes back the one of the same header that it contradicts', () => {
    const { header: found } = serviceList(['Cliente;Servizio;Scadenza;Zona', 'A;FE;15/03/2027;Nord']).found;
    const before = new Map([['cliente', 'holder']] as const);
    expect([...chooseColumnOf(found, before, 3, 'holder')]).toEqual([
      ['cliente', null],
      ['zona', 'holder'],
    ]);
    expect([...chooseColumnOf(found, before, 3, 'unused')]).toEqual([['zona', 'unused']]);
  });

  test('a list without a needed column says which, and what there is', () => {
    const reading = serviceReading('Chi;Servizio;Quando\nA srl;FE;15/03/2027');
    expect(reading).toMatchObject({
      ok: false,
      error: {
        reason: 'missing-columns',
        found: { missing: ['holder', 'expiry'] },
        unused: [
          { header: 'Chi', key: 'chi', samples: ['A srl'] },
          { header: 'Quando', key: 'quando', samples: ['15/03/2027'] },
        ],
      },
    });
    const columns = new Map([
      ['chi', 'holder'],
      ['quando', 'expiry'],
    ] as const);
    expect(serviceReading('Chi;Servizio;Quando\nA srl;FE;15/03/2027', { columns }).ok).toBe(true);
  });

  test('a list that says no kind is read with the kind that a person says', () => {
    const text = 'Cliente;Scadenza\nA srl;15/03/2027';
    expect(serviceReading(text)).toMatchObject({ ok: false, error: { found: { missing: ['kind'] } } });
    expect(serviceList(text, { kind: 'receive-only' }).rows[0]?.details.kind).toBe('receive-only');
  });

  test('titles stand above the header', () => {
    const list = serviceList(['Servizi al 24/11/2026', '', header, 'A srl;;FE;15/03/2027;;;']);
    expect([list.headerRow, list.columns[0]?.header, list.rows.length]).toEqual([3, 'Cliente', 1]);
  });

  test('a list without a header: codes, kinds and expiry are recognised, the holder is asked', () => {
    const text = 'A srl;02342520158;FE;15/03/2027\nB srl;01879020517;SR;24/11/2027';
    expect(serviceReading(text)).toMatchObject({
      ok: false,
      error: { found: { missing: ['holder'], header: { row: 0, headers: ['A', 'B', 'C', 'D'] } } },
    });
    const list = serviceList(text, { columns: new Map([[':1', 'holder']]) });
    expect(list.rows.map(({ row, key }) => [row, key])).toEqual([
      [1, 'vat:02342520158/e-invoicing'],
      [2, 'vat:01879020517/receive-only'],
    ]);
  });

  test('a merged header spans two rows, under a title', () => {
    const list = serviceList([
      'Servizi dello studio',
      'Cliente;;Servizio;;Utenti;;Moduli;',
      'Denominazione;P.IVA;Tipo;Scadenza;Numero;Scadenza;Documenti;NSO',
      'A srl;02342520158;FE;15/03/2027;3;24/11/2027;x;',
    ]);
    expect([list.headerRow, list.columns.map(({ field }) => field)]).toEqual([
      3,
      ['holder', 'vatCode', 'kind', 'expiry', 'users', 'usersExpiry', 'documents', 'orders-nso'],
    ]);
    expect(list.rows[0]?.details).toMatchObject({
      users: [{ quantity: 3, expiry: '2027-11-24' }],
      modules: [{ kind: 'documents', expiry: null }],
    });
  });

  test('a header that is merged downwards, and the cells of a holder that are', () => {
    const list = serviceList([
      'Cliente;P.IVA;Servizio;Scadenza;Utenti;;Moduli',
      ';;;;Numero;Scadenza;',
      'A srl;02342520158;FE;15/03/2027;3;24/11/2027;NSO',
    ]);
    expect([list.headerRow, list.rows[0]?.details.users]).toEqual([
      2,
      [{ quantity: 3, expiry: '2027-11-24' }],
    ]);
    const sheet = sheetOf([
      ['Cliente', 'Prodotto', 'Quantità', 'Scadenza'],
      ['A srl', 'Fatturazione Elettronica', 1, new Date(Date.UTC(2027, 2, 15))],
      [null, 'Utente aggiuntivo', 3, 46_461],
    ]);
    sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
    expect(serviceListIn(workbook({ Servizi: sheet }))).toMatchObject({
      rows: [
        {
          rows: [2, 3],
          details: { holder: 'A srl', expiry: '2027-03-15', users: [{ quantity: 3, expiry: '2027-03-15' }] },
        },
      ],
    });
  });

  test('the first sheet with a complete header is the list', () => {
    const bytes = workbook({
      Note: sheetOf([['Niente'], ['qui']]),
      Servizi: sheetOf([
        ['Cliente', 'Tipo', 'Scadenza'],
        ['A srl', 'FE', '15/03/2027'],
      ]),
    });
    expect(serviceListIn(bytes)).toMatchObject({ found: { sheet: { name: 'Servizi' } } });
  });
});

test.each(['', ';;\n;;', `${header}\n`, `Titolo\n${header}\n;;;\nTotale;;;;0;;`])(
  'an empty list is refused: %j',
  (text) => {
    expect(serviceReading(text)).toEqual({ ok: false, error: { reason: 'empty-list' } });
  },
);
