// The main process for component tests: a bridge over the real decisions, without a disk or a vendor. Import
// it before any file of renderer/.
import type { SyncStatus } from '../../core/bridge/sync-status.ts';
import {
  textCall,
  type CallName,
  type Calls,
  type ChangedEvent,
  type ChangedMessage,
  type DueReminders,
  type Snapshot,
  type WindowBridge,
} from '../../core/bridge/contract.ts';
import type { Command } from '../../core/desk/command.ts';
import { commandCallSchemas } from '../../core/bridge/command-schemas.ts';
import { callSchemas } from '../../core/bridge/schemas.ts';
import { allRows, type ReplicaRows, type WorkspaceRows } from '../../core/desk/rows/state.ts';
import { parse } from '../../core/kernel/parse.ts';
import { err, ok } from '../../core/kernel/result.ts';
import { noSubjects } from './no-subjects.ts';
import { noBackups, noErasure } from './no-backups.ts';
import { decideBench, sampleOffice, type MutableState } from './sample-state.ts';

type Answers = {
  readonly [N in CallName]?: (payload: Calls[N]['takes']) => Calls[N]['gives'] | Promise<Calls[N]['gives']>;
};

export interface FakeDesk {
  readonly state: MutableState;
  /** All calls in order, with their payloads. */
  readonly calls: readonly { readonly name: CallName; readonly payload: unknown }[];
  /** Answers that replace the usual ones. */
  answers: Answers;
  submitted(type: string): readonly unknown[];
}

interface Current extends FakeDesk {
  readonly bridge: WindowBridge;
}

const schemas = { ...callSchemas, ...commandCallSchemas };

const online: SyncStatus = { link: 'synced', pending: 0, lastSync: 0, nextTry: null, others: [] };

const none: DueReminders = { toTell: [], onScreen: [] };

function newDesk(): Current {
  const desk = decideBench(sampleOffice());
  const listeners = new Set<(event: ChangedMessage) => void>();
  const calls: { readonly name: CallName; readonly payload: unknown }[] = [];
  let revision = 0;
  let undoable: ChangedEvent['undoable'] = null;

  const snapshot = (): Snapshot => ({
    revision,
    rows: JSON.stringify([
      ...allRows<WorkspaceRows>(desk.state.workspace),
      ...allRows<ReplicaRows>(desk.state.replica),
    ]),
    today: desk.state.today,
    sync: online,
    reminders: none,
    notices: [],
    storage: null,
    user: 'mbassi',
    writtenBy: null,
    kept: null,
    simulated: true,
    simulatorInside: true,
    backendAddress: null,
    undoable,
    redoable: null,
  });

  const usual: { readonly [N in CallName]: (payload: Calls[N]['takes']) => Calls[N]['gives'] } = {
    'app/snapshot': snapshot,
    'account/read': () => err({ reason: 'switched-off' }),
    'account/stop': () => ok(null),
    'account/standing': () => ok({ keyring: false, kept: [], signedIn: [], waitMs: 0, testAddress: null }),
    'account/forget': () => ok(null),
    'studios/list': () => ({
      studios: [{ id: 'esempio', name: 'Studio di esempio', kind: 'sample' }],
      open: 'esempio',
      problem: null,
    }),
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
    'command/submit': (command) => {
      const done = desk.carryOut(command);
      if (!done.ok) return err(done.error);
      revision += 1;
      if (done.changes.length > 0) undoable = { type: command.type, step: revision, about: noSubjects };
      for (const listener of listeners)
        listener({
          revision,
          rows: [JSON.stringify(done.changes)],
          today: desk.state.today,
          sync: online,
          reminders: none,
          notices: [],
          storage: null,
          undoable,
          redoable: null,
        });
      return ok(done.made);
    },
    'command/undo': () => err({ reason: 'nothing-to-undo' }),
    'command/redo': () => err({ reason: 'nothing-to-redo' }),
    'access/sign-in': () => ok(null),
    'access/sign-out': () => ok(null),
    'sync/now': () => ok(null),
    'files/save': ({ name }) => ok({ path: name }),
    'print/pdf': ({ name }) => ok({ path: name }),
    'reminders/tell': () => ok('shown'),
    'reminders/read': () => ok(null),
    'calendar/choose': ({ name }) => ok({ path: name }),
    'calendar/update': () => ok(null),
    'calendar/stop': () => ok(null),
    'window/new': () => ok(null),
    'program/at-login': () => ({ on: null }),
    'program/show-file': () => ok(null),
    'window/keep': () => ok(null),
    'simulator/state': () => err({ reason: 'unreachable' }),
    'simulator/act': () => err({ reason: 'unreachable' }),
  };

  const current: Current = {
    state: desk.state,
    calls,
    answers: {},
    submitted: (type) =>
      calls.flatMap(({ payload }) =>
        typeof payload === 'object' && payload !== null && 'type' in payload && payload.type === type
          ? [payload]
          : [],
      ),
    bridge: {
      async call(name, payload) {
        calls.push({ name, payload });
        const checked = parse(schemas[name], payload);
        if (!checked.ok) return checked as Calls[typeof name]['gives'];
        return (current.answers[name] ?? usual[name])(checked.value);
      },
      submit: async (command) =>
        JSON.stringify(await current.bridge.call(textCall, JSON.parse(command) as Command)),
      onChanged(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      onOpen: () => () => undefined,
    },
  };
  return current;
}

let current = newDesk();

/** Creates a new sample office behind the same window. */
export function resetDesk(): FakeDesk {
  current = newDesk();
  return current;
}

const bridge: WindowBridge = {
  call: (name, payload) => current.bridge.call(name, payload),
  submit: (command) => current.bridge.submit(command),
  onChanged: (listener) => current.bridge.onChanged(listener),
  onOpen: (listener) => current.bridge.onOpen(listener),
};
Object.assign(globalThis.window, { allinea: bridge });
