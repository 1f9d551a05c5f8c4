import { describe, expect, test } from 'vitest';
import { serviceList } from '../../../support/service-lists.ts';

const lines = [
  'Cliente;Partita IVA;Servizio;Scadenza;Utenti;Scadenza utenti;Documenti',
  'Alba srl;02342520159;FE;31/02/2027;due;;sì',
  'Bruni srl;01879020517;FE;15/03/2027;1;;',
  'Bruni srl;01879020517;FE;15/03/2027;2;;',
];
const corrected = (row: number, ...cells: readonly string[]) =>
  serviceList(lines, { corrections: new Map([[row, cells]]) });

describe('a row that a person corrected', () => {
  test('is read like any other, and keeps what the sheet had in the corrected cells', () => {
    const list = corrected(2, 'Alba srl', '02342520158', 'FE', '28/02/2027', '2', '31/03/2027', 'sì');
    expect(list.rejected.map(({ row }) => row)).toEqual([4]);
    expect(list.rows[0]).toMatchObject({
      row: 2,
      details: {
        holder: 'Alba srl',
        vatCode: '02342520158',
        expiry: '2027-02-28',
        users: [{ quantity: 2, expiry: '2027-03-31' }],
      },
      cells: { vatCode: '02342520158' },
    });
    // Holder, kind and module stand as they stood.
    expect(list.rows[0]?.before).toEqual({ vatCode: '02342520159', expiry: '31/02/2027', users: 'due' });
    expect(list.rows[1]?.before).toBeUndefined();
  });

  test('stays rejected for its next fault, with the cells as corrected', () => {
    const list = corrected(2, 'Alba srl', '02342520158', 'FE', '31/02/2027', '2', '', '');
    expect(list.rejected[0]).toMatchObject({ row: 2, reason: { kind: 'no-such-day', value: '31/02/2027' } });
    expect(list.rejected[0]?.text).toContain('02342520158');
  });

  test('is compared with the other rows: a double is no longer one', () => {
    const list = corrected(4, 'Bruni srl', '01879020517', 'Solo Ricezione', '15/03/2027', '', '', '');
    expect(list.rows.map(({ row, details }) => [row, details.kind])).toEqual([
      [3, 'e-invoicing'],
      [4, 'receive-only'],
    ]);
    expect(list.rejected.map(({ row }) => row)).toEqual([2]);
  });

  test('that could not be divided into cells is divided by the person', () => {
    const broken = [lines[0] ?? '', 'Alba srl;x;FE;15/03/2027;1;;;troppo'];
    expect(serviceList(broken).rejected[0]?.reason.kind).toBe('malformed');
    const list = serviceList(broken, {
      corrections: new Map([[2, ['Alba srl', '', 'FE', '15/03/2027', '1', '', '']]]),
    });
    expect(list.rows[0]).toMatchObject({ details: { holder: 'Alba srl' }, before: { vatCode: 'x' } });
  });

  test('an item says what the sheet had for its service', () => {
    const items = ['Cliente;Voce;Quantità;Scadenza', 'A srl;FE;;15/03/2027', 'A srl;Utente aggiuntivo;due;'];
    const list = serviceList(items, {
      corrections: new Map([[3, ['A srl', 'Utente aggiuntivo', '2', '']]]),
    });
    expect(list.rows[0]).toMatchObject({
      details: { users: [{ quantity: 2, expiry: null }] },
      before: { users: 'due' },
    });
  });
});

describe('notes', () => {
  test('a column that a person calls notes is kept; several become one text', () => {
    const sheet = [
      'Cliente;Servizio;Scadenza;Zona;Cod. gest.',
      'A srl;FE;15/03/2027;Nord;17',
      'B;FE;15/03/2027;-;',
    ];
    const one = serviceList(sheet, { columns: new Map([['zona', 'note']]) });
    expect(one.rows.map(({ details }) => details.note)).toEqual(['Nord', undefined]);
    const both = serviceList(sheet, {
      columns: new Map([
        ['zona', 'note'],
        ['codgest', 'note'],
      ]),
    });
    expect(both.unused).toEqual([]);
    expect(both.rows[0]).toMatchObject({
      details: { note: 'Zona: Nord; Cod. gest.: 17' },
      cells: { note: 'Zona: Nord; Cod. gest.: 17' },
    });
  });

  test('a note that is too long is said, not cut', () => {
    const list = serviceList(['Cliente;Servizio;Scadenza;Note', `A;FE;15/03/2027;${'n'.repeat(1001)}`]);
    expect(list.rejected).toMatchObject([{ column: 'Note', reason: { kind: 'too-long', most: 1000 } }]);
  });
});
