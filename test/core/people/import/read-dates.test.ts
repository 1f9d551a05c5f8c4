import { describe, expect, test } from 'vitest';
import { orderShown, readDate, readListedDay } from '../../../../core/people/import/read-dates.ts';

const read = (text: string): string | null => {
  const date = readDate(text);
  return date.ok ? date.value : date.error.reason;
};

describe('dates as staff lists write them', () => {
  test.each([
    ['03/09/2017', '2017-09-03'],
    ['3/9/2017', '2017-09-03'],
    ['3/9/17', '2017-09-03'],
    ['3/9/98', '1998-09-03'],
    ['03-09-2017', '2017-09-03'],
    ['03.09.2017', '2017-09-03'],
    ['2017-09-03', '2017-09-03'],
    ['2017/09/03', '2017-09-03'],
    ['2024-03-05 10:11:12Z', '2024-03-05'],
    ['2024-03-05T23:59:59+01:00', '2024-03-05'],
    ['03/09/2017 00:00', '2017-09-03'],
    ['03/09/2017 0.00.00', '2017-09-03'],
    ['29/02/2024', '2024-02-29'],
    ['20170903', '2017-09-03'],
    ['3 settembre 2017', '2017-09-03'],
    ['1° gennaio 2020', '2020-01-01'],
    ['03-set-17', '2017-09-03'],
    ['3/ago/2017', '2017-08-03'],
    ['3 Sept. 2017', '2017-09-03'],
    ['31 December 1998', '1998-12-31'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each(['', '-', '--', '/ /', '00/00/0000', '0', 'n/d', 'N.D.', '31/12/9999', '31/12/2999'])(
    '%j is no date',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  test.each([
    '31/02/2026',
    '29/02/2026',
    '00/01/2026',
    '13/13/2026',
    '2026-02-30',
    '1/1/1899',
    '1/1/2101',
    '03/09-2017',
    'domani',
    '20170931',
    '03092017',
    '31 feb 2026',
    '3 marte 2026',
    '3 junio 2026',
    '45000',
    '3/9/017',
    '12/2026',
  ])('%s is refused', (text) => {
    expect(read(text)).toBe('bad-date');
  });
});

describe('days of a column', () => {
  const listed = (text: string, field: 'start' | 'end', order: 'day-month' | 'month-day' = 'day-month') => {
    const date = readListedDay(text, field, order);
    return date.ok ? date.value : date.error.reason;
  };

  test.each([
    ['cessato il 30/06/2025', '2025-06-30'],
    ['cessata dal 30/06/2025', '2025-06-30'],
    ['fino al 31/12/2026', '2026-12-31'],
    ['a tempo determinato fino al 31/12/2026', '2026-12-31'],
    ['al 31-12-2026', '2026-12-31'],
    ['46022', '2025-12-31'],
    ['in forza', null],
    ['In Forza dal 01/01/2020', null],
    ['a tempo indeterminato', null],
    ['indeterminato', null],
    ['Tempo indeterminato', null],
    ['-', null],
    ['2958465', null],
    ['31/12/9999', null],
    ['dal 01/01/2020', 'bad-date'],
    ['tempo determinato', 'bad-date'],
  ])('%j as the last day is %s', (text, expected) => expect(listed(text, 'end')).toBe(expected));

  test.each([
    ['dal 01/02/2020', '2020-02-01'],
    ['assunta il 1° aprile 2019', '2019-04-01'],
    ['in forza dal 01/02/2020', '2020-02-01'],
    ['43831', '2020-01-01'],
    ['43831,5', '2020-01-01'],
    ['12/31/2020', '2020-12-31'],
    ['cessato il 30/06/2025', 'bad-date'],
    ['indeterminato', 'bad-date'],
    ['12345', 'bad-date'],
    ['99999', 'bad-date'],
  ])('%j as the first day is %s', (text, expected) => expect(listed(text, 'start')).toBe(expected));

  test('the answer about the order decides only where both orders give a day', () => {
    expect([listed('03/04/2020', 'start'), listed('03/04/2020', 'start', 'month-day')]).toEqual([
      '2020-04-03',
      '2020-03-04',
    ]);
    expect(listed('31/12/2020', 'start', 'month-day')).toBe('2020-12-31');
    expect(
      ['03/04/2020', '04/04/2020', '12/31/2020', '31/12/2020', '3-set-17', '43831', 'x'].map((text) =>
        orderShown(text, 'end'),
      ),
    ).toEqual(['either', 'silent', 'month-day', 'day-month', 'silent', 'silent', 'silent']);
  });
});
