// Thousands of payloads that our page never sends, through the bridge's own checks to real decisions.
// Each is refused, and the state does not change.
import { expect, inject, test } from 'vitest';
import { decide } from '../../core/desk/decide.ts';
import { callNames, textCall, type CallName } from '../../core/bridge/contract.ts';
import { err, ok } from '../../core/kernel/result.ts';
import type { CrossingHandlers } from '../../electron/application.ts';
import { answerText } from '../../electron/desk-thread/answer-text.ts';
import { answerCall } from '../../electron/ipc.ts';
import { seededChance } from '../../electron/simulator/faults/seeded-chance.ts';
import { countingIds, quietLog } from '../support/counting-ids.ts';
import { fuzzRuns, growth, printTable } from '../support/fuzz-runs.ts';
import { mutator } from '../support/malformed.ts';
import { noBackups, noErasure } from '../support/no-backups.ts';
import { sampleOffice } from '../support/sample-state.ts';

const { state } = sampleOffice();
const ids = countingIds();
const payer = state.workspace.firm.get('firm')?.payer;
const key = '01930000-0001-7000-8000-000000000001';
const details = {
  givenName: 'Anna',
  familyName: 'Ferri',
  email: 'a.ferri@studiobianchi.example',
  department: '',
  start: null,
  end: null,
};

const commands: readonly object[] = [
  { type: 'people/import', rows: [details], present: ['end'] },
  { type: 'person/add', details },
  { type: 'person/change', personId: 'p-a-ferri', details },
  { type: 'seat/need', serviceId: 'fe-studio', personIds: ['p-a-ferri'], needed: true },
  { type: 'seat/assign', serviceId: 'fe-studio', personIds: ['p-g-sanna'] },
  { type: 'seat/free', serviceId: 'fe-studio', personIds: ['p-a-ferri'] },
  { type: 'person/erase', personId: 'p-p-greco' },
  {
    type: 'seat/permissions',
    serviceId: 'fe-studio',
    personIds: ['p-a-ferri'],
    permissions: ['read', 'documents-read'],
  },
  { type: 'seat/adopt', serviceId: 'fe-studio', users: [{ username: 'aferri01', personId: 'p-a-ferri' }] },
  { type: 'seat/username', serviceId: 'fe-studio', personId: 'p-a-ferri', username: 'annaferri' },
  { type: 'panel/align', serviceId: 'fe-studio', usernames: ['pgreco01'] },
  { type: 'client/add', name: 'Nuovo', vatCode: '02342520158' },
  { type: 'cart/open', serviceId: 'fe-studio' },
  { type: 'cart/open-renewal', serviceId: 'fe-studio' },
  { type: 'cart/leave-out', cartId: 'renewal-fe-studio', itemId: 'fe-studio-3', leftOut: true },
  { type: 'cart/reduce', cartId: 'renewal-fe-studio', kind: 'user', to: 2 },
  { type: 'automatic-renewal/switch', serviceId: 'fe-studio', on: false },
  { type: 'cart/quantity', cartId: 'service-fe-studio', quantity: 3 },
  { type: 'cart/resolve', cartId: 'service-fe-studio', version: 1, choices: { quantity: 'mine' } },
  {
    type: 'order/confirm',
    cartId: 'service-fe-studio',
    payer,
    method: 'card',
    clausesAccepted: true,
    shownGross: 7099,
  },
  { type: 'order/request-cancellation', orderNumber: '31904417' },
  { type: 'order/withdraw', key },
  { type: 'columns/remember', choices: [{ key: 'posta', use: 'email' }] },
  { type: 'firm/settings', rule: 'started-month', offPolicy: 'own-year', language: 'it', theme: 'dark' },
  {
    type: 'reminders/settings',
    on: true,
    daysBefore: [30, 7],
    daysUnpaid: [7],
    quiet: { from: 1140, to: 480 },
    weekends: false,
  },
  { type: 'quote/new', source: { kind: 'service', serviceId: 'fe-studio', what: 'add-users' } },
  {
    type: 'quote/details',
    quoteId: key,
    recipient: { name: 'Nuovo', vatCode: '', lines: ['via'] },
    validUntil: '2026-12-18',
    notes: '',
  },
  { type: 'quote/issue', quoteId: key, serial: 3 },
  { type: 'firm/logo', base64: 'iVBORw0KGgo' },
  { type: 'price-list/put', list: [...state.replica.priceLists.values()][0] },
];

