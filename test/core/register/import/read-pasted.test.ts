import { describe, expect, test } from 'vitest';
import { readPasted, readPastedServices } from '../../../../core/register/import/read-pasted.ts';
import { today } from '../../../support/service-lists.ts';

function one(text: string) {
  const read = readPasted(text, today);
  if (!read.ok) throw new Error(read.error.reason);
  return read.value;
}

function all(text: string) {
  const read = readPastedServices(text, today);
  if (!read.ok) throw new Error(read.error.reason);
  return read.value;
}

/** What is highlighted: each field with its part of the text. */
const highlighted = (text: string) =>
  one(text).found.map(({ field, from, to }) => [field, text.slice(from, to)]);

describe('one service', () => {
  test('labels with their values beside them', () => {
    const text = [
      'Home  Stato servizio',
      'Fatturazione Elettronica',
      'Username: bianchi01',
      'Intestatario: Bianchi srl',
      'Partita IVA: IT02342520158',
      'Stato: Attivo',
      'Scadenza: 15/03/2027',
      'Utenti aggiuntivi: 3',
      'Moduli: Documenti, Incassi e pagamenti',
      'Spazio aggiuntivo: 2 GB',
      'Rinnovo automatico: non attivo',
    ].join('\n');
    expect(one(text)).toMatchObject({
      from: 0,
      to: text.length,
      state: 'active',
      details: {
        kind: 'e-invoicing',
        panelUsername: 'bianchi01',
        holder: 'Bianchi srl',
        vatCode: '02342520158',
        expiry: '2027-03-15',
        users: [{ quantity: 3, expiry: null }],
        modules: [
          { kind: 'documents', expiry: null },
          { kind: 'collections', expiry: null },
        ],
        space: [{ quantity: 2, expiry: null }],
        automaticRenewal: false,
      },
      problems: [],
    });
    expect(highlighted(text)).toEqual([
      ['kind', 'Fatturazione Elettronica'],
      ['panelUsername', 'Username: bianchi01'],
      ['holder', 'Intestatario: Bianchi srl'],
      ['vatCode', 'Partita IVA: IT02342520158'],
      ['state', 'Stato: Attivo'],
      ['expiry', 'Scadenza: 15/03/2027'],
      ['users', 'Utenti aggiuntivi: 3'],
      ['modules', 'Documenti'],
      ['modules', 'Incassi e pagamenti'],
      ['space', 'Spazio aggiuntivo: 2 GB'],
      ['automaticRenewal', 'Rinnovo automatico: non attivo'],
    ]);
  });

  test('each value below its label, with Windows line ends, tabs and no-break spaces', () => {
    const text =
      'Nome utente\r\nbianchi01\r\nScade il\r\n\r\n15\u00a0marzo 2027\r\nRinnovo automatico\r\n\tAttivo\r\nUtenti aggiuntivi\r\n2 di 5\r\n';
    expect(one(text).details).toEqual({
      panelUsername: 'bianchi01',
      expiry: '2027-03-15',
      automaticRenewal: true,
      users: [{ quantity: 5, expiry: null }],
    });
  });

  test('all in one line', () => {
    expect(
      one(
        'Solo Ricezione username rossi01 valido fino al 24/11/2027 3 utenti aggiuntivi rinnovo automatico attivo',
      ).details,
    ).toEqual({
      kind: 'receive-only',
      panelUsername: 'rossi01',
      expiry: '2027-11-24',
      users: [{ quantity: 3, expiry: null }],
      automaticRenewal: true,
    });
  });

  test('the lines of a cart: each item with its expiry', () => {
    const text = [
      'Servizio\tQuantità\tScadenza',
      'Fatturazione Elettronica\t1\t15/03/2027',
      '3 Utenti aggiuntivi\t15/03/2027',
      'Utente aggiuntivo\t2\t24/11/2027',
      'Documenti\t1\t15/03/2027',
      '1 GB aggiuntivo\t15/03/2027',
    ].join('\n');
    expect(one(text)).toMatchObject({
      details: {
        kind: 'e-invoicing',
        expiry: '2027-03-15',
        users: [
          { quantity: 3, expiry: '2027-03-15' },
          { quantity: 2, expiry: '2027-11-24' },
        ],
        modules: [{ kind: 'documents', expiry: '2027-03-15' }],
        space: [{ quantity: 1, expiry: '2027-03-15' }],
      },
      problems: [],
    });
  });

  test('an expiry in the line of users or of a module is theirs', () => {
    const text =
      'Scadenza 15/03/2027\nUtenti aggiuntivi: 3 scadenza 24/11/2027\nDocumenti attivo fino al 24/11/2027\nWooCommerce non attivo';
    expect(one(text)).toMatchObject({
      details: {
        expiry: '2027-03-15',
        users: [{ quantity: 3, expiry: '2027-11-24' }],
        modules: [{ kind: 'documents', expiry: '2027-11-24' }],
      },
      problems: [],
    });
  });

  test('a button beside a module of the list says that it was not bought, and does not end the list', () => {
    const modules = [
      'Moduli aggiuntivi',
      'Documenti Attiva',
      'Incassi e pagamenti Attivo fino al 20/05/2027',
      'WooCommerce Acquista',
    ];
    expect(one(modules.join('\n')).details).toEqual({
      modules: [{ kind: 'collections', expiry: '2027-05-20' }],
    });
    expect(one('Moduli: Documenti Gestisci, WooCommerce Gestisci').details.modules).toHaveLength(2);
    expect(one('Moduli aggiuntivi\nDocumenti\nAttiva\nWooCommerce\nAttivo').details).toEqual({
      modules: [{ kind: 'woocommerce', expiry: null }],
    });
  });

  test.each([
    ['Spazio: 20% di 3 GB', { space: [{ quantity: 2, expiry: null }] }],
    ['Spazio: 0,4 GB di 1 GB', { space: [] }],
    ['Moduli: nessuno', { modules: [] }],
    ['Account Aruba 8841207@aruba.it', { account: '8841207@aruba.it' }],
    ['Utenti aggiuntivi: nessuno', { users: [] }],
    ['C.F./P.IVA 02342520158', { vatCode: '02342520158' }],
    ['Codice fiscale RSSMRA79B11C566R', { taxCode: 'RSSMRA79B11C566R' }],
    ['Fatturazione Elettronica - Solo Ricezione', { kind: 'receive-only' }],
  ])('%s', (text, details) => {
    expect(one(text)).toMatchObject({ details, problems: [] });
  });

  test.each([
    // Buttons and menus say nothing about the service.
    'WooCommerce Acquista',
    'Documenti',
    'Rinnovo automatico Disattiva',
    'Username dimenticato?',
    'Fatturazione Elettronica Premium',
    'Area clienti\nCliente',
    'Attivato il 15/03/2024',
    // Aruba's own numbers at the foot of its pages.
    'Aruba PEC S.p.A. P.IVA 01879020517 C.F. 01879020517',
  ])('%j says nothing', (text) => {
    expect(one(text)).toMatchObject({
      details: {},
      found: [],
      problems: [{ kind: 'nothing-recognised' }],
    });
  });
});

