// What a column is: headers, titles, sheets, and lists that lack one.
import { describe, expect, test } from 'vitest';
import { chooseColumnOf } from '../../../../core/formats/spreadsheet/choose-column.ts';
import { serviceList, serviceListIn, serviceReading } from '../../../support/service-lists.ts';
import { rawWorkbook, sheetOf, workbook, worksheetOf } from '../../../support/workbooks.ts';

const header = 'Cliente;Partita IVA;Servizio;Scadenza;Utenti;Moduli;GB';

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
    const list = serviceListIn(bytes);
    expect(list).toMatchObject({ found: { sheet: { name: 'Servizi' } } });
    expect('found' in list && list.found.sheetNames).toBeUndefined();
  });

  const table = (name: string, expiry = '15/03/2027') =>
    sheetOf([['Cliente', 'Tipo', 'Scadenza'], ...(name === '' ? [] : [[name, 'FE', expiry]])]);

  test('of several sheets with a list none vanishes: all are named, and any of them can be read', () => {
    const bytes = workbook({
      Modello: table(''),
      '2025': table('A srl'),
      Note: sheetOf([['Niente']]),
      '2026': table('B srl'),
    });
    const read = (sheet: string | null) => {
      const list = serviceListIn(bytes, { sheet });
      if ('refused' in list) return list.refused;
      return [list.found.sheet.name, list.rows.map(({ details }) => details.holder), list.found.sheetNames];
    };
    expect(read(null)).toEqual(['2025', ['A srl'], ['2025', '2026']]);
    expect(read('2026')).toEqual(['2026', ['B srl'], ['2025', '2026']]);
    expect(read('gone')).toEqual(read(null));
  });

  test('a chosen sheet is read also if it lacks a column, and one with headers alone if there is no other', () => {
    const bytes = workbook({
      '2025': table('A srl'),
      '2026': sheetOf([
        ['Cliente', 'Tipo'],
        ['B srl', 'FE'],
      ]),
    });
    expect(serviceListIn(bytes, { sheet: '2026' })).toEqual({ refused: 'missing-columns' });
    expect(serviceListIn(workbook({ Modello: table('') }))).toEqual({ refused: 'empty-list' });
  });

  test.each(['hidden', 'veryHidden'])('a sheet that is %s is not read, unless all are', (state) => {
    const sheets = (first: string, second: string) =>
      rawWorkbook(
        worksheetOf([
          ['Cliente', 'Tipo', 'Scadenza'],
          ['A srl', 'FE', '15/03/2027'],
        ]),
        {
          'xl/workbook.xml': `<workbook xmlns:r="x"><sheets><sheet name="Vecchio" ${first} r:id="rId1"/><sheet name="Nuovo" ${second} r:id="rId2"/></sheets></workbook>`,
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>',
          'xl/worksheets/sheet2.xml': worksheetOf([
            ['Cliente', 'Tipo', 'Scadenza'],
            ['B srl', 'FE', '15/03/2027'],
          ]),
        },
      );
    const hidden = `state="${state}"`;
    const found = (bytes: Uint8Array) => {
      const list = serviceListIn(bytes);
      return 'refused' in list ? list : [list.found.sheet.name, list.found.sheetNames];
    };
    expect(found(sheets(hidden, ''))).toEqual(['Nuovo', undefined]);
    expect(found(sheets('state="visible"', hidden))).toEqual(['Vecchio', undefined]);
    expect(found(sheets(hidden, hidden))).toEqual(['Vecchio', ['Vecchio', 'Nuovo']]);
  });

  test('a note right of the table of a worksheet rejects no row, and is asked about', () => {
    const bytes = workbook({
      Servizi: sheetOf([
        ['Servizi dello studio'],
        ['Cliente', 'Tipo', 'Scadenza'],
        ['A srl', 'FE', '15/03/2027', null, 'chiamare'],
        ['B srl', 'FE', '15/03/2027'],
      ]),
    });
    const list = serviceListIn(bytes);
    if ('refused' in list) throw new Error(list.refused);
    expect([list.rows.length, list.rejected]).toEqual([2, []]);
    expect(list.unused).toEqual([{ header: '', index: 4, key: ':5', samples: ['chiamare'] }]);
    expect(list.found.header.headers).toHaveLength(5);
    expect(serviceListIn(bytes, { columns: new Map([[':5', 'note']]) })).toMatchObject({
      rows: [{ details: { note: 'chiamare' } }, {}],
      unused: [],
    });
  });
});

test.each(['', ';;\n;;', `${header}\n`, `Titolo\n${header}\n;;;\nTotale;;;;0;;`])(
  'an empty list is refused: %j',
  (text) => {
    expect(serviceReading(text)).toEqual({ ok: false, error: { reason: 'empty-list' } });
  },
);
