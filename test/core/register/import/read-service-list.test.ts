// Rejected rows, each with its reason, and how dates are read.
import { describe, expect, test } from 'vitest';
import { serviceList } from '../../../support/service-lists.ts';

const header = 'Cliente;Partita IVA;Servizio;Scadenza;Utenti;Moduli;GB';
const read = (...lines: string[]) => serviceList([header, ...lines]);

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
    [
      'A srl;RSSMRA79B11C566X;FE;15/03/2027;;;',
      'Partita IVA',
      { kind: 'wrong-check-letter', value: 'RSSMRA79B11C566X', likely: 'RSSMRA79B11C566R' },
    ],
    ['A srl;RSSMRA79B1AC566X;FE;15/03/2027;;;', 'Partita IVA', { kind: 'bad-vat-code' }],
    ['A srl;P.I. 02342520159;FE;15/03/2027;;;', 'Partita IVA', { kind: 'wrong-check-digit' }],
    ['A srl;PI02342520159;FE;15/03/2027;;;', 'Partita IVA', { kind: 'wrong-check-digit' }],
    ['A srl;TI02342520158;FE;15/03/2027;;;', 'Partita IVA', { kind: 'bad-vat-code', digits: 11 }],
    ['A srl;vedi 12;FE;15/03/2027;;;', 'Partita IVA', { kind: 'bad-vat-code', value: 'vedi 12' }],
    ['A srl;ESENTE 2027;FE;15/03/2027;;;', 'Partita IVA', { kind: 'bad-vat-code', digits: 4 }],
    ['A srl;IN CORSO 2026;FE;15/03/2027;;;', 'Partita IVA', { kind: 'bad-vat-code', digits: 4 }],
    ['A srl;DE12345678;FE;15/03/2027;;;', 'Partita IVA', { kind: 'bad-vat-code', digits: 8 }],
    ['A srl;;Fatturazione Elettronica (3);15/03/2027;;;', 'Servizio', { kind: 'service-quantity' }],
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
    ['Codice fiscale', 'RSSMRA79B11C566X', { kind: 'wrong-check-letter', likely: 'RSSMRA79B11C566R' }],
    ['Codice fiscale', 'RSSMRA79B11', { kind: 'bad-tax-code', value: 'RSSMRA79B11' }],
    ['Quantità', '4', { kind: 'service-quantity', value: '4' }],
    ['Quantità', '0', { kind: 'service-quantity', value: '0' }],
    ['Quantità', 'due', { kind: 'bad-quantity', likely: 2 }],
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

  test('a client with its VAT number in one row and without it in another is one, not two', () => {
    const list = read(
      'Rossi Srl;02342520158;FE;15/03/2027;1;;',
      'ROSSI S.R.L.;;FE;15/03/2027;1;;',
      'Verdi;;FE;15/03/2027;;;',
      'Verdi;86334519757;FE;15/03/2027;;;',
      // Another kind or expiry is another service. Two numbers are two clients of one name.
      'Rossi Srl;;SR;15/03/2027;;;',
      'Rossi Srl;;FE;24/11/2027;;;',
      'Rossi Srl;01879020517;FE;15/03/2027;;;',
      'Blu;86334519757;FE;20/05/2028;;;',
      'Blu;01573850516;FE;20/05/2028;;;',
      'Blu;;FE;20/05/2028;;;',
    );
    expect(list.rows.map(({ row }) => row)).toEqual([2, 4, 6, 7, 8, 9, 10]);
    expect(list.rejected.map(({ row, reason }) => [row, reason])).toEqual([
      [3, { kind: 'duplicate', firstRow: 2 }],
      [5, { kind: 'duplicate', firstRow: 4 }],
      [11, { kind: 'duplicate', firstRow: 9 }],
    ]);
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
