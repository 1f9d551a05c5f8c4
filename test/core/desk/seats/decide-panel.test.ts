import { describe, expect, test } from 'vitest';
import { applyChanges, type WorkspaceRows } from '../../../../core/desk/rows/state.ts';
import { boardOf, panelPlanOf } from '../../../../core/desk/seats/seat-boards.ts';
import type { PersonId, ServiceId } from '../../../../core/kernel/id.ts';
import { proposeAdoptions } from '../../../../core/seats/adopt-users.ts';
import { decideBench } from '../../../support/sample-state.ts';

const own = 'fe-studio' as ServiceId;
const sole = 'fe-sole' as ServiceId;
const ids = (...names: readonly string[]) => names.map((name) => `p-${name}` as PersonId);
type Desk = ReturnType<typeof decideBench>;

const serviceOf = ({ state }: Desk, id: ServiceId) => {
  const service = state.replica.services.get(id);
  if (service === undefined) throw new Error(`No ${id}`);
  return service;
};
const steps = (desk: Desk, id: ServiceId) => panelPlanOf(desk.state, serviceOf(desk, id)).steps;
const commands = ({ state }: Desk) =>
  [...state.workspace.outbox.values()].toSorted((a, b) => a.order - b.order).map(({ command }) => command);
const editor = ['read', 'create', 'send'] as const;

describe('aligning the panel', () => {
  test('the steps go into the outbox in the order of the plan, with everything that the panel needs', () => {
    const desk = decideBench();
    desk.submit({
      type: 'seat/permissions',
      serviceId: own,
      personIds: ids('a-ferri'),
      permissions: [...editor],
    });
    expect(desk.submit({ type: 'panel/align', serviceId: own, usernames: ['aferri01', 'pgreco01'] }).ok).toBe(
      true,
    );
    expect(commands(desk)).toEqual([
      { kind: 'user/delete', serviceId: own, username: 'pgreco01' },
      {
        kind: 'user/change',
        serviceId: own,
        username: 'aferri01',
        change: { email: 'a.ferri@studiobianchi.example', permissions: editor },
      },
    ]);
    expect(steps(desk, own)).toEqual([]);
  });

  test('a new seat is a new user', () => {
    const desk = decideBench();
    desk.submit({ type: 'seat/assign', serviceId: sole, personIds: ids('f-riva') });
    desk.submit({ type: 'panel/align', serviceId: sole, usernames: ['friva001'] });
    expect(commands(desk)).toEqual([
      {
        kind: 'user/create',
        serviceId: sole,
        user: { username: 'friva001', email: 'f.riva@studiobianchi.example', permissions: ['read'] },
      },
    ]);
  });

  test('a plan that holds no more is refused, and then nothing is sent', () => {
    const desk = decideBench();
    expect(
      desk.refusal({ type: 'panel/align', serviceId: own, usernames: ['pgreco01', 'mdeluca01'] }),
    ).toEqual({ reason: 'panel-moved-on' });
    expect(commands(desk)).toEqual([]);
    expect(
      desk.refusal({ type: 'panel/align', serviceId: 'fe-nowhere' as ServiceId, usernames: [] }),
    ).toEqual({ reason: 'unknown', what: 'service' });
  });
});

