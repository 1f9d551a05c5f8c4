// What the home screen asks for around an expiry: in a studio of one's own, day by day.
import '../support/fake-desk.ts';
import { describe, expect, test } from 'vitest';
import { paidFor } from '../../core/desk/pending/paid-for.ts';
import { planRenewals } from '../../core/desk/plan/renewal-plan.ts';
import { defaultRenewalChoices } from '../../core/desk/rows/renewal-choices.ts';
import { dueReminders } from '../../core/desk/reminders/reminders.ts';
import { deadlines } from '../../core/desk/plan/deadlines.ts';
import type { Command } from '../../core/desk/command.ts';
import type { AppState } from '../../core/desk/rows/state.ts';
import type { Host } from '../../core/host/host.ts';
import { addDays, type Day } from '../../core/kernel/day.ts';
import type { CartId, PurchaseId, ServiceId } from '../../core/kernel/id.ts';
import { finish } from '../../core/kernel/steps.ts';
import { orderedRenewals, renewalRows } from '../../renderer/screens/renewal-plan/renewal-rows.ts';
import { renewalStandingOf } from '../../renderer/screens/renewal-plan/renewal-standing.ts';
import { sessionRows } from '../../renderer/screens/renewal-plan/sessions/session-rows.ts';
import { openTasksInSteps } from '../../renderer/screens/status/tasks/open-tasks.ts';
import { memoryDisk } from '../support/crashing-disk.ts';
import { e1, openOwn, service, stateOf, submit } from '../support/own-host.ts';
import { compared, happened, ordered } from '../support/purchase-desk.ts';
import { anOrder } from '../support/reminder-desk.ts';
import { decideBench } from '../support/sample-state.ts';

const alone = { ...e1, users: [], modules: [] };
const noon = 12 * 60;

/** A studio with one service, on 24/11/2026. */
function studioWith(details: object): { readonly host: Host; readonly serviceId: ServiceId } {
  const host = openOwn(memoryDisk());
  submit(host, service(details));
  const [serviceId] = stateOf(host).replica.services.keys();
  return { host, serviceId: serviceId as ServiceId };
}

const on = (host: Host, day: string): AppState => ({ ...stateOf(host), today: day as Day });

/** The tasks of a day, as tone, last day, sentence without the holder and button. */
const tasksIn = (state: AppState): readonly string[] =>
  finish(openTasksInSteps(state, [])).tasks.map(({ tone, due, words }) => {
    const { sentence, label } = words();
    return `${tone} ${due ?? '–'} ${sentence.replace(/^[^:]+: /, '')} [${label}]`;
  });
const tasksOn = (host: Host, day: string): readonly string[] => tasksIn(on(host, day));

const remindersOn = (host: Host, day: string): readonly string[] =>
  dueReminders(on(host, day), noon).map(({ kind, on: last }) => `${kind} ${last}`);

function prepare(host: Host, open: Command, ...more: readonly ((cartId: CartId) => Command)[]): PurchaseId {
  const cartId = submit(host, open).carts?.[0] as CartId;
  for (const one of more) submit(host, one(cartId));
  return submit(host, { type: 'purchase/prepare', cartId }).purchases?.[0] as PurchaseId;
}

const twoUsers = (host: Host, serviceId: ServiceId, extension: boolean): PurchaseId =>
  prepare(
    host,
    { type: 'cart/open', serviceId },
    (cartId) => ({ type: 'cart/quantity', cartId, quantity: 2 }),
    (cartId) => ({ type: 'cart/extension', cartId, on: extension }),
  );

/** Ordered on 24/11/2026, to be paid by transfer. */
function order(host: Host, id: PurchaseId): void {
  for (const kind of ['checked', 'opened', 'composed'] as const) submit(host, happened(id, { kind }));
  submit(host, happened(id, compared(stateOf(host).workspace.purchases.get(id)?.revision.quote.gross ?? 0)));
  submit(host, happened(id, ordered()));
}

function renewal(expiry: string) {
  const { host, serviceId } = studioWith({ ...alone, expiry });
  return { host, serviceId, id: prepare(host, { type: 'cart/open-renewal', serviceId }) };
}

