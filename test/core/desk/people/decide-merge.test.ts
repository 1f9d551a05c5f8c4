import { describe, expect, test } from 'vitest';
import type { Command } from '../../../../core/desk/command.ts';
import type { PersonId, ServiceId } from '../../../../core/kernel/id.ts';
import { mostNoteCharacters } from '../../../../core/people/note.ts';
import type { PersonDetails } from '../../../../core/people/person.ts';
import { startHost } from '../../../support/test-host.ts';
import { decideBench } from '../../../support/sample-state.ts';

const [ferri, deluca, greco, sanna, riva] = [
  'p-a-ferri',
  'p-m-deluca',
  'p-p-greco',
  'p-g-sanna',
  'p-f-riva',
] as PersonId[] as [PersonId, PersonId, PersonId, PersonId, PersonId];
const own = 'fe-studio' as ServiceId;
const other = 'fe-sole' as ServiceId;

function bench() {
  const desk = decideBench();
  const { workspace } = desk.state;
  const details = (id: PersonId, changes: Partial<PersonDetails> = {}): PersonDetails => {
    const person = workspace.people.get(id);
    if (person === undefined) throw new Error(`${id} is not in the sample`);
    const { id: _, ...rest } = person;
    return { ...rest, ...changes };
  };
  const merge = (keep: PersonId, drop: PersonId, changes: Partial<PersonDetails> = {}): Command => ({
    type: 'person/merge',
    keep,
    drop,
    details: details(keep, changes),
  });
  const note = (personId: PersonId, text: string): Command => ({ type: 'person/note', personId, text });
  const submit = (command: Command) => desk.submit(command);
  const refusal = (command: Command) => desk.refusal(command);
  return { submit, refusal, workspace, details, merge, note };
}

describe('two rows become one', () => {
  test('with the chosen values; the other row is gone', () => {
    const { submit, merge, workspace } = bench();
    const email = workspace.people.get(ferri)?.email ?? '';
    expect(submit(merge(riva, ferri, { email, department: 'Paghe' }))).toMatchObject({ ok: true });
    expect(workspace.people.get(riva)).toMatchObject({ id: riva, email, department: 'Paghe' });
    expect(workspace.people.has(ferri)).toBe(false);
  });

  test('the seat goes over with its username, its permissions and its first day', () => {
    const { submit, merge, workspace } = bench();
    const before = workspace.seats.get(`${own}/${ferri}`);
    submit(merge(riva, ferri));
    expect(workspace.seats.get(`${own}/${riva}`)).toEqual({
      ...before,
      id: `${own}/${riva}`,
      personId: riva,
    });
    expect(workspace.seats.has(`${own}/${ferri}`)).toBe(false);
    expect(workspace.usernames.get(`${own}/aferri01`)?.personId).toBe(riva);
  });

  test('a need that the other row’s seat serves is none any more; one that nothing serves goes over', () => {
    const { submit, merge, workspace } = bench();
    submit({ type: 'seat/need', serviceId: other, personIds: [ferri], needed: true });
    submit(merge(sanna, ferri));
    expect([...workspace.needs.keys()].filter((id) => id.endsWith(sanna) || id.endsWith(ferri))).toEqual([
      `${other}/${sanna}`,
    ]);
    expect(workspace.seats.has(`${own}/${sanna}`)).toBe(true);
  });

  test('where both wait, the permissions that one was to start with are not lost', () => {
    const { submit, merge, workspace } = bench();
    submit({ type: 'seat/need', serviceId: other, personIds: [ferri, riva], needed: true });
    const need = workspace.needs.get(`${other}/${ferri}`);
    if (need === undefined) throw new Error('Ferri waits');
    workspace.needs.set(need.id, { ...need, permissions: ['read', 'create'] });
    submit(merge(riva, ferri));
    expect(workspace.needs.get(`${other}/${riva}`)).toEqual({
      id: `${other}/${riva}`,
      serviceId: other,
      personId: riva,
      permissions: ['read', 'create'],
      order: need.order,
    });
  });

  test('in a cart that names both the person stands once, and the quantity stays', () => {
    const { submit, merge, workspace } = bench();
    submit({ type: 'cart/open', serviceId: own });
    const before = workspace.carts.get(`service-${own}`);
    expect(before?.personIds).toHaveLength(2);
    const [first, second] = before?.personIds ?? [];
    if (first === undefined || second === undefined) throw new Error('Two people wait in the sample');
    submit(merge(second, first));
    expect(workspace.carts.get(`service-${own}`)).toEqual({ ...before, personIds: [second] });
  });

  test('who was told apart stays so; the two themselves are no longer', () => {
    const { submit, merge, workspace } = bench();
    for (const personIds of [
      [ferri, riva],
      [ferri, sanna],
      [greco, ferri],
      [riva, greco],
    ] as [PersonId, PersonId][])
      submit({ type: 'person/apart', personIds });
    submit(merge(riva, ferri));
    expect([...workspace.apart.keys()].sort()).toEqual(
      [`${riva}/${sanna}`, `${riva}/${greco}`].map((id) => id.split('/').sort().join('/')).sort(),
    );
  });

  test('both notes are kept, the same one once', () => {
    const { submit, merge, note, workspace } = bench();
    submit(note(riva, 'Part time'));
    submit(note(ferri, 'Sede di Arezzo'));
    submit(note(sanna, 'Part time\n\nSede di Arezzo'));
    submit(merge(riva, ferri));
    expect([...workspace.notes.values()]).toContainEqual({ id: riva, text: 'Part time\n\nSede di Arezzo' });
    submit(merge(riva, sanna));
    expect([...workspace.notes.values()]).toEqual([{ id: riva, text: 'Part time\n\nSede di Arezzo' }]);
  });
});

