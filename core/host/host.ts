import type { Command, Refusal } from '../desk/command.ts';
import { decide } from '../desk/decide.ts';
import {
  allRows,
  type AppState,
  type Outgoing,
  type ReplicaChange,
  type ReplicaRows,
  type VendorCommand,
  type VendorRefusal,
  type WorkspaceChange,
  type WorkspaceRows,
} from '../desk/rows/state.ts';
import { createUndo, type Direction } from '../desk/undo.ts';
import type { ChangedEvent, ScreenChange, SignInRefusal, Snapshot, SyncStatus } from '../bridge/contract.ts';
import { addDays, romeDay, type Day } from '../kernel/day.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { within, type Steps } from '../kernel/steps.ts';
import type { ReplicaDocument, WorkspaceDocument } from '../persistence/documents.ts';
import type { JournalFiles } from '../persistence/journal.ts';
import { openReplicaStore } from '../persistence/replica-store.ts';
import { openWorkspaceStore } from '../persistence/workspace-store.ts';
import type { Clock, DocumentStore, Fetch, IdSource, Log, Rng, Scheduler, Secrets } from '../ports.ts';
import { cartsToSend } from '../desk/cart/cart-sync.ts';
import { createCalendarFile, type CalendarFile } from './calendar-file.ts';
import { createCartExchange } from './cart-exchange.ts';
import type { Desktop } from './desktop.ts';
import { everyWhile } from './every-while.ts';
import { createListeners } from './listeners.ts';
import { createPull } from './pull.ts';
import { push } from './push.ts';
import { createReminding, type Reminding } from './reminding.ts';
import { storeNotices } from './store-notices.ts';
import { createWriting } from './writing.ts';
import { syncStatusOf } from './sync-status.ts';
import { createSync } from '../sync/engine.ts';
import { afterRestart } from '../sync/outbox.ts';
import { createVendorClient } from '../aruba/client.ts';
import { createAccess } from '../aruba/access.ts';

export interface HostPorts {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly rng: Rng;
  readonly ids: IdSource;
  readonly log: Log;
  readonly fetch: Fetch;
  readonly secrets: Secrets;
  readonly desktop: Desktop;
  /** Lets everything else have its turn in the middle of long work; absent: it is done at once. */
  readonly pause?: () => Promise<void>;
  readonly stores: {
    readonly workspace: DocumentStore<WorkspaceDocument>;
    readonly backup: DocumentStore<WorkspaceDocument>;
    readonly journal: JournalFiles;
    readonly replica: DocumentStore<ReplicaDocument>;
  };
}

/** The application: the only writer. Runs without Electron and without a screen. */
export interface Host {
  /** True where there was nothing on disk: the first start. */
  readonly fresh: boolean;
  snapshot(): Omit<Snapshot, 'simulated' | 'rows'> & { readonly changes: readonly ScreenChange[] };
  /** Decides, makes durable, shows, in this order; answers only then (six sentences, 1). */
  submit(command: Command): Result<null, Refusal>;
  undo(): Result<null, Refusal>;
  redo(): Result<null, Refusal>;
  /**
   * First rows of a firm, written once, with what is known of its services before any exchange: the first
   * pull tells the rest.
   */
  seed(known: readonly ReplicaChange[], changes: (state: AppState) => readonly WorkspaceChange[]): void;
  signIn(username: string, password: string): Promise<Result<null, SignInRefusal>>;
  signOut(): void;
  /** Exchanges with the vendor now; resolves when that is over. */
  syncNow(): Promise<void>;
  readonly reminders: Pick<Reminding, 'tell' | 'read'>;
  readonly calendar: Pick<CalendarFile, 'choose' | 'update' | 'stop'>;
  onChanged(listener: (event: ChangedEvent) => void): () => void;
  close(): Promise<void>;
}

/** The day, the reminders (once a minute), and what could not be written. */
const checkMs = 20_000;
/** A cart is sent when the person has paused: not at every step of a quantity. */
const cartPauseMs = 2000;

/**
 * Opens the firm's data, in steps, and starts the exchange with the vendor. Throws only where the data folder
 * cannot be used at all.
 */
