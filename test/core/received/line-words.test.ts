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

  test.each([
    ['Rinnovo Fatturazione Elettronica + 3 utenti + Modulo Documenti', ['e-invoicing', 'documents', 'user']],
    [
      'Fatturazione Elettronica: servizio, utenti aggiuntivi e documenti',
      ['e-invoicing', 'user', 'documents'],
    ],
    ['Fatturazione Elettronica con utenti aggiuntivi', ['e-invoicing', 'user']],
    ['Utenti aggiuntivi & Fatturazione Elettronica', ['e-invoicing', 'user']],
    ['Modulo WooCommerce e Documenti', ['documents', 'woocommerce']],
    ['Modulo Documenti, 2 utenti', ['documents', 'user']],
  ])('%s is several things in one line: a question', (text, kinds) => {
    const read = lineKindOf(text);
    expect(read.what === 'several' && [...read.kinds].toSorted()).toEqual(kinds.toSorted());
  });

  test.each([
    ['Estensione servizi attivi', { what: 'unknown' }],
    ['Estensione servizi attivi Fatturazione Elettronica 9 mesi', { what: 'several' }],
    ['Estensione servizi attivi: Fatturazione Elettronica, Incassi e pagamenti', { what: 'several' }],
    ['Estensione dei servizi - Utente aggiuntivo', { what: 'several', kinds: ['user'] }],
  ])('%s: an extension is never one of its items', (text, expected) => {
    expect(lineKindOf(text)).toMatchObject(expected);
  });

  test.each([
    'Fatturazione Elettronica Premium - rinnovo 12 mesi',
    'Fatturazione Elettronica Premium, utenti aggiuntivi',
    'Assistenza Fatturazione Elettronica',
    'Corso Fatturazione Elettronica',
    'Supporto tecnico Fatturazione Elettronica',
    'Interessi di mora Fatturazione Elettronica',
    'Contributo attivazione Fatturazione Elettronica',
    'Sconto Fatturazione Elettronica',
    'Sconto utenti aggiuntivi',
    'Fattura elettronica n. 123 del 01/01/2026 - rimborso',
    'Import massivo fatture elettroniche',
    'Rinnovo Fatturazione Elettronica e moduli',
    'Servizi aggiuntivi Fatturazione Elettronica',
  ])('%s is about the service, and is not the service', (text) => {
    expect(lineKindOf(text)).toEqual({ what: 'unknown' });
  });

  test.each([
    ['Modulo Documenti - utente ARUBA02342520158', 'documents'],
    ['Modulo Documenti, nome utente ARUBA02342520158', 'documents'],
    ['Fatturazione Elettronica, ordine n. MO77001', 'e-invoicing'],
    ['Fatturazione Elettronica, anno in corso', 'e-invoicing'],
    ['Servizi aggiuntivi Fatturazione Elettronica: Utente aggiuntivo', 'user'],
    ['Storno utenti aggiuntivi', 'user'],
    ['Incassi & Pagamenti', 'collections'],
  ])('%s is one item', (text, kind) => {
    expect(lineKindOf(text)).toEqual({ what: 'item', kind });
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

  test.each([
    'Conferma ordine servizi n. 12345678',
    'Ordine servizi n.12345678 Fatturazione Elettronica',
    'Ordine n.ro 12345678',
    'Ordine num. 12345678',
    'Ordine (12345678)',
    'Ordine web n. 12345678',
    'il tuo ordine (n. 12345678)',
    'ordine del 24/11/2026 n. 12345678',
    'Ordine del 24 novembre 2026 n° 12345678',
    'ordine di rinnovo n. 12345678',
    'Rif. ord. 12345678',
    'Order ID 12345678',
    'Rif.ordine: #12345678',
    'Ordine n. 12345678 - ARUBA02342520158',
    'Ordine n. 12345678 - P.IVA 02342520158',
    'Ordine n. 12345678 € 70,99',
    'Ordine\n  n.  12345678',
  ])('%s', (text) => expect(orderIn(text)).toBe('12345678'));

  test.each([
    'Ordine n. 12345678 / 87654321',
    'Ordine n. 12345678/87654321',
    'Ordini n. 12345678 e 87654321',
    'Ordine n. 12345678, n. 87654321',
    'Totale ordine 1.234,50 €',
    'Totale ordine: 12345.67',
    'Totale ordine 1234 €',
    'Ordini elettronici 12345678',
    'riordine 12345678',
    `Ordine n. ${'1234567890'.repeat(4)}`,
  ])('%s names no one order', (text) => expect(orderIn(text)).toBe(''));

  test('a VAT number beside an order number is a holder’s', () => {
    expect(holder('Ordine n. 12345678 - 02342520158')?.code).toBe('02342520158');
    expect(holder('Ordine servizi n. 02342520158')).toBeNull();
  });

  test('long blanks after the word for an order take no time', () => {
    const before = process.cpuUsage();
    for (const between of [' ', '\n ', ' n. ', ' : '])
      expect(orderIn(`Canone ordine${between.repeat(990)}-`)).toBe('');
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(300);
  });
});