const goodFor: { readonly [N in CallName]?: readonly unknown[] } = {
  'command/submit': commands,
  'studios/open': [{ id: 'esempio' }],
  'studios/create': [{ kind: 'own', name: 'Studio Marchetti' }],
  'studios/join': [
    { link: 'https://server:8741/studio-1', signIn: { name: 'Anna', password: 'x', code: '123456' } },
  ],
  'shared/rejoin': [{ link: 'https://server:8741/studio-1', signIn: null }],
  'shared/let-go': [{ id: '01930000-0000-7000-8000-000000000001' }],
  'studios/share': [{ name: 'Maria Bassi' }],
  'shared/again': [{ id: '01930000-0000-7000-8000-000000000001' }],
  'shared/here': [{ place: { screen: 'renewals', id: 'fe-studio' } }],
  'shared/password': [{ kind: 'code', secret: 'A'.repeat(32), code: '123456' }],
  'shared/members': [{ kind: 'invite', account: null, name: 'Anna Ferri', role: 'prepare' }],
  'studios/remove': [{ id: 'esempio' }],
  'studios/backend': [{ address: 'https://altrove.example', confirmed: false }],
  'access/sign-in': [{ username: '8841207@aruba.it', password: 'x' }],
  'reminders/tell': [
    { key: 'card/2026-12-07', title: 'Officine Rossi', body: 'fra 7 giorni', read: 'Ho letto' },
  ],
  'reminders/read': [{ key: 'card/2026-12-07' }],
  'calendar/choose': [{ name: 'scadenze.ics', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' }],
  'calendar/update': [{ content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' }],
  'files/save': [{ name: 'a.csv', content: 'a;b', base64: false }],
  'simulator/act': [
    { action: 'pay', orderNumber: '31904417' },
    { action: 'move-day', days: 3 },
  ],
};

/** Real decisions on the real sample. The other handlers only have to be called with valid payloads. */
const handlers: CrossingHandlers<CallName> = {
  'app/snapshot': () => {
    throw new Error('not asked for');
  },
  'command/submit': async (text) =>
    answerText(
      text,
      (command) => {
        const decided = decide(state, command, () => ids.next(), {
          at: 0,
          by: 'Maria Bassi',
          user: 'mbassi',
        });
        return decided.ok ? ok({}) : decided;
      },
      quietLog,
    ),
  'command/undo': () => err({ reason: 'nothing-to-undo' }),
  'command/redo': () => err({ reason: 'nothing-to-redo' }),
  'access/sign-in': () => ok(null),
  'access/sign-out': () => ok(null),
  'sync/now': () => ok(null),
  'studios/list': () => ({ studios: [], open: null, problem: null }),
  'studios/open': () => ok(null),
  'studios/create': () => ok(null),
  'studios/copy': () => ok(null),
  'studios/export': () => ok(null),
  'backups/list': () => noBackups,
  'backups/make': () => ok(null),
  'backups/preview': () => err({ reason: 'unknown-backup' }),
  'backups/restore': () => err({ reason: 'unknown-backup' }),
  'backups/choose': () => ok(null),
  'backups/own-folder': () => ok(null),
  'backups/erase': () => noErasure,
  'diagnostics/save': () => ok(null),
  'studios/import': () => ok(null),
  'studios/backend': ({ address }) => ok({ address }),
  'studios/progress': () => null,
  'studios/stop': () => ok(null),
  'studios/join': () => ok(null),
  'shared/let-go': () => ok(null),
  'shared/rejoin': () => ok(null),
  'shared/again': () => ok(null),
  'shared/here': () => ok(null),
  'shared/members': () => ok({ members: [], links: [] }),
  'shared/password': () => ok({ set: false, code: false, links: [], app: null }),
  'shared/server': () => ({ kind: 'none' }),
  'studios/share': () => ok(null),
  'studios/remove': () => ok(null),
  'files/save': () => ok(null),
  'print/pdf': () => ok(null),
  'reminders/tell': () => ok('gone'),
  'reminders/read': () => ok(null),
  'calendar/choose': () => ok(null),
  'calendar/update': () => ok(null),
  'calendar/stop': () => ok(null),
  'window/new': () => ok(null),
  'program/at-login': () => ({ on: null }),
  'program/show-file': () => ok(null),
  'window/keep': () => ok(null),
  'account/read': () => err({ reason: 'switched-off' }),
  'account/stop': () => ok(null),
  'account/standing': () => ok({ keyring: false, kept: [], signedIn: [], waitMs: 0, testAddress: null }),
  'account/forget': () => ok(null),
  'simulator/state': () => err({ reason: 'unreachable' }),
  'simulator/act': () => err({ reason: 'unreachable' }),
};

/** As the preload sends a command. What has no text is sent as it is. */
function asText(payload: unknown): unknown {
  try {
    return JSON.stringify(payload);
  } catch {
    return payload;
  }
}

const isRefusal = (
  answer: unknown,
): answer is { readonly ok: false; readonly error: { readonly reason: string } } =>
  typeof answer === 'object' &&
  answer !== null &&
  'ok' in answer &&
  answer.ok === false &&
  'error' in answer &&
  typeof (answer.error as { reason?: unknown }).reason === 'string';

test.each([
  ['fixed seed', 20_261_124, 12_500],
  ['free seed', inject('freeSeed'), fuzzRuns(50_000)],
])(
  'bad payloads (%s %i, %i of them): refusals, and one plain error for a snapshot with a payload',
  { timeout: 900_000 },
  async (_, seed, count) => {
    const bad = mutator(seededChance(seed));
    const text = (): string =>
      JSON.stringify(
        [...Object.values(state.workspace), ...Object.values(state.replica)].map(
          (rows: ReadonlyMap<string, unknown>) => [...rows],
        ),
      );
    const before = text();
    const grown = growth();
    const reasons = new Map<string, number>();
    for (let round = 0; round < count; round += 1) {
      const name =
        bad.whole(3) === 0 ? (callNames[bad.whole(callNames.length)] ?? 'command/undo') : 'command/submit';
      const good = goodFor[name] ?? [null];
      const payload = bad.value(good[bad.whole(good.length)]);
      const sent = name === textCall ? asText(payload) : payload;
      const given: unknown = await answerCall(name, sent, handlers, quietLog).catch(
        (problem: unknown) => problem,
      );
      const answer: unknown =
        name === textCall && typeof given === 'string' ? (JSON.parse(given) as unknown) : given;
      if (answer instanceof Error) {
        // A snapshot has no refusal, so it throws. Its message reveals nothing.
        if (name !== 'app/snapshot' || answer.message !== 'internal-error')
          throw new Error(`${name} ${JSON.stringify(payload).slice(0, 300)}: ${answer.message}`);
        reasons.set('internal-error', (reasons.get('internal-error') ?? 0) + 1);
        continue;
      }
      const reason = isRefusal(answer) ? answer.error.reason : 'ok';
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    printTable(`${count} bad payloads, seed ${seed}`, reasons, grown());
    expect(grown()).toBeLessThan(700);
    expect(text()).toBe(before);
    expect('polluted' in {}).toBe(false);
    expect(reasons.get('bad-input') ?? 0).toBeGreaterThan(count / 2);
    for (const reason of ['unknown', 'ok', 'internal-error'])
      expect(reasons.get(reason) ?? 0, reason).toBeGreaterThan(20);
  },
);
