// The bridge: valid payloads pass, anything else is a typed refusal and never an exception (house rule 7).
import fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import { commands } from '../../../core/desk/command.ts';
import { callNames, type CallName, type Calls } from '../../../core/bridge/contract.ts';
import { commandCallSchemas } from '../../../core/bridge/command-schemas.ts';
import { callSchemas } from '../../../core/bridge/schemas.ts';
import { parse } from '../../../core/kernel/parse.ts';
import { payer } from '../../electron/simulator/counter.ts';
import { exampleCommands } from '../../support/example-commands.ts';
import { exampleDetails } from '../../support/example-commands/people.ts';
import { exampleReminders } from '../../support/example-commands/reminders.ts';

const letter = {
  language: 'it',
  title: 'Preventivo 2026-018',
  letterhead: { name: 'Studio', lines: ['P.IVA 1'], logo: { type: 'image/png', base64: 'iVBORw0KGgo' } },
  recipient: { label: 'Spettabile', name: 'Edil Marche spa', lines: [] },
  facts: [{ label: 'Data', value: '24/11/2026' }],
  tables: [{ title: 'Voci', columns: [{ label: 'Voce', number: false }], rows: [['Utente']] }],
  totals: [{ label: 'Totale', value: '70,99 €' }],
  notes: [],
  derivations: [],
  footer: '',
};

const schemas = { ...callSchemas, ...commandCallSchemas };

const calendar = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';

const backup = { name: 'studio-marchetti_2026-11-28T11-44-17Z_n12_c0_lavoro.allinea' };

test('rows as they are come from no page', () => {
  const restore = exampleCommands.find(({ type }) => type === 'studio/restore');
  expect(restore).toBeDefined();
  expect(schemas['command/submit'].safeParse(restore).success).toBe(false);
});

const good: { readonly [N in CallName]: readonly unknown[] } = {
  'app/snapshot': [null],
  'studios/list': [null],
  'studios/open': [{ id: 'studio-marchetti' }],
  'studios/create': [
    { kind: 'own', name: 'Studio Marchetti', operator: 'Maria Bassi' },
    { kind: 'sample', name: 'Studio di esempio', operator: null },
  ],
  'studios/copy': [
    { to: 'studio-marchetti', commands: [] },
    { to: 'studio-marchetti', commands: exampleCommands.filter(({ type }) => type === 'people/import') },
  ],
  'studios/export': [
    { id: 'esempio', passphrase: null },
    { id: 'esempio', passphrase: 'frase lunga e mia' },
  ],
  'studios/import': [{ content: 'H4sIAAAA', passphrase: null }],
  'studios/backend': [
    { address: 'https://altrove.example', confirmed: true },
    { address: null, confirmed: false },
  ],
  'studios/progress': [null],
  'studios/stop': [null],
  'studios/join': [
    { link: 'https://server:8741/studio-1#abcdefghijklmnopqrstuvwxyz', signIn: null },
    { link: 'https://server/studio-1', signIn: { name: 'Anna', password: 'x', code: null } },
  ],
  'shared/rejoin': [
    { link: 'https://server/studio-1', signIn: { name: 'Anna', password: 'x', code: '123 456' } },
  ],
  'shared/let-go': [{ id: '01930000-0000-7000-8000-000000000001' }],
  'studios/share': [{ name: 'Maria Bassi' }],
  'shared/again': [{ id: '01930000-0000-7000-8000-000000000001' }],
  'shared/here': [{ place: null }, { place: { screen: 'renewals', id: 'fe-studio' } }],
  'shared/members': [
    { kind: 'list' },
    { kind: 'invite', account: null, name: 'Anna Ferri', role: 'prepare' },
    { kind: 'role', account: 'anna-ferri', role: 'order' },
    { kind: 'end', account: 'anna-ferri' },
    { kind: 'revoke', desk: '01930000-0000-7000-8000-000000000001' },
  ],
  'shared/password': [
    { kind: 'look' },
    { kind: 'set', password: 'una password lunga' },
    { kind: 'new-secret' },
    { kind: 'code', secret: 'A'.repeat(32), code: '123456' },
    { kind: 'no-code' },
    { kind: 'remove' },
  ],
  'shared/server': [null],
  'studios/remove': [{ id: 'esempio' }],
  'command/submit': exampleCommands.filter(({ type }) => type !== 'studio/restore'),
  'backups/list': [null],
  'backups/make': [null],
  'backups/preview': [backup],
  'backups/restore': [backup],
  'backups/choose': [null],
  'backups/own-folder': [null],
  'backups/erase': [null],
  'diagnostics/save': [null],
  'command/undo': [null],
  'command/redo': [null],
  'access/sign-in': [
    { username: '1234567@aruba.it', password: 'x' },
    { username: '', password: ' ' },
  ],
  'access/sign-out': [null],
  'account/read': [
    {
      serviceId: 'fe-studio',
      credentials: { username: 'ARUBA01234560512', password: 'x' },
      keep: false,
      premium: false,
    },
    { serviceId: 'fe-studio', credentials: null, keep: true, premium: true },
  ],
  'account/stop': [null],
  'account/standing': [null],
  'account/forget': [{ serviceId: 'fe-studio' }],
  'sync/now': [null],
  'files/save': [
    { name: 'listino-10-2026.json', content: '{}', base64: false },
    { name: 'scadenze-allinea.ics', content: 'BEGIN:VCALENDAR', base64: false },
    { name: 'Personale 24-11-2026.xlsx', content: 'UEsDBA==', base64: true },
  ],
  'print/pdf': [{ name: 'Preventivo 2026-018.pdf', document: letter }],
  'reminders/tell': [
    { key: 'card/2026-12-07/1', title: 'Officine Rossi srl', body: 'Ultimo giorno utile', read: 'Ho letto' },
  ],
  'reminders/read': [{ key: 'card/2026-12-07/1' }],
  'calendar/choose': [{ name: 'scadenze-allinea.ics', content: calendar }],
  'calendar/update': [{ content: calendar }],
  'calendar/stop': [null],
  'window/new': [null],
  'program/at-login': [{ wanted: null }, { wanted: true }],
  'program/show-file': [{ path: '/home/maria/Documenti/personale.csv' }],
  'window/keep': [{ text: '{"route":{"screen":"status"}}' }],
  'simulator/state': [null],
  'simulator/act': [
    { action: 'pay', orderNumber: '31904418' },
    { action: 'register', orderNumber: '31904418' },
    { action: 'activate', orderNumber: '31904418' },
    { action: 'fail-activation', orderNumber: '31904418' },
    { action: 'move-day', days: 30 },
    { action: 'manual-activation', on: true },
    { action: 'expire-tokens' },
  ],
};

