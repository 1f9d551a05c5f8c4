// Laws of a restore over any two states: it reaches the older one where it may, is content with it, touches
// nothing that stays, brings nobody back who was erased, and lets nothing be bought twice.
import fc from 'fast-check';
import { expect } from 'vitest';
import { differences } from '../../core/desk/restore/differences.ts';
import { restoreRules } from '../../core/desk/restore/restore-rule.ts';
import { applyChanges, type WorkspaceTables } from '../../core/desk/rows/state.ts';
import { copyOf, emptyWorkspace, workspaceTables } from '../../core/desk/rows/tables.ts';
import { groupBy } from '../../core/kernel/group-by.ts';
import { foldPurchase, type Purchase } from '../../core/purchases/fold.ts';
import { holdsService } from '../../core/purchases/transitions.ts';
import { prop } from '../support/prop.ts';

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const word = fc.constantFrom('Uno', 'Due');

/** Rows of the tables that point at one another. */
const rows = fc.record({
  people: fc.dictionary(id, word),
  notes: fc.dictionary(id, word),
  needs: fc.dictionary(id, fc.record({ personId: id })),
  carts: fc.dictionary(id, fc.record({ personIds: fc.array(id, { maxLength: 2 }) })),
  clients: fc.dictionary(id, word),
  told: fc.dictionary(id, word),
  usernames: fc.dictionary(id, fc.record({ personId: id })),
  history: fc.dictionary(id, fc.record({ personId: id, personName: word })),
  erased: fc.uniqueArray(id, { maxLength: 2 }),
  facts: fc.uniqueArray(id),
  purchases: fc.dictionary(
    id,
    fc.record({
      serviceId: fc.constantFrom('s1', 's2'),
      state: fc.constantFrom('prepared', 'ordered', 'abandoned'),
      orderNumber: fc.constantFrom('1', '2', '3'),
    }),
  ),
});

/** What leads a purchase to a state, as far as its fold looks at it. */
function eventsTo(state: string, orderNumber: string): readonly object[] {
  if (state === 'prepared') return [];
  if (state === 'abandoned') return [{ id: 'e1', what: { kind: 'abandoned' }, corrects: null }];
  return [
    { id: 'e1', what: { kind: 'unsure', day: '2026-11-24' }, corrects: null },
    { id: 'e2', what: { kind: 'ordered', day: '2026-11-24', orderNumber }, corrects: null },
  ];
}

function tables(from: typeof rows extends fc.Arbitrary<infer T> ? T : never): WorkspaceTables {
  const made = emptyWorkspace();
  const put = (table: keyof WorkspaceTables, key: string, value: object): void =>
    void (made[table] as Map<string, unknown>).set(key, { id: key, ...value });
  const person = (familyName: string) => ({ givenName: 'Nina', familyName, email: `${familyName}@x.it` });
  for (const [key, name] of Object.entries(from.people))
    if (!from.erased.some((gone) => gone === key)) put('people', key, person(name));
  for (const table of ['notes', 'clients', 'told'] as const)
    for (const [key, text] of Object.entries(from[table])) put(table, key, { text });
  for (const [key, need] of Object.entries(from.needs))
    if (!from.erased.includes(need.personId)) put('needs', key, need);
  for (const [key, { personIds }] of Object.entries(from.carts))
    put('carts', key, { personIds, subject: { kind: 'first-purchase', clientId: key } });
  for (const [key, name] of Object.entries(from.usernames))
    put('usernames', key, { ...name, serviceId: 's', username: key });
  for (const [key, entry] of Object.entries(from.history)) put('history', key, entry);
  for (const key of from.erased) put('erased', key, {});
  for (const key of from.facts)
    put('facts', key, {
      about: key < 'c' ? 's1' : 's2',
      field: 'kind',
      value: 'e-invoicing',
      asOf: '2026-11-24',
      source: { kind: 'typed' },
      corrects: null,
      confirmed: true,
    });
  for (const [key, { serviceId, state, orderNumber }] of Object.entries(from.purchases))
    put('purchases', key, {
      personIds: [],
      events: eventsTo(state, orderNumber),
      revision: { service: { id: serviceId }, content: { subject: { kind: 'add-users', serviceId } } },
    });
  return made;
}

const asNow = (workspace: WorkspaceTables) => ({ workspace, replica: { services: new Map() } });

prop([rows, rows])('once restored, there is nothing more to restore', (before, after) => {
  const [then, now] = [tables(before), tables(after)];
  applyChanges(now, differences(asNow(now), then));
  expect(differences(asNow(now), then)).toEqual([]);
});

prop([rows, rows])('what stays is not touched, and nobody erased comes back', (before, after) => {
  const [then, now] = [tables(before), tables(after)];
  const kept = copyOf(now);
  applyChanges(now, differences(asNow(now), then));
  for (const table of workspaceTables) {
    if (restoreRules[table] === 'stays') expect(now[table]).toEqual(kept[table]);
    if (restoreRules[table] === 'missing-come-back')
      for (const [key, row] of kept[table]) expect(now[table].get(key)).toBe(row);
  }
  for (const key of now.erased.keys()) {
    expect(now.people.has(key)).toBe(false);
    expect([...now.needs.values()].map(({ personId }) => personId)).not.toContain(key);
  }
  // Every cart still finds its people and its client, if it found them before.
  for (const { personIds, id: cart } of now.carts.values()) {
    for (const person of personIds) if (kept.people.has(person)) expect(now.people.has(person)).toBe(true);
    if (kept.clients.has(cart)) expect(now.clients.has(cart)).toBe(true);
  }
});

prop([rows, rows])('all else is as it was', (before, after) => {
  const then = tables({ ...before, erased: [], carts: {}, purchases: {} });
  const now = tables({ ...after, erased: [], carts: {}, purchases: {} });
  applyChanges(now, differences(asNow(now), then));
  for (const table of workspaceTables)
    if (restoreRules[table] === 'back') expect(now[table]).toEqual(then[table]);
});

prop([rows, rows])(
  'no service gets a second open purchase, no number a second one, and none loses its service',
  (before, after) => {
    const [then, now] = [tables(before), tables(after)];
    const counted = (
      purchases: WorkspaceTables['purchases'],
      keyOf: (purchase: Purchase) => string | undefined,
    ) => groupBy([...purchases.values()].map(foldPurchase), keyOf);
    const service = ({ state, record }: Purchase) =>
      holdsService(state) ? record.revision.service?.id : undefined;
    const number = ({ ordered }: Purchase) => ordered?.orderNumber;
    const known = (): ReadonlySet<string> => new Set([...now.facts.values()].map(({ about }) => about));
    const [ofService, ofNumber] = [counted(now.purchases, service), counted(now.purchases, number)];
    const wasKnown = known();
    applyChanges(now, differences(asNow(now), then));
    for (const [keyOf, had] of [
      [service, ofService],
      [number, ofNumber],
    ] as const)
      for (const [key, found] of counted(now.purchases, keyOf))
        if (key !== undefined)
          expect(found.length).toBeLessThanOrEqual(Math.max(1, had.get(key)?.length ?? 0));
    for (const { revision } of now.purchases.values())
      if (wasKnown.has(revision.service?.id ?? ''))
        expect(known().has(revision.service?.id ?? '')).toBe(true);
  },
);
