import { describe, expect, test } from 'vitest';
import type { Command } from '../../../../core/desk/command.ts';
import type { PersonId } from '../../../../core/kernel/id.ts';
import type { PersonDetails } from '../../../../core/people/person.ts';
import { decideBench } from '../../../support/sample-state.ts';
import { day } from '../../../support/samples.ts';

const details = (changes: Partial<PersonDetails> = {}): PersonDetails => ({
  givenName: 'Lia',
  familyName: 'Nuova',
  email: 'l.nuova@studiobianchi.example',
  department: 'Paghe',
  start: day('2026-11-02'),
  end: null,
  ...changes,
});
const ferri = 'p-a-ferri' as PersonId;
const nobody = 'p-nobody' as PersonId;
const addClient = (vatCode: string): Command => ({ type: 'client/add', name: 'Nuovo cliente', vatCode });

describe('people', () => {
  test('one more person gets a new id', () => {
    const desk = decideBench();
    const added = desk.submit({ type: 'person/add', details: details() });
    expect(added.ok && added.changes).toMatchObject([{ table: 'people', value: details() }]);
    expect(desk.state.workspace.people.size).toBe(35);
  });

  test.each(['a.ferri@studiobianchi.example', 'A.FERRI@StudioBianchi.example'])(
    'an address that somebody has is refused: %s',
    (email) => {
      const desk = decideBench();
      const refused = { reason: 'duplicate-email', email };
      expect(desk.refusal({ type: 'person/add', details: details({ email }) })).toEqual(refused);
      expect(
        desk.refusal({
          type: 'person/change',
          personId: 'p-m-deluca' as PersonId,
          details: details({ email }),
        }),
      ).toEqual(refused);
    },
  );

  test('a person keeps the id when everything else changes, the own address in other letters too', () => {
    const desk = decideBench();
    const changed = details({ email: 'A.FERRI@studiobianchi.example', end: day('2026-12-31') });
    expect(desk.submit({ type: 'person/change', personId: ferri, details: changed })).toMatchObject({
      ok: true,
    });
    expect(desk.state.workspace.people.get(ferri)).toEqual({ ...changed, id: ferri });
  });

  test('what a change does not name stays; what is as wished already is no step', () => {
    const desk = decideBench();
    const before = desk.state.workspace.people.get(ferri);
    desk.submit({ type: 'person/change', personId: ferri, details: { department: 'Paghe' } });
    // A colleague had the same form open, and changes another field.
    desk.submit({ type: 'person/change', personId: ferri, details: { end: day('2026-12-31') } });
    const after = { ...before, department: 'Paghe', end: day('2026-12-31') };
    expect(desk.state.workspace.people.get(ferri)).toEqual(after);
    expect(desk.submit({ type: 'person/change', personId: ferri, details: { department: 'Paghe' } })).toEqual(
      { ok: true, changes: [] },
    );
  });

  test('the last day never comes before the first, also if only one of them is named', () => {
    const desk = decideBench();
    expect(
      desk.refusal({ type: 'person/change', personId: ferri, details: { end: day('1999-12-31') } }),
    ).toEqual({ reason: 'end-before-start', name: 'Anna Ferri' });
  });

  describe('several people at once', () => {
    const riva = 'p-f-riva' as PersonId;
    const change = (
      details: Extract<Command, { type: 'people/change' }>['details'],
      ...also: PersonId[]
    ) => ({
      type: 'people/change' as const,
      personIds: [ferri, riva, ferri, ...also],
      details,
    });

    test('get the department and the last day that are named, and keep the rest', () => {
      const desk = decideBench();
      const of = (id: PersonId) => desk.state.workspace.people.get(id);
      const before = [of(ferri), of(riva)];
      expect(desk.submit(change({ department: 'Paghe' })).ok).toBe(true);
      expect([of(ferri), of(riva)]).toEqual(before.map((one) => ({ ...one, department: 'Paghe' })));
      desk.submit(change({ end: day('2026-12-31') }));
      desk.submit(change({ end: null }));
      expect([of(ferri), of(riva)]).toEqual(
        before.map((one) => ({ ...one, department: 'Paghe', end: null })),
      );
    });

    test('are all refused if one is gone, or would leave before the first day', () => {
      const desk = decideBench();
      expect(desk.refusal(change({ department: 'Paghe' }, nobody))).toEqual({
        reason: 'unknown',
        what: 'person',
      });
      expect(desk.refusal(change({ end: day('1999-12-31') }))).toMatchObject({ reason: 'end-before-start' });
      expect(
        [...desk.state.workspace.people.values()].filter(({ department }) => department === 'Paghe'),
      ).toEqual(
        [...decideBench().state.workspace.people.values()].filter(({ department }) => department === 'Paghe'),
      );
    });
  });

  test('nobody cannot be changed', () => {
    expect(decideBench().refusal({ type: 'person/change', personId: nobody, details: details() })).toEqual({
      reason: 'unknown',
      what: 'person',
    });
  });

  test('a list adds the new, changes the known by address, and leaves everybody else', () => {
    const desk = decideBench();
    const rows = [
      details(),
      details({
        email: 'a.ferri@studiobianchi.example',
        givenName: 'Annamaria',
        familyName: 'Ferri',
        department: 'Altro',
      }),
    ];
    const done = desk.submit({ type: 'people/import', rows, present: ['department'] });
    expect(done.ok && done.changes.length).toBe(2);
    // The list has no column for the start, so the start does not change.
    expect(desk.state.workspace.people.get(ferri)).toMatchObject({
      givenName: 'Annamaria',
      department: 'Altro',
      start: '2012-05-02',
    });
    expect(desk.state.workspace.people.size).toBe(35);
  });

  test('the same list again changes nothing; two rows with one address make one person', () => {
    const desk = decideBench();
    const command: Command = {
      type: 'people/import',
      rows: [details(), details({ givenName: 'Altra' })],
      present: ['start', 'department'],
    };
    desk.submit(command);
    expect([desk.state.workspace.people.size, desk.submit(command)]).toEqual([35, { ok: true, changes: [] }]);
  });

  test('an empty list is accepted and does nothing', () => {
    expect(decideBench().submit({ type: 'people/import', rows: [], present: [] })).toEqual({
      ok: true,
      changes: [],
    });
  });
});