/**
 * Checks a payload as the main process does. The result is always a Result; a refusal has its three texts and
 * nothing else. An `expect` for each of a hundred thousand checks would be slow.
 */
function check<N extends CallName>(
  name: N,
  payload: unknown,
): { readonly ok: boolean; readonly value?: Calls[N]['takes'] } {
  const result = parse(schemas[name], payload);
  if (result.ok) return result;
  const { reason, field, problem, ...rest }: Readonly<Record<string, unknown>> = { ...result.error };
  if (
    reason !== 'bad-input' ||
    typeof field !== 'string' ||
    typeof problem !== 'string' ||
    Object.keys(rest).length > 0
  )
    throw new Error(`${name} refused with ${JSON.stringify(result.error)}`);
  return result;
}

describe('good payloads', () => {
  const cases = callNames.flatMap((name) =>
    good[name].map((payload) => [name, JSON.stringify(payload), payload] as const),
  );
  test.each(cases)('%s takes %s', (name, _text, payload) => {
    expect(check(name, payload)).toEqual({ ok: true, value: payload });
  });

  test('every command type is among them', () => {
    const types = new Set<string>(exampleCommands.map(({ type }) => type));
    const known = Object.keys(commands);
    expect(known.filter((type) => !types.has(type))).toEqual([]);
  });

  test('what nobody asked for does not come through', () => {
    expect(check('access/sign-in', { username: 'a', password: 'b', isAdmin: true })).toEqual({
      ok: true,
      value: { username: 'a', password: 'b' },
    });
  });
});