describe('freeing a seat', () => {
  test('one that is in the panel is deleted there first: the seat stays until that is done (D5, H5)', () => {
    const desk = decideBench();
    const before = boardOf(desk.state, serviceOf(desk, own));
    desk.submit({ type: 'seat/free', serviceId: own, personIds: ids('a-ferri') });
    const after = boardOf(desk.state, serviceOf(desk, own));
    expect([after.held, after.free, commands(desk)]).toEqual([
      before.held,
      before.free,
      [{ kind: 'user/delete', serviceId: own, username: 'aferri01' }],
    ]);
    expect(desk.submit({ type: 'seat/free', serviceId: own, personIds: ids('a-ferri') })).toEqual({
      ok: true,
      changes: [],
    });
  });

  test('while something else is on its way for the user it is refused', () => {
    const desk = decideBench();
    desk.submit({
      type: 'seat/permissions',
      serviceId: own,
      personIds: ids('a-ferri'),
      permissions: [...editor],
    });
    desk.submit({ type: 'panel/align', serviceId: own, usernames: ['aferri01'] });
    expect(
      desk.refusal({ type: 'seat/free', serviceId: own, personIds: ids('m-deluca', 'a-ferri') }),
    ).toEqual({
      reason: 'panel-on-its-way',
      username: 'aferri01',
    });
  });

  test('a seat without its user still there is a user to delete', () => {
    const desk = decideBench();
    applyChanges<WorkspaceRows>(desk.state.workspace as never, [
      { table: 'seats', id: `${own}/p-a-ferri`, value: null },
    ]);
    expect(steps(desk, own).map(({ kind, username }) => `${kind} ${username}`)).toEqual([
      'delete pgreco01',
      'delete aferri01',
    ]);
  });
});

describe('permissions (H4)', () => {
  test('what cannot be given is refused with the reason', () => {
    const desk = decideBench();
    const ask = (permissions: readonly string[], serviceId = own) =>
      desk.refusal({
        type: 'seat/permissions',
        serviceId,
        personIds: ids('a-ferri'),
        permissions: permissions as never,
      });
    expect(ask(['read', 'banks'])).toEqual({
      reason: 'permission-not-possible',
      problem: { kind: 'needs', permission: 'banks', needed: 'create' },
    });
    expect(ask([])).toEqual({
      reason: 'permission-not-possible',
      problem: { kind: 'needs', permission: 'read', needed: 'read' },
    });
    expect(ask(['read', 'woocommerce-read'])).toEqual({
      reason: 'permission-not-possible',
      problem: { kind: 'module', permission: 'woocommerce-read', module: 'woocommerce' },
    });
    expect(ask(['read'], sole)).toEqual({ reason: 'no-seat-any-more', name: 'Anna Ferri' });
    expect(ask(['read'], 'fe-nowhere' as ServiceId)).toEqual({ reason: 'unknown', what: 'service' });
  });

  test('those who have them already are not written again', () => {
    const desk = decideBench();
    const done = desk.submit({
      type: 'seat/permissions',
      serviceId: own,
      personIds: ids('a-ferri', 'm-deluca', 'a-ferri'),
      permissions: ['create', 'read'],
    });
    expect(done).toEqual({ ok: true, changes: [] });
  });
});

describe('usernames (H3)', () => {
  const bench = (): Desk => {
    const desk = decideBench();
    desk.submit({ type: 'seat/assign', serviceId: sole, personIds: ids('f-riva') });
    return desk;
  };
  const ask = (desk: Desk, username: string, name = 'f-riva', serviceId = sole) =>
    desk.submit({ type: 'seat/username', serviceId, personId: ids(name)[0] as PersonId, username });

  test('another one, on record for its person; the first stays taken', () => {
    const desk = bench();
    expect(ask(desk, 'francesca').ok).toBe(true);
    expect(desk.state.workspace.seats.get(`${sole}/p-f-riva`)?.username).toBe('francesca');
    expect(
      [...desk.state.workspace.usernames.values()]
        .filter(({ serviceId }) => serviceId === sole)
        .map(({ username }) => username),
    ).toEqual(['friva001', 'francesca']);
    expect(ask(desk, 'friva001').ok).toBe(true);
    expect(ask(desk, 'friva001')).toEqual({ ok: true, changes: [] });
  });

  test.each([
    ['corto', { reason: 'bad-username', username: 'corto' }],
    ['con spazi e più', { reason: 'bad-username', username: 'con spazi e più' }],
  ])('%s does not fit', (username, error) => {
    expect(ask(bench(), username)).toEqual({ ok: false, error });
  });

  test('never somebody else’s, and not once the panel has it or is being told', () => {
    const desk = bench();
    expect(ask(desk, 'MDELUCA01', 'a-ferri', own)).toEqual({
      ok: false,
      error: { reason: 'username-in-panel', username: 'aferri01' },
    });
    expect(ask(desk, 'friva001', 'nobody')).toEqual({
      ok: false,
      error: { reason: 'unknown', what: 'person' },
    });
    desk.submit({ type: 'seat/free', serviceId: sole, personIds: ids('f-riva') });
    expect(ask(desk, 'francesca')).toMatchObject({ ok: false, error: { reason: 'no-seat-any-more' } });
    desk.submit({ type: 'seat/assign', serviceId: sole, personIds: ids('l-rizzi') });
    expect(ask(desk, 'FRIVA001', 'l-rizzi')).toEqual({
      ok: false,
      error: { reason: 'username-taken', username: 'FRIVA001' },
    });
    const { username = '' } = desk.state.workspace.seats.get(`${sole}/p-l-rizzi`) ?? {};
    desk.submit({ type: 'panel/align', serviceId: sole, usernames: [username] });
    expect(ask(desk, 'lorenzorizzi', 'l-rizzi')).toEqual({
      ok: false,
      error: { reason: 'panel-on-its-way', username },
    });
  });
});