describe('what cannot be right is said, and never decided', () => {
  test.each([
    ['Scadenza: 31/02/2027', 'expiry', { kind: 'no-such-day', lastDay: '2027-02-28' }],
    ['P.IVA 02342520159', 'vatCode', { kind: 'wrong-check-digit', value: '02342520159' }],
    ['Utenti aggiuntivi: due', 'users', { kind: 'bad-quantity', likely: 2 }],
    ['Utenti aggiuntivi: -3', 'users', { kind: 'bad-quantity', problem: 'negative' }],
    ['Codice fiscale: RSSMRA79B11C566X', 'taxCode', { kind: 'wrong-check-letter' }],
    ['Codice fiscale: RSSMRA79B1AC566X', 'taxCode', { kind: 'bad-tax-code' }],
  ])('%s', (text, field, reason) => {
    expect(one(text)).toMatchObject({
      details: {},
      problems: [{ kind: 'bad-value', field, reason, from: 0, to: text.length }],
    });
  });

  test('two expiries, two kinds, two usernames in what is one service', () => {
    const text = 'Fatturazione Elettronica\nScadenza 15/03/2027\nScadenza 24/11/2027\nSolo Ricezione';
    const { details, problems } = one(text);
    expect(details).toEqual({});
    expect(problems).toMatchObject([
      { kind: 'several-values', field: 'kind', values: ['e-invoicing', 'receive-only'] },
      {
        kind: 'several-values',
        field: 'expiry',
        values: ['2027-03-15', '2027-11-24'],
        places: [
          { from: 25, to: 44 },
          { from: 45, to: 64 },
        ],
      },
    ]);
  });

  test('two numbers of users, a module that is and is not active', () => {
    expect(one('3 utenti aggiuntivi\n5 utenti aggiuntivi').problems).toMatchObject([
      { kind: 'several-values', field: 'users', values: ['3', '5'] },
    ]);
    expect(one('Documenti: attivo\nDocumenti: non attivo').problems).toMatchObject([
      { kind: 'several-values', field: 'modules' },
    ]);
  });

  test('a state that contradicts the expiry today, a module on Solo Ricezione', () => {
    expect(one('Stato: Scaduto\nScadenza 15/03/2027').problems).toEqual([
      { kind: 'state-disagrees', state: 'expired', expiry: '2027-03-15' },
    ]);
    expect(one('Stato: Attivo\nScadenza 24/11/2026').problems).toEqual([]);
    expect(one('Solo Ricezione\nDocumenti: attivo').problems).toEqual([{ kind: 'module-on-receive-only' }]);
  });
});