describe('clients', () => {
  test('a client with a true VAT number', () => {
    const desk = decideBench();
    expect(desk.submit(addClient('02342520158'))).toMatchObject({
      ok: true,
      changes: [{ table: 'clients', value: { name: 'Nuovo cliente' } }],
    });
    expect(desk.refusal(addClient('02342520158'))).toEqual({
      reason: 'duplicate-client',
      name: 'Nuovo cliente',
    });
  });

  test.each(['', '123', '02342520159', '0234252015x', '00000000000 '])('%j is no VAT number', (vatCode) => {
    expect(decideBench().refusal(addClient(vatCode))).toEqual({ reason: 'bad-vat-code', vatCode });
  });

  test('who has a service is no new client', () => {
    const desk = decideBench();
    const [service] = desk.state.replica.services.values();
    expect(desk.refusal(addClient(service?.vatCode ?? ''))).toEqual({
      reason: 'already-a-client',
      holder: service?.holder,
    });
  });
});

test('the firm’s settings change; without a firm there is nothing to change', () => {
  const desk = decideBench();
  const command: Command = {
    type: 'firm/settings',
    rule: 'thirty-360',
    offPolicy: 'until-service-expiry',
    language: 'en',
    theme: 'dark',
  };
  expect(desk.submit(command)).toMatchObject({ ok: true });
  expect(desk.state.workspace.firm.get('firm')).toMatchObject({
    rule: 'thirty-360',
    language: 'en',
    name: 'Studio Bianchi e Associati',
  });
  desk.state.workspace.firm.clear();
  expect(desk.refusal(command)).toEqual({ reason: 'unknown', what: 'firm' });
});
