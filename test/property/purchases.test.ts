// The state machine of a purchase, walked through as its README draws it, with crashes (rule K).
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../../core/desk/command.ts';
import type { Host } from '../../core/host/host.ts';
import type { PurchaseId } from '../../core/kernel/id.ts';
import { purchaseStates, type PurchaseState } from '../../core/purchases/purchase.ts';
import { holdsService, possible, stateAfter } from '../../core/purchases/transitions.ts';
import { memoryDisk, type CrashPoint, type Disk } from '../support/crashing-disk.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { law } from '../support/law.ts';
import { openOwn, stateOf, today } from '../support/own-host.ts';
import { happened, preparedE1, purchaseIn, seen } from '../support/purchase-desk.ts';

const kinds = [
  'checked',
  'opened',
  'composed',
  'compared',
  'ordered',
  'paid',
  'registered',
  'activated',
  'failed',
  'unsure',
  'still-unsure',
  'not-ordered',
  'abandoned',
  'cancelled',
] as const;
type Kind = (typeof kinds)[number];

/** The table of core/purchases/README.md: from `state kind` to the next state. */
const drawn = new Map(
  readFileSync('core/purchases/README.md', 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, from = '', , to = '']) => purchaseStates.includes(from.split(', ')[0] as never) && to !== '')
    .flatMap(([, from = '', what = '', to = '']) =>
      from.split(', ').flatMap((state) => what.split(', ').map((kind) => [`${state} ${kind}`, to] as const)),
    ),
);

test('the README draws every transition, and no other', () => {
  const built = purchaseStates.flatMap((state) =>
    possible(state).map(
      (kind) =>
        [`${state} ${kind}`, kind === 'not-ordered' ? 'back' : stateAfter(state, kind, 'prepared')] as const,
    ),
  );
  expect(Object.fromEntries(built)).toEqual(Object.fromEntries(drawn));
  expect(drawn.size).toBeGreaterThan(25);
});

function commandOf(id: PurchaseId, kind: Kind): Command {
  const day = today;
  switch (kind) {
    case 'activated':
      return { type: 'purchase/activate', purchaseId: id, day, expiries: [], automaticRenewal: null };
    case 'compared':
      return happened(id, { kind, day, receipt: seen(6442), cause: null, note: '' });
    case 'ordered':
      return happened(id, { kind, day, orderNumber: '50012345' as never, method: 'bank-transfer' });
    case 'paid':
    case 'registered':
    case 'failed':
    case 'unsure':
    case 'still-unsure':
    case 'cancelled':
      return happened(id, { kind, day });
    default:
      return happened(id, { kind });
  }
}

interface Step {
  /** Which of the possible events; of all events if `any`. */
  readonly pick: number;
  readonly any: boolean;
  /** How the process ends during the step; null: it does not. */
  readonly crash: CrashPoint['when'] | null;
  /** Ends and starts between two steps. */
  readonly restart: boolean;
}

/** What the README says happens to a purchase. */
interface Model {
  state: PurchaseState;
  beforeUnsure: PurchaseState;
}

type Table = ReadonlyMap<string, string>;

function expected(table: Table, model: Model, kind: Kind): PurchaseState | undefined {
  const to = table.get(`${model.state} ${kind}`);
  return to === 'back' ? model.beforeUnsure : (to as PurchaseState | undefined);
}

/** Whether a second purchase for the service is refused, asked without leaving a trace. */
function isHeld(host: Host, id: PurchaseId): boolean {
  const { service } = purchaseIn(host, id).record.revision;
  const opened = host.submit({ type: 'cart/open-renewal', serviceId: service?.id as never });
  if (!opened.ok) throw new Error(opened.error.reason);
  const done = host.submit({ type: 'purchase/prepare', cartId: `renewal-${service?.id}` as never });
  if (done.ok) host.undo();
  host.undo();
  return !done.ok && done.error.reason === 'purchase-open';
}

function walk(table: Table, steps: readonly Step[]): void {
  const disk: Disk = memoryDisk();
  let ids = 1;
  let host = openOwn(disk, ids);
  const id = preparedE1(host);
  const model: Model = { state: 'prepared', beforeUnsure: 'prepared' };
  const start = (crash?: CrashPoint): void => {
    ids += 1000;
    host = openOwn(disk, ids, fakeClock(), crash);
  };
  for (const { pick, any, crash, restart } of steps) {
    if (restart) start();
    const choice = any ? kinds : kinds.filter((kind) => table.has(`${model.state} ${kind}`));
    const kind = choice[pick % choice.length] ?? 'checked';
    const to = expected(table, model, kind);
    if (crash !== null) start({ step: 1, when: crash });
    let confirmed: boolean | null;
    try {
      confirmed = host.submit(commandOf(id, kind)).ok;
    } catch {
      confirmed = null;
    }
    if (crash !== null) start();
    const { state } = purchaseIn(host, id);
    // What was refused changed nothing, and what was confirmed stays. What was cut off is there whole or not.
    if (confirmed === true) expect(to, `${model.state} ${kind}`).toBeDefined();
    if (to === undefined) expect(state).toBe(model.state);
    else if (crash === null) expect([confirmed, state]).toEqual([true, to]);
    else if (confirmed === true) expect(state).toBe(to);
    else expect([model.state, to]).toContain(state);
    if (state !== model.state) {
      if (kind === 'unsure') model.beforeUnsure = model.state;
      model.state = state;
    }
    const known = !['prepared', 'at-cart', 'compared', 'abandoned', 'to-verify'].includes(state);
    expect(stateOf(host).replica.orders.has('50012345')).toBe(known);
    expect(isHeld(host, id)).toBe(holdsService(state));
  }
}

const step = fc.record({
  pick: fc.nat({ max: 999 }),
  any: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  crash: fc.option(fc.constantFrom<CrashPoint['when']>('before', 'after'), { freq: 4 }),
  restart: fc.boolean(),
});

law<Table, readonly Step[]>('a purchase goes where the README says, through refusals, restarts and crashes', {
  subject: drawn,
  wrong: new Map([...drawn, ['to-verify abandoned', 'abandoned']]),
  given: fc.array(step, { maxLength: 14 }),
  holds: walk,
  runs: 100,
});
