// A list in which each row is an item: the rows of a holder make one service.
import { describe, expect, test } from 'vitest';
import { serviceList } from '../../../support/service-lists.ts';

const base = { holder: 'Bianchi srl', vatCode: '02342520158', kind: 'e-invoicing', expiry: '2027-03-15' };

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

  test.each([
    ['Utenti aggiuntivi (3)', 'users', 3],
    ['Utenti aggiuntivi: 5', 'users', 5],
    ['Utenti aggiuntivi x 3', 'users', 3],
    ['n. 3 utenti aggiuntivi', 'users', 3],
    ['Fatturazione Elettronica - 2 utenti aggiuntivi', 'users', 2],
    ['Rinnovo 2027 - 4 utenti aggiuntivi', 'users', 4],
    ['3 utenti aggiuntivi (3)', 'users', 3],
    ['3 utenti aggiuntivi, 2 anni', 'users', 3],
    ['Utente aggiuntivo 1 anno', 'users', 1],
    ['Spazio aggiuntivo 4 GB', 'space', 4],
    ['Spazio aggiuntivo 4GB', 'space', 4],
  ] as const)('%s', (text, field, quantity) => {
    const list = serviceList([
      'Cliente;Servizio;Scadenza',
      'Bianchi srl;FE;15/03/2027',
      `Bianchi srl;${text};15/03/2027`,
    ]);
    expect(list.rejected).toEqual([]);
    expect(list.rows[0]?.details[field]).toEqual([{ quantity, expiry: '2027-03-15' }]);
  });

  test.each([
    'Utenti aggiuntivi 2 di 5',
    'Spazio aggiuntivo 2 GB x 3',
    '1,5 GB aggiuntivi',
    'Utenti aggiuntivi -3',
    'Utenti aggiuntivi 2027',
    'Utenti aggiuntivi 15/03/2027',
    'Utenti aggiuntivi € 15',
    'Utenti aggiuntivi 2 anni',
  ])('%s does not say how many', (text) => {
    const list = items('Bianchi srl;;FE;1;15/03/2027', `Bianchi srl;;${text};;15/03/2027`);
    expect(list.rejected.at(-1)).toMatchObject({
      row: 3,
      column: 'Prodotto',
      reason: { kind: 'unclear-quantity', value: text, counted: null, quantity: null },
    });
  });

  test('a year, a date or an amount beside the quantity column or a module puts nothing in doubt', () => {
    const list = items(
      'Bianchi srl;;Fatturazione Elettronica 2027;1;15/03/2027',
      'Bianchi srl;;Utenti aggiuntivi 2027;3;15/03/2027',
      'Bianchi srl;;Documenti 2 anni € 19,90;;15/03/2027',
    );
    expect(list.rejected).toEqual([]);
    expect(list.rows[0]?.details).toMatchObject({
      users: [{ quantity: 3, expiry: '2027-03-15' }],
      modules: [{ kind: 'documents', expiry: '2027-03-15' }],
    });
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
