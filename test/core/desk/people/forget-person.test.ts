// Whoever is erased stands nowhere in the workspace, but for the usernames that stay taken (rule H3).
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../../core/desk/command.ts';
import { applyChanges, type Outgoing, type WorkspaceRows } from '../../../../core/desk/rows/state.ts';
import type { PersonId, ServiceId } from '../../../../core/kernel/id.ts';
import { decideBench } from '../../../support/sample-state.ts';

const sole = 'fe-sole' as ServiceId;
const riva = 'p-f-riva' as PersonId;
const erase: Command = { type: 'person/erase', personId: riva };
type Desk = ReturnType<typeof decideBench>;

const onlyEntry = ({ state }: Desk): Outgoing => {
  const [entry] = state.workspace.outbox.values();
  if (entry === undefined) throw new Error('It was sent');
  return entry;
};

/** Riva has a seat on a client's service, a note and a place in a cart. The panel is being told. */
function withRiva(): Desk {
  const desk = decideBench();
  desk.submit({ type: 'seat/assign', serviceId: sole, personIds: [riva] });
  desk.submit({ type: 'person/note', personId: riva, text: 'Francesca Riva, f.riva@studiobianchi.example' });
  desk.submit({ type: 'panel/align', serviceId: sole, usernames: ['friva001'] });
  desk.submit({ type: 'seat/need', serviceId: 'fe-studio' as ServiceId, personIds: [riva], needed: true });
  desk.submit({ type: 'cart/open', serviceId: 'fe-studio' as ServiceId });
  return desk;
}

/** The vendor refuses what waits, and says why with the person's data. */
function refuse(desk: Desk): void {
  const entry = onlyEntry(desk);
  const refusal = {
    errorCode: '0042',
    errorDescription: 'Utente friva001 (f.riva@studiobianchi.example) già presente',
    vendorQuote: null,
  };
  desk.state.workspace.outbox.set(entry.id, { ...entry, state: 'refused', refusal });
}

/** The vendor was restored from an older backup, and lost three things about Riva and one about Ferri. */
function forget(desk: Desk): void {
  const user = { username: 'FRIVA001', email: 'x@y.it', permissions: ['read'] as const };
  const ofService = { serviceId: sole, holder: 'Sole' };
  const things: readonly WorkspaceRows['forgotten']['thing'][] = [
    { kind: 'user-created', ...ofService, user },
    {
      kind: 'user-changed',
      ...ofService,
      user: { ...user, username: 'altro0001', email: 'F.Riva@studiobianchi.example' },
    },
    { kind: 'user-deleted', ...ofService, username: 'friva001' },
    { kind: 'user-deleted', ...ofService, username: 'aferri01' },
  ];
  applyChanges<WorkspaceRows>(
    desk.state.workspace,
    things.map((thing, at) => {
      const id = `epoch ${thing.kind} ${JSON.stringify(thing)}`;
      return { table: 'forgotten', id, value: { id, at, thing, state: 'let-go' } };
    }),
  );
}

describe('a person who is erased', () => {
  test('stands nowhere: neither name nor address nor username, but for usernames that stay taken', () => {
    const desk = withRiva();
    refuse(desk);
    forget(desk);
    desk.submit({ type: 'seat/free', serviceId: sole, personIds: [riva] });
    const before = JSON.stringify(Object.values(desk.state.workspace).map((rows) => [...rows]));
    expect([/Francesca Riva/, /f\.riva@/i, /friva001/i].map((word) => word.test(before))).toEqual([
      true,
      true,
      true,
    ]);
    expect(desk.submit(erase).ok).toBe(true);
    for (const [table, rows] of Object.entries(desk.state.workspace)) {
      const said = JSON.stringify([...rows]);
      expect(said, table).not.toMatch(/Francesca|f\.riva@/i);
      if (table !== 'usernames') expect(said, table).not.toMatch(/friva001/i);
    }
    expect([...desk.state.workspace.usernames.keys()]).toContain(`${sole}/friva001`);
    expect([...desk.state.workspace.forgotten.values()].map(({ thing }) => thing)).toEqual([
      { kind: 'user-deleted', serviceId: sole, holder: 'Sole', username: 'aferri01' },
    ]);
  });

  test('is not erased while the vendor may still make the user, also if the seat is gone', () => {
    const desk = withRiva();
    // As after a restore: the outbox stays as it is.
    desk.state.workspace.seats.delete(`${sole}/${riva}`);
    for (const state of ['queued', 'sending', 'outcome-unknown'] as const) {
      const entry = onlyEntry(desk);
      desk.state.workspace.outbox.set(entry.id, { ...entry, state });
      expect(desk.refusal(erase)).toMatchObject({ reason: 'person-holds-seats' });
    }
    refuse(desk);
    expect(desk.refusal(erase)).toBeUndefined();
  });

  test('takes no command of a colleague along that still has to reach the vendor', () => {
    const desk = withRiva();
    refuse(desk);
    desk.submit({ type: 'seat/free', serviceId: sole, personIds: [riva] });
    const { id, ...entry } = onlyEntry(desk);
    const command = {
      kind: 'user/create',
      serviceId: sole,
      user: { username: 'lrizzi01', email: 'f.riva@studiobianchi.example', permissions: ['read'] },
    } as const;
    const other = `${id.slice(0, -1)}9` as typeof id;
    desk.state.workspace.outbox.set(other, {
      ...entry,
      id: other,
      state: 'queued',
      refusal: null,
      command: { ...command, user: { ...command.user, permissions: ['read'] } },
    });
    expect(desk.submit(erase).ok).toBe(true);
    expect([...desk.state.workspace.outbox.keys()]).toEqual([other]);
  });
});