describe('a renewal is on the home screen until something renews it', () => {
  test.each([false, true])('users that are only prepared hide nothing, extension %s', (extension) => {
    const { host, serviceId } = studioWith({ ...alone, expiry: '2026-12-14' });
    const before = ['late 2026-11-26 da rinnovare, scade il 14/12/2026 [Rinnova]'];
    expect(tasksOn(host, '2026-11-24')).toEqual(before);
    twoUsers(host, serviceId, extension);
    expect(tasksOn(host, '2026-11-24')).toEqual([...before, 'accent – acquisto aperto, Prepara [Continua]']);
    expect(tasksOn(host, '2026-12-13')[0]).toBe(
      'late 2026-12-14 da rinnovare, scade il 14/12/2026 [Rinnova]',
    );
    expect(tasksOn(host, '2027-02-20')[0]).toBe(
      'late 2027-03-14 scaduto, si riattiva fino al 14/03/2027 [Riattiva]',
    );
  });

  test('users that are ordered without the extension hide nothing either; with it they have a last day', () => {
    const without = studioWith({ ...alone, expiry: '2026-12-14' });
    order(without.host, twoUsers(without.host, without.serviceId, false));
    expect(tasksOn(without.host, '2026-11-24')).toEqual([
      'late 2026-11-26 da rinnovare, scade il 14/12/2026 [Rinnova]',
      'accent – acquisto aperto, Paga [Continua]',
    ]);
    const extended = studioWith({ ...alone, expiry: '2026-12-14' });
    order(extended.host, twoUsers(extended.host, extended.serviceId, true));
    expect(tasksOn(extended.host, '2026-11-24')).toEqual([
      'late 2026-11-26 acquisto aperto, Paga [Continua]',
    ]);
  });

  test('a renewal that is prepared keeps its day: by transfer, by card, the expiry, the end of grace', () => {
    const { host } = renewal('2026-12-22');
    const task = (day: string): string => `late ${day} acquisto aperto, Prepara [Continua]`;
    expect(tasksOn(host, '2026-11-24')).toEqual([task('2026-12-04')]);
    expect(tasksOn(host, '2026-12-05')).toEqual([task('2026-12-07')]);
    expect(tasksOn(host, '2026-12-20')).toEqual([task('2026-12-22')]);
    expect(tasksOn(host, '2026-12-23')).toEqual([task('2027-03-22')]);
    // Nothing presses months before.
    expect(tasksOn(renewal('2027-10-15').host, '2026-11-24')).toEqual([
      'accent 2027-09-29 acquisto aperto, Prepara [Continua]',
    ]);
  });

  test('ordered and unpaid it keeps the last safe day of its way to pay (rule G4), also once it has passed', () => {
    const { host, id } = renewal('2026-12-22');
    order(host, id);
    const task = (day: string): string => `late ${day} acquisto aperto, Paga [Continua]`;
    expect(tasksOn(host, '2026-11-24')).toEqual([task('2026-12-04')]);
    expect(tasksOn(host, '2026-12-21')).toEqual([task('2026-12-04')]);
    // A transfer of Friday 19 March is registered on Monday 22, the last day of grace.
    expect(tasksOn(host, '2027-01-10')).toEqual([task('2027-03-19')]);
  });

  test('automatic renewal switched on afterwards is no failed debit', () => {
    const { host, serviceId, id } = renewal('2026-12-22');
    order(host, id);
    submit(host, service({ automaticRenewal: true }, serviceId));
    expect(tasksOn(host, '2026-11-24')).toEqual(['late 2026-12-04 acquisto aperto, Paga [Continua]']);
  });

  test('an order of a vendor is late once its day is near or has passed; an extension has a day, too', () => {
    const desk = decideBench();
    const [known] = desk.state.replica.services.values();
    if (known === undefined) throw new Error('The sample has services');
    const base = known.items.find(({ kind }) => kind === known.kind);
    const sample = anOrder({ serviceId: known.id, method: 'bank-transfer' });
    const [line] = sample.quote.lines;
    if (line === undefined || base === undefined) throw new Error('The order has lines');
    const extension = {
      ...line,
      ...base,
      reason: 'extension',
      newExpiry: addDays(base.expiry, 200),
    } as const;
    desk.state.replica.orders.clear();
    desk.state.replica.orders.set(sample.orderNumber, {
      ...sample,
      quote: { ...sample.quote, lines: [{ ...line, kind: 'user', reason: 'bought' }, extension] },
    });
    const tones = (ahead: number) =>
      finish(openTasksInSteps({ ...desk.state, today: addDays(base.expiry, -ahead) }, []))
        .tasks.filter(({ id, serviceId }) => serviceId === known.id && /^(?:pay|renewal) /.test(id))
        .map(({ id, tone, due }) => `${id} ${tone} ${due ?? '–'}`);
    const [far] = tones(45);
    expect(far).toMatch(/^pay 31900001 soon \d/);
    expect(tones(20)).toEqual([far?.replace('soon', 'late')]);
    expect(tones(3)).toEqual([far?.replace('soon', 'late')]);
  });
});

