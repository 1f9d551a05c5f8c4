// A list in which each row is a service.
import { describe, expect, test } from 'vitest';
import { serviceList } from '../../../support/service-lists.ts';

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

  test.each([
    '1879020517',
    'IT01879020517',
    'it 0187 9020 517',
    'P.IVA 01879020517',
    'P. IVA: 01879020517',
    'P.I. 01879020517',
    'P.I./C.F. 01879020517',
    'Nr.01879020517',
    'P.I.V.A. n. 01879020517',
  ])('%s is a VAT number; a spreadsheet cuts zeros off', (cell) => {
    expect(first(`Bianchi srl;${cell};FE;15/03/2027;;;`)?.vatCode).toBe('01879020517');
  });

  test('a tax code in the VAT column, and a foreign number', () => {
    expect(first('Mario Rossi;RSSMRA79B11C566R;FE;15/03/2027;;;')).toMatchObject({
      taxCode: 'RSSMRA79B11C566R',
    });
    for (const code of [
      'DE123456789',
      'ATU12345678',
      'CHE123456789',
      'FRXX123456789',
      'SM12345',
      'XI123456789',
    ])
      expect(first(`Müller GmbH;${code};FE;15/03/2027;;;`)).toMatchObject({ vatCode: code });
    expect(first('Muster AG;CHE-123.456.789 MWST;FE;15/03/2027;;;')?.vatCode).toBe('CHE123456789MWST');
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