describe('users that were there before the staff list', () => {
  const bench = (): Desk => {
    const desk = decideBench();
    const service = serviceOf(desk, sole);
    const users = [
      {
        username: 'friva1999',
        email: 'F.Riva@studiobianchi.example',
        permissions: ['read', 'send'] as const,
      },
    ];
    (desk.state.replica.services as Map<string, typeof service>).set(sole, { ...service, users });
    return desk;
  };

  test('become the seats of the people they are, with what they may do there', () => {
    const desk = bench();
    desk.submit({ type: 'seat/need', serviceId: sole, personIds: ids('f-riva'), needed: true });
    desk.submit({
      type: 'seat/adopt',
      serviceId: sole,
      users: [{ username: 'friva1999', personId: ids('f-riva')[0] as PersonId }],
    });
    expect(desk.state.workspace.seats.get(`${sole}/p-f-riva`)).toMatchObject({
      username: 'friva1999',
      permissions: ['read', 'send'],
    });
    expect([
      desk.state.workspace.needs.has(`${sole}/p-f-riva`),
      steps(desk, sole),
      boardOf(desk.state, serviceOf(desk, sole)).others,
    ]).toEqual([false, [], []]);
  });

  test.each([
    [[['nobody01', 'f-riva']], { reason: 'panel-moved-on' }],
    [[['friva1999', 'nobody']], { reason: 'unknown', what: 'person' }],
    [
      [
        ['friva1999', 'f-riva'],
        ['friva1999', 'l-rizzi'],
      ],
      { reason: 'panel-moved-on' },
    ],
  ])('%j is refused whole', (pairs, refusal) => {
    const desk = bench();
    const users = pairs.map(([username = '', name = '']) => ({
      username,
      personId: ids(name)[0] as PersonId,
    }));
    expect(desk.refusal({ type: 'seat/adopt', serviceId: sole, users })).toEqual(refusal);
  });

  test('a person has one seat a service (H2)', () => {
    const desk = decideBench();
    const service = serviceOf(desk, own);
    const users = [
      ...service.users,
      { username: 'altro0001', email: 'a.ferri@studiobianchi.example', permissions: ['read'] as const },
    ];
    (desk.state.replica.services as Map<string, typeof service>).set(own, { ...service, users });
    expect(
      desk.refusal({
        type: 'seat/adopt',
        serviceId: own,
        users: [{ username: 'altro0001', personId: ids('a-ferri')[0] as PersonId }],
      }),
    ).toEqual({
      reason: 'panel-moved-on',
    });
    expect(proposeAdoptions(boardOf(desk.state, serviceOf(desk, own)), desk.state.workspace.people)).toEqual(
      [],
    );
  });

  test('are matched by their address, whatever its case, once each', () => {
    const desk = bench();
    expect(proposeAdoptions(boardOf(desk.state, serviceOf(desk, sole)), desk.state.workspace.people)).toEqual(
      [{ username: 'friva1999', personId: 'p-f-riva' }],
    );
  });
});