describe('a payment that Aruba has not registered', () => {
  const paid = () => {
    const made = renewal('2026-12-22');
    order(made.host, made.id);
    submit(made.host, happened(made.id, { kind: 'paid', day: '2026-11-24' as Day }));
    return made;
  };
  const lost =
    'pagato il 24/11/2026, Aruba doveva registrarlo entro il 25/11/2026, ordine 50012345 [Continua]';

  test('is late three working days after its day (rule G3), and the reminders come back', () => {
    const { host } = paid();
    expect(tasksOn(host, '2026-11-30')).toEqual(['accent – acquisto aperto, Attivo [Continua]']);
    expect(remindersOn(host, '2026-11-30')).toEqual([]);
    expect(tasksOn(host, '2026-12-01')).toEqual([`late – ${lost}`]);
    expect(remindersOn(host, '2026-12-14')).toEqual(['expiry 2026-12-22']);
    expect(tasksOn(host, '2027-03-01')).toEqual([`late 2027-03-22 ${lost}`]);
    expect(remindersOn(host, '2027-03-01')).toEqual(['deletion 2027-03-22']);
  });

  test('once somebody says that it is registered nothing is late; never active, the reminders come back', () => {
    const { host, id } = paid();
    submit(host, happened(id, { kind: 'registered', day: '2026-11-24' as Day }));
    expect(tasksOn(host, '2026-12-14')).toEqual(['accent – acquisto aperto, Attivo [Continua]']);
    expect(remindersOn(host, '2026-11-27')).toEqual([]);
    expect(remindersOn(host, '2026-12-14')).toEqual(['expiry 2026-12-22']);
    expect(tasksOn(host, '2027-01-10')).toEqual(['late 2027-03-22 acquisto aperto, Attivo [Continua]']);
  });

  test('while it is on its way there is no last day to pay in the list of deadlines', () => {
    const { host } = paid();
    const days = (day: string): readonly string[] => {
      const state = on(host, day);
      const { services } = state.replica;
      return deadlines(services.values(), state.today, '2027-01-31' as Day, paidFor(state)).map(
        ({ kind }) => kind,
      );
    };
    expect(days('2026-11-25')).toEqual(['expiry']);
    expect(days('2026-12-01')).toEqual(['transfer', 'card', 'expiry']);
  });
});

test('automatic renewal: from the day of the debit somebody looks, after the expiry it is late', () => {
  const { host } = studioWith({ ...alone, expiry: '2026-12-14', automaticRenewal: true });
  expect(tasksOn(host, '2026-12-06')).toEqual([]);
  const look = 'soon 2026-12-14 rinnovo automatico, verifica se Aruba ha rinnovato [Verifica]';
  expect(tasksOn(host, '2026-12-07')).toEqual([look]);
  expect(tasksOn(host, '2026-12-14')).toEqual([look]);
  const late = 'late 2027-03-14 scaduto il 14/12/2026, verifica se Aruba ha rinnovato [Verifica]';
  expect(tasksOn(host, '2026-12-15')).toEqual([late]);
  expect(tasksOn(host, '2027-03-14')).toEqual([late]);
});