describe('several services in one text', () => {
  const block = (kind: string, username: string, vat: string, expiry: string) =>
    `${kind}\nUsername: ${username}\nPartita IVA: ${vat}\nScadenza: ${expiry}\nUtenti aggiuntivi: 2\n\n`;

  test('each begins where holder, VAT number, username or kind changes', () => {
    const a = block('Fatturazione Elettronica', 'bianchi01', '02342520158', '15/03/2027');
    const b = block('Fatturazione Elettronica', 'verdi01', '86334519757', '24/11/2027');
    const c = block('Solo Ricezione', 'verdi02', '86334519757', '01/02/2028');
    const services = all(`I tuoi servizi\n${a}${b}${c}`);
    expect(
      services.map(({ details }) => [details.kind, details.panelUsername, details.vatCode, details.expiry]),
    ).toEqual([
      ['e-invoicing', 'bianchi01', '02342520158', '2027-03-15'],
      ['e-invoicing', 'verdi01', '86334519757', '2027-11-24'],
      ['receive-only', 'verdi02', '86334519757', '2028-02-01'],
    ]);
    const [, second] = services;
    expect(`I tuoi servizi\n${a}${b}${c}`.slice(second?.from, second?.to)).toBe(b);
    expect(services.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('the expiry may stand above the name', () => {
    const services = all('Scadenza 15/03/2027\nUsername: uno01\nScadenza 24/11/2027\nUsername: due02');
    expect(services.map(({ details }) => details)).toEqual([
      { expiry: '2027-03-15', panelUsername: 'uno01' },
      { expiry: '2027-11-24', panelUsername: 'due02' },
    ]);
  });

  test('a problem belongs to its service', () => {
    const services = all(
      'Username: uno01\nScadenza 15/03/2027\nUtenti aggiuntivi: due\nUsername: due02\nScadenza 24/11/2027\nP.IVA 02342520159',
    );
    expect(services.map(({ problems }) => problems.map((one) => 'field' in one && one.field))).toEqual([
      ['users'],
      ['vatCode'],
    ]);
  });

  test('unsure is one: a list of panel users, a kind in a menu', () => {
    expect(all('Scadenza 15/03/2027\nUsername: uno01\nUsername: due02')).toHaveLength(1);
    expect(all('Fatturazione Elettronica\nScadenza 15/03/2027\nScopri Solo Ricezione')).toHaveLength(1);
  });
});

describe('what is not read at all', () => {
  test.each(['', ' \n\t ', '\u00a0'])('%j is empty', (text) => {
    expect(readPasted(text, today)).toEqual({ ok: false, error: { reason: 'empty-paste' } });
    expect(readPastedServices(text, today)).toEqual({ ok: false, error: { reason: 'empty-paste' } });
  });

  test('a text over a million characters', () => {
    expect(readPasted('x'.repeat(1_000_001), today)).toEqual({
      ok: false,
      error: { reason: 'too-large', most: 1_000_000 },
    });
    expect(readPasted('x'.repeat(1_000_000), today).ok).toBe(true);
  });
});