describe('refused, and nothing has changed', () => {
  test('where both hold a seat on one service: its name is told', () => {
    const { refusal, merge } = bench();
    expect(refusal(merge(ferri, deluca))).toEqual({
      reason: 'both-hold-seats',
      name: 'Marco De Luca',
      holders: ['Studio Bianchi e Associati'],
    });
  });

  test('where one holds a seat and the other a user in the panel that was his', () => {
    const { refusal, merge, workspace } = bench();
    workspace.seats.delete(`${own}/${greco}`);
    expect(refusal(merge(ferri, greco))).toMatchObject({
      reason: 'both-hold-seats',
      holders: ['Studio Bianchi e Associati'],
    });
    expect(refusal(merge(riva, greco))).toBe(undefined);
  });

  test('where the address is a third person’s', () => {
    const { refusal, merge, workspace } = bench();
    const email = workspace.people.get(sanna)?.email.toUpperCase() ?? '';
    expect(refusal(merge(riva, ferri, { email }))).toEqual({ reason: 'duplicate-email', email });
  });

  test('where the notes together are longer than a note may be', () => {
    const { refusal, submit, merge, note } = bench();
    submit(note(riva, 'a'.repeat(1200)));
    submit(note(ferri, 'b'.repeat(1200)));
    expect(refusal(merge(riva, ferri))).toEqual({
      reason: 'notes-too-long',
      characters: 2402,
      most: mostNoteCharacters,
    });
  });

  test.each([
    [ferri, ferri],
    [ferri, 'p-nobody' as PersonId],
    ['p-nobody' as PersonId, ferri],
  ])('%s and %s', (keep, drop) => {
    const { refusal, details } = bench();
    expect(refusal({ type: 'person/merge', keep, drop, details: details(ferri) })).toEqual({
      reason: 'unknown',
      what: 'person',
    });
    expect(refusal({ type: 'person/apart', personIds: [keep, drop] })).toEqual({
      reason: 'unknown',
      what: 'person',
    });
  });
});

describe('notes', () => {
  test('written, tidied, taken away; the same again changes nothing', () => {
    const { submit, note, workspace } = bench();
    submit(note(riva, '  Part time\r\nil venerdì \n'));
    expect(workspace.notes.get(riva)).toEqual({ id: riva, text: 'Part time\nil venerdì' });
    expect(submit(note(riva, 'Part time\nil venerdì '))).toEqual({ ok: true, changes: [] });
    submit(note(riva, ' \n'));
    expect(workspace.notes.size).toBe(0);
    expect(submit(note('p-nobody' as PersonId, 'x'))).toMatchObject({
      ok: false,
      error: { reason: 'unknown' },
    });
  });

  test('a list that is imported leaves it; who is erased leaves none, nor whom he was told apart from', () => {
    const { submit, note, details, workspace } = bench();
    submit(note(riva, 'Part time'));
    submit({ type: 'person/apart', personIds: [riva, ferri] });
    submit({
      type: 'people/import',
      rows: [details(riva, { department: 'Paghe' })],
      present: ['department'],
    });
    expect([workspace.people.get(riva)?.department, workspace.notes.get(riva)?.text]).toEqual([
      'Paghe',
      'Part time',
    ]);
    submit({ type: 'person/erase', personId: riva });
    expect([workspace.notes.size, workspace.apart.size]).toEqual([0, 0]);
  });
});

test('on the whole desk: the history follows and says that the seat moved; undone, all is as it was', async () => {
  const desk = await startHost();
  const rows = () => desk.state().workspace;
  desk.do({ type: 'seat/permissions', serviceId: own, personIds: [ferri], permissions: ['read'] });
  const before = rows();
  const person = before.people.get(riva);
  if (person === undefined) throw new Error('Riva is in the sample');
  const { id: _, ...details } = person;
  desk.do({ type: 'person/merge', keep: riva, drop: ferri, details });
  const events = () =>
    [...rows().history.values()].flatMap(({ personId, personName, event }) =>
      [riva, ferri].includes(personId) ? [[personId, personName, event]] : [],
    );
  expect(events().slice(-2)).toEqual([
    [riva, 'Anna Ferri', 'permissions'],
    [riva, `${person.givenName} ${person.familyName}`, 'moved'],
  ]);
  const { merged, ...others } = rows();
  expect(
    JSON.stringify(Object.values(others).map((table: ReadonlyMap<string, unknown>) => [...table])),
  ).not.toContain(ferri);
  // Only this: whoever is erased as one of the two is erased as the other, also in older files.
  expect([...merged.values()]).toEqual([{ id: ferri, into: riva }]);
  expect(desk.host.undo()).toMatchObject({ ok: true, value: { type: 'person/merge' } });
  const { history: _after, ...after } = rows();
  expect(after).toEqual((({ history: _before, ...rest }) => rest)(before));
  expect(
    events()
      .map(([personId, , event]) => [personId, event])
      .slice(-3),
  ).toEqual([
    [ferri, 'permissions'],
    [riva, 'moved'],
    [ferri, 'moved'],
  ]);
});