export function* openHost(ports: HostPorts): Steps<Host> {
  const { clock, scheduler, log } = ports;
  const store = yield* within(openWorkspaceStore(ports.stores), 0, 0.5);
  const replica = yield* within(openReplicaStore(ports.stores.replica, !store.fresh), 0.5, 1);
  const access = createAccess({ fetch: ports.fetch, secrets: ports.secrets, clock });
  const client = createVendorClient(access);
  const undo = createUndo();
  const listeners = createListeners(log);
  let revision = 0;
  let shownDay = today();

  function today(): Day {
    return addDays(romeDay(clock.now()), replica.dayOffset);
  }

  const state = (): AppState => ({ workspace: store.tables, replica: replica.tables, today: today() });

  function publish(changes: readonly ScreenChange[]): void {
    revision += 1;
    shownDay = today();
    reminding.follow(changes);
    listeners.tell({
      revision,
      changes,
      today: shownDay,
      sync: syncStatus(),
      reminders: reminding.due(),
      ...steps(),
    });
  }

  const writing = createWriting({ store, state, clock, scheduler, log, newId: () => ports.ids.next() });

  function record(changes: readonly WorkspaceChange[]): void {
    if (changes.length === 0) return;
    const written = writing.write(changes, null);
    undo.written(written);
    publish(written);
  }

  /** Writes, and says so as data where the disk says no: then nothing has changed. */
  function commit(changes: readonly WorkspaceChange[]): Result<readonly WorkspaceChange[], Refusal> {
    try {
      const written = writing.write(changes, store.tables.firm.get('firm')?.account ?? null);
      undo.written(written);
      return ok(written);
    } catch (problem) {
      log.error('write-failed');
      return err({ reason: 'not-saved', detail: problem instanceof Error ? problem.message : 'unknown' });
    }
  }

  const steps = () => ({
    undoable: undo.next('undo', store.tables),
    redoable: undo.next('redo', store.tables),
  });

  /** Takes the newest step back, or does it again. One that could not be written can be tried again later. */
  function step(direction: Direction): Result<null, Refusal> {
    const changes = undo.rows(direction, store.tables);
    if (changes === null)
      return err({ reason: direction === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo' });
    const written = commit(changes);
    if (!written.ok) return written;
    undo.taken(direction);
    publish(written.value);
    follow(changes);
    return ok(null);
  }

  /** What was put into the outbox is sent at once, carts when the person has paused. */
  function follow(changes: readonly WorkspaceChange[]): void {
    if (changes.some(({ table, value }) => table === 'outbox' && value !== null)) void sync.wake();
    else sendCartsSoon();
  }

  const outgoing = (): Outgoing[] => [...store.tables.outbox.values()].sort((a, b) => a.order - b.order);

  const sync = createSync<VendorCommand, VendorRefusal>({
    clock,
    scheduler,
    rng: ports.rng,
    pending: () => outgoing().filter((entry) => entry.state !== 'refused'),
    save: (entries) => {
      // Withdrawn by the person while it was on its way back: then it is not brought to life again.
      const known = entries.filter(({ id }) => store.tables.outbox.has(id));
      record(known.map((value): WorkspaceChange => ({ table: 'outbox', id: value.id, value })));
    },
    push: (entry) => push(client, entry),
    pull: createPull({
      client,
      clock,
      replica,
      state,
      record,
      publish,
      pause: ports.pause ?? (async () => undefined),
    }),
    ...createCartExchange({ client, replica, state, record, publish, newKey: () => ports.ids.next() }),
    changed: () => publish([]),
    failed: (problem) =>
      log.error('exchange-failed', { name: problem instanceof Error ? problem.name : 'unknown' }),
  });

  const syncStatus = (): SyncStatus => syncStatusOf(state(), sync.state(), replica.lastSync);

  let callOffCarts = (): void => undefined;
  function sendCartsSoon(): void {
    callOffCarts();
    if (cartsToSend(state()).length > 0) callOffCarts = scheduler.after(cartPauseMs, () => sync.nudge());
  }

  const own = { clock, log, state, record };
  const reminding = createReminding({
    ...own,
    desktop: ports.desktop,
    asked: () => sync.state().link !== 'idle',
    changed: () => publish([]),
  });
  const calendar = createCalendarFile({ ...own, file: ports.desktop.calendarFile });

  const callOffChecks = everyWhile(scheduler, checkMs, () => {
    if (today() !== shownDay) publish([]);
    reminding.tick();
    calendar.tick();
  });

  const unsure = outgoing().filter((entry) => afterRestart(entry) !== entry);
  // Without room for it they stay `sending`, which the next try reads in the same way.
  commit(
    unsure.map((entry): WorkspaceChange => ({ table: 'outbox', id: entry.id, value: afterRestart(entry) })),
  );

  // A kept access goes on by itself: what waits is sent without anybody asking.
  scheduler.after(0, () => void sync.wake());

  const notices = storeNotices(store.recoveries, replica.lost);
  for (const notice of notices)
    log.error('document-unreadable', { document: notice.document, recovery: notice.recovery });

  return {
    fresh: store.fresh,
    snapshot: () => ({
      revision,
      changes: [...allRows<WorkspaceRows>(store.tables), ...allRows<ReplicaRows>(replica.tables)],
      today: today(),
      sync: syncStatus(),
      reminders: reminding.due(),
      notices,
      ...steps(),
    }),
    submit(command) {
      const decided = decide(state(), command, () => ports.ids.next());
      if (!decided.ok) return decided;
      const inverse = undo.inverseOf(store.tables, decided.value);
      const written = commit(decided.value);
      if (!written.ok) return written;
      undo.remember(command.type, decided.value, inverse);
      if (command.type === 'person/erase') writing.forget();
      publish(written.value);
      follow(decided.value);
      return ok(null);
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    seed(known, changes) {
      replica.update(known, replica);
      writing.write(changes(state()), null);
      writing.checkpoint();
    },
    async signIn(username, password) {
      const signedIn = await access.signIn(username, password);
      if (signedIn.ok) await sync.wake();
      return signedIn;
    },
    signOut() {
      access.signOut();
      void sync.wake();
    },
    syncNow: () => sync.wake(),
    reminders: reminding,
    calendar,
    onChanged: (listener) => listeners.add(listener),
    async close() {
      callOffChecks();
      callOffCarts();
      writing.stop();
      await sync.stop();
      writing.checkpoint();
    },
  };
}
