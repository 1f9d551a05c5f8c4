import { describe, expect, test } from 'vitest';
import { checkIban, ibanGroups, type IbanProblem } from '../../../core/kernel/iban.ts';
import { payee } from '../../../electron/simulator/orders/new-order.ts';

describe('an IBAN', () => {
  test.each([
    ['the vendor’s sample', payee.iban, 'IT98O9999900000000000123456'],
    ['with spaces', 'IT98 O999 9900 0000 0000 0123 456', 'IT98O9999900000000000123456'],
    ['in lower case', 'it60x0542811101000000123456', 'IT60X0542811101000000123456'],
    ['with a letter in the account number', 'SM86U0322509800000000270100', 'SM86U0322509800000000270100'],
    ['of another country', 'DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
    ['with letters of a bank', 'GB29 NWBK 6016 1331 9268 19', 'GB29NWBK60161331926819'],
    ['the longest', 'MT84MALT011000012345MTLCAST001S', 'MT84MALT011000012345MTLCAST001S'],
  ])('%s is taken, without spaces in capitals', (_, written, iban) => {
    expect(checkIban(written)).toEqual({ ok: true, value: iban });
  });

  test.each<[string, string, IbanProblem]>([
    ['nothing', '', 'form'],
    ['words', 'non disponibile', 'form'],
    ['signs in it', 'IT98-O9999900000000000123456', 'form'],
    ['a country without IBAN', 'US98O9999900000000000123456', 'country'],
    ['one character less', 'IT98O999990000000000012345', 'length'],
    ['one character more', 'IT98O99999000000000001234566', 'length'],
    ['another length of another country', 'DE8937040044053201300', 'length'],
    ['a digit typed wrong', 'IT98O9999900000000000123457', 'check-digits'],
    ['two digits swapped', 'IT98O9999900000000000124356', 'check-digits'],
    ['a wrong CIN under right check digits', 'IT05P9999900000000000123456', 'cin'],
    ['a digit for the CIN', 'IT0209999900000000000123456', 'cin'],
  ])('%s is refused', (_, written, problem) => {
    expect(checkIban(written)).toEqual({ ok: false, error: { reason: 'bad-iban', problem } });
  });

  test('is read in groups of four, and they are all of it', () => {
    const groups = ibanGroups(payee.iban);
    expect(groups).toEqual(['IT98', 'O999', '9900', '0000', '0000', '0123', '456']);
    expect([groups.join(''), ibanGroups('')]).toEqual([payee.iban, []]);
  });
});