describe('bad payloads', () => {
  test.each<readonly [CallName, unknown]>([
    ['app/snapshot', undefined],
    ['app/snapshot', {}],
    ['command/submit', { type: 'people/delete-all' }],
    ['command/submit', { type: 'cart/quantity', cartId: 'service-fe-studio', quantity: 1.5 }],
    ['command/submit', { type: 'cart/quantity', cartId: 'service-fe-studio', quantity: '2' }],
    ['command/submit', { type: 'cart/quantity', cartId: 'service-fe-studio', quantity: Number.NaN }],
    [
      'command/submit',
      { type: 'cart/quantity', cartId: 'service-fe-studio', quantity: Number.POSITIVE_INFINITY },
    ],
    ['command/submit', { type: 'cart/quantity', cartId: '__proto__', quantity: 1 }],
    ['command/submit', { type: 'cart/open', serviceId: '../../etc' }],
    ['command/submit', { type: 'person/add', details: { ...exampleDetails, email: 'no' } }],
    ['command/submit', { type: 'person/add', details: { ...exampleDetails, givenName: '   ' } }],
    ['command/submit', { type: 'person/add', details: { ...exampleDetails, start: '2026-02-30' } }],
    [
      'command/submit',
      { type: 'person/add', details: { ...exampleDetails, start: '2026-02-01', end: '2026-01-01' } },
    ],
    [
      'command/submit',
      {
        type: 'order/confirm',
        cartId: 'service-fe-studio',
        payer: { ...payer, vatCode: '1' },
        method: 'card',
        clausesAccepted: true,
        shownGross: 1,
      },
    ],
    ['command/submit', { type: 'order/withdraw', key: 'KEY' }],
    ['access/sign-in', { username: 'a', password: '' }],
    ['access/sign-in', { username: 'a'.repeat(101), password: 'x' }],
    [
      'account/read',
      {
        serviceId: 'fe-studio',
        credentials: { username: '', password: 'x' },
        keep: false,
        premium: false,
      },
    ],
    [
      'account/read',
      {
        serviceId: 'fe-studio',
        credentials: { username: 'ARUBA01234560512', password: 'x'.repeat(201) },
        keep: false,
        premium: false,
      },
    ],
    ['account/read', { serviceId: 'fe-studio', credentials: null, premium: false }],
    ['account/read', { serviceId: '../../etc', credentials: null, keep: false, premium: false }],
    ['account/forget', { serviceId: '__proto__' }],
    ['command/submit', { type: 'account/settings', on: 'yes' }],
    ['print/pdf', { name: '../x.pdf', document: letter }],
    ['print/pdf', { name: 'x.html', document: letter }],
    ['command/submit', { ...exampleReminders, daysBefore: [366] }],
    ['command/submit', { ...exampleReminders, daysBefore: [-1] }],
    ['command/submit', { ...exampleReminders, daysUnpaid: [0] }],
    ['command/submit', { ...exampleReminders, quiet: { from: 480, to: 480 } }],
    ['command/submit', { ...exampleReminders, quiet: { from: 0, to: 1440 } }],
    ['program/at-login', { wanted: 'yes' }],
    ['program/show-file', { path: '' }],
    ['program/show-file', { path: 7 }],
    ['reminders/tell', { key: '', title: 'x', body: '', read: 'x' }],
    ['reminders/tell', { key: 'x', title: 'x'.repeat(301), body: '', read: 'x' }],
    ['reminders/read', null],
    ['reminders/read', { key: 'key' }],
    ['calendar/choose', { name: '../x.ics', content: calendar }],
    ['calendar/choose', { name: 'x.sh', content: calendar }],
    ['calendar/choose', { name: 'x.ics', content: '#!/bin/sh' }],
    ['calendar/update', { content: `${calendar}rm`, path: '/etc/passwd' }],
    ['window/new', { url: 'https://www.aruba.it/' }],
    ['studios/copy', { to: 'alba', commands: [{ type: 'firm/logo', base64: null }] }],
    ['window/keep', { text: 'x'.repeat(100_001) }],
    ['studios/create', { kind: 'own', name: 'Studio', operator: ' ' }],
    ['studios/create', { kind: 'own', name: 'Studio' }],
    ['simulator/act', { action: 'move-day', days: 0 }],
    ['simulator/act', { action: 'move-day', days: 401 }],
    ['simulator/act', { action: 'pay', orderNumber: ' ' }],
  ])('%s refuses %j', (name, payload) => {
    expect(check(name, payload).ok).toBe(false);
  });

  const anything = fc.anything({
    withNullPrototype: true,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSparseArray: true,
    maxDepth: 4,
  });
  /** A thing that has all fields of a payload may be a right one by chance. It is left out. */
  const hasItsFields = (name: CallName, thing: unknown): boolean => {
    const fields = Object.keys(good[name][0] ?? {});
    const has = (field: string) => typeof thing === 'object' && thing !== null && Object.hasOwn(thing, field);
    return fields.length > 0 && fields.every(has);
  };
  // All calls without a payload share one schema.
  const distinct = callNames.filter((name) => name === 'app/snapshot' || good[name][0] !== null);
  const seeds = [20_261_124, inject('freeSeed')];

  test.each(seeds)(
    '2,000 things that are no payload, seed %i: refused with a reason, never an exception',
    (seed) => {
      const taken = fc.sample(anything, { seed, numRuns: 2000 }).flatMap((thing) =>
        distinct
          .filter((name) => (thing !== null || good[name][0] !== null) && !hasItsFields(name, thing))
          .filter((name) => check(name, thing).ok)
          .map((name) => [name, thing]),
      );
      expect(taken).toEqual([]);
    },
  );

  test.each(seeds)(
    '2,000 good payloads with one field spoiled, seed %i: refused, or still a payload of the right form',
    (seed) => {
      const cases = callNames.flatMap((name) =>
        good[name]
          .filter((payload) => payload !== null)
          .map((payload) => ({ name, payload: payload as object })),
      );
      const spoiled = fc.record({ which: fc.nat(cases.length - 1), field: fc.nat(10), value: anything });
      for (const { which, field, value } of fc.sample(spoiled, { seed, numRuns: 2000 })) {
        const one = cases[which];
        if (one === undefined) continue;
        const fields = Object.keys(one.payload);
        const broken = { ...one.payload, [fields[field % fields.length] ?? '']: value };
        const result = check(one.name, broken);
        // A payload that passes once passes again unchanged.
        if (result.ok) expect(check(one.name, result.value)).toEqual(result);
      }
    },
  );
});
