import { describe, expect, test } from 'vitest';
import { lineKindOf } from '../../../core/received/invoice/line-kind.ts';
import { holderIn, orderIn } from '../../../core/received/invoice/named-in-text.ts';

describe('what a line sells, by its words', () => {
  test.each([
    ['Fatturazione Elettronica', 'e-invoicing'],
    ['Rinnovo servizio FATTURAZIONE ELETTRONICA 1 GB, 1 anno', 'e-invoicing'],
    ['Fatturazione elettronica con conservazione 10 anni', 'e-invoicing'],
    ['Fatturazione Elettronica Solo Ricezione', 'receive-only'],
    ['Fatturazione Elettronica - Utenti aggiuntivi', 'user'],
    ['Utente aggiuntivo', 'user'],
    ['Modulo Documenti', 'documents'],
    ['Modulo Incassi e pagamenti', 'collections'],
    ['Fatturazione Elettronica – Incassi e Pagamenti', 'collections'],
    ['Ordini elettronici (NSO)', 'orders-nso'],
    ['Modulo WooCommerce', 'woocommerce'],
    ['Spazio aggiuntivo 1 GB', 'extra-gb'],
    ['Fatturazione elettronica: 2 GB aggiuntivi', 'extra-gb'],
  ])('%s', (text, kind) => {
    expect(lineKindOf(text)).toEqual({ what: 'item', kind });
  });

  test.each([
    ['Casella PEC Standard', 'pec'],
    ['Rinnovo dominio studiobianchi.it', 'domain'],
    ['Hosting Linux Easy con WooCommerce', 'hosting'],
    ['Firma digitale remota', 'signature'],
    ['SPID professionale', 'identity'],
    ['Conservazione DocFly 1 GB', 'archive'],
    ['Utenti aggiuntivi PEC', 'pec'],
    ['Marche temporali, lotto da 50', 'timestamp'],
  ])('%s is another product', (text, product) => {
    expect(lineKindOf(text)).toEqual({ what: 'other-product', product });
  });

  test('words that name two things are a question', () => {
    expect(lineKindOf('Casella PEC per Fatturazione Elettronica')).toEqual({
      what: 'several',
      kinds: ['e-invoicing', 'pec'],
    });
    expect(lineKindOf('Fatturazione Elettronica con 3 utenti')).toEqual({
      what: 'several',
      kinds: ['e-invoicing', 'user'],
    });
    expect(lineKindOf('Modulo Documenti e modulo Incassi')).toMatchObject({ what: 'several' });
  });

  test('anything else is unknown', () => {
    expect(lineKindOf('Canone annuo 2026')).toEqual({ what: 'unknown' });
    expect(lineKindOf('')).toEqual({ what: 'unknown' });
  });
});

describe('whose service a line is about', () => {
  const aruba = new Set(['01879020517', '']);
  const holder = (text: string) => holderIn(text, aruba);

  test('a panel user, a VAT number, a tax code', () => {
    expect(holder('Username ARUBA02342520158')).toEqual({ by: 'panel-user', code: 'ARUBA02342520158' });
    expect(holder('per P.IVA IT02342520158')).toEqual({ by: 'vat-code', code: '02342520158' });
    expect(holder('cf: rssmra79b11c566r')).toEqual({ by: 'tax-code', code: 'RSSMRA79B11C566R' });
    expect(holder('P.IVA 02342520158 (ARUBA02342520158)')?.by).toBe('panel-user');
  });

  test('nobody if the digits are wrong, are Aruba’s, are an order’s, or name two', () => {
    expect(holder('P.IVA 02342520159')).toBeNull();
    expect(holder('ARUBA02342520159')).toBeNull();
    expect(holder('Aruba PEC 01879020517')).toBeNull();
    expect(holder('Ordine n. 02342520158')).toBeNull();
    expect(holder('02342520158 e 86334519757')).toBeNull();
    expect(holder('IBAN IT98O9999900000000000123456')).toBeNull();
  });

  test('an order number after its word; a day is none; two are none', () => {
    expect(orderIn('Rif. ordine n. MO-12345678 del 02/11/2026')).toBe('MO-12345678');
    expect(orderIn('Ord. 123456.')).toBe('123456');
    expect(orderIn('ordine del 02/11/2026')).toBe('');
    expect(orderIn('Ordine 02/11/2026')).toBe('');
    expect(orderIn('Ordini elettronici NSO 2026')).toBe('');
    expect(orderIn('ordine 1234 e ordine 5678')).toBe('');
  });
});