test('a deleted service asks for a new purchase until nobody looks after it any more', () => {
  const { host, serviceId } = studioWith({ ...alone, expiry: '2026-08-01' });
  expect(tasksOn(host, '2026-11-24')).toEqual([
    'soon – cancellato dopo il 30/10/2026, serve un nuovo acquisto [Dettagli]',
  ]);
  submit(host, service({ followed: false }, serviceId));
  expect(tasksOn(host, '2026-11-24')).toEqual([]);
});

test('users and modules that end before their service are a task with their last day', () => {
  const { host, serviceId } = studioWith({
    ...e1,
    expiry: '2027-10-15',
    users: [
      { quantity: 3, expiry: '2027-01-01' },
      { quantity: 1, expiry: null },
    ],
    modules: [{ kind: 'documents', expiry: '2027-01-05' }],
  });
  const ends = (day: string) => tasksOn(host, day).filter((one) => one.includes('solo fino'));
  const users = '2027-01-01 3 utenti solo fino al 01/01/2027, il servizio continua [Dettagli]';
  const module = '2027-01-05 Modulo Documenti solo fino al 05/01/2027, il servizio continua [Dettagli]';
  expect(ends('2026-12-01')).toEqual([]);
  expect(ends('2026-12-02')).toEqual([`soon ${users}`]);
  expect(ends('2026-12-18')).toEqual([`late ${users}`, `soon ${module}`]);
  expect(ends('2027-01-02')).toEqual([`late ${module}`]);
  const id = twoUsers(host, serviceId, true);
  order(host, id);
  expect(tasksOn(host, '2026-12-18')).toContain('late 2026-12-30 acquisto aperto, Paga [Continua]');
  submit(host, happened(id, { kind: 'paid', day: '2026-11-24' as Day }));
  // What is paid for does not end.
  expect(paidFor(on(host, '2026-11-26')).get(serviceId)?.get('user')).toBe('2027-11-24');
  const moved = { ...on(host, '2026-12-18') };
  const orders = new Map(
    [...moved.replica.orders].map(([number, one]) => [
      number,
      { ...one, paid: { on: '2026-12-17' as Day, registeredOn: '2026-12-18' as Day } },
    ]),
  );
  const state = { ...moved, replica: { ...moved.replica, orders } };
  expect(tasksIn(state).filter((one) => one.includes('solo fino'))).toEqual([]);
});

test('the plan calls a renewal ordered once it is ordered, not when it is prepared (rule K)', () => {
  const { host, id } = renewal('2026-12-22');
  const plan = planRenewals(stateOf(host), defaultRenewalChoices);
  if (!plan.ok) throw new Error(plan.error.reason);
  const standings = (): readonly string[] =>
    ['2026-11-24', '2026-12-20', '2027-02-01'].map((day) => {
      const state = on(host, day);
      const about = { services: state.replica.services, today: state.today };
      const [row] = renewalRows(about, { ...plan.value, sessions: [] }, orderedRenewals(state));
      return row === undefined ? '' : renewalStandingOf(row);
    });
  expect(standings()).toEqual(['soon', 'soon', 'grace']);
  // It is not prepared a second time.
  const windows = plan.value.sessions.flatMap((session) => session.windows);
  expect(sessionRows(stateOf(host), windows)[0]?.order?.standing).toBe('prepared');
  order(host, id);
  expect(standings()).toEqual(['ordered', 'ordered', 'ordered']);
});

test('an activation that failed is said so, before anything is bought again', () => {
  const { host, serviceId } = studioWith(e1);
  const id = twoUsers(host, serviceId, true);
  order(host, id);
  submit(host, happened(id, { kind: 'paid', day: '2026-11-24' as Day }));
  submit(host, happened(id, { kind: 'failed', day: '2026-11-24' as Day }));
  expect(tasksOn(host, '2026-11-25')).toContain(
    'late – attivazione non riuscita, ordine 50012345: scrivi ad Aruba prima di acquistare di nuovo [Continua]',
  );
});
