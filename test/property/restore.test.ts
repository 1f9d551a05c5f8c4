// Laws of a restore over any two states: it reaches the older one where it may, is content with it, touches
// nothing that stays, and brings nobody back who was erased.
import fc from 'fast-check';
import { expect } from 'vitest';
import { differences } from '../../core/desk/restore/differences.ts';
import { restoreRules } from '../../core/desk/restore/restore-rule.ts';
import { applyChanges, type WorkspaceTables } from '../../core/desk/rows/state.ts';
import { copyOf, emptyWorkspace, workspaceTables } from '../../core/desk/rows/tables.ts';
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
});

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
  const then = tables({ ...before, erased: [], carts: {} });
  const now = tables({ ...after, erased: [], carts: {} });
  applyChanges(now, differences(asNow(now), then));
  for (const table of workspaceTables)
    if (restoreRules[table] === 'back') expect(now[table]).toEqual(then[table]);
});
