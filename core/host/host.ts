import type { Command, Refusal } from '../desk/command.ts';
import type { Made } from '../desk/made.ts';
import {
  allRows,
  type AppState,
  type ReplicaChange,
  type ReplicaRows,
  type WorkspaceChange,
  type WorkspaceRows,
} from '../desk/rows/state.ts';
import type { ChangedEvent, ScreenChange, Snapshot } from '../bridge/contract.ts';
import type { StoreNotice } from '../bridge/storage.ts';
import type { SignInRefusal } from '../bridge/refusals.ts';
import { addDays, romeDay, type Day } from '../kernel/day.ts';
import type { Undoable } from '../desk/undo.ts';
import type { Result } from '../kernel/result.ts';
import { within, type Steps } from '../kernel/steps.ts';
import type { Fetch } from '../ports.ts';
import { openWorkspaceStore } from '../persistence/workspace-store.ts';
import { openBehind } from './behind.ts';
import { createAccountDesk, type AccountDesk } from './account-desk.ts';
import { createCalendarFile, type CalendarFile } from './calendar-file.ts';
import { createCommandDesk, type RecordedBy } from './command-desk.ts';
import { everyWhile } from './every-while.ts';
import type { HostPorts } from './host-ports.ts';
import { noCalendarFile, noReminding } from './no-desktop.ts';
import { createListeners } from './listeners.ts';
import { openExchange } from './open-exchange.ts';
import { createReminding, type Reminding } from './reminding.ts';
import { createSharedHost, type SharedHost } from './shared/shared-calls.ts';
import { storeNotices } from './store-notices.ts';
import { createSharedDesk } from './shared/shared-desk.ts';
import { createWriting } from './writing.ts';

/** The application: the only writer. Runs without Electron and without a screen. */
export interface Host {
  /** True if there was nothing on disk: this is the first start. */
  readonly fresh: boolean;
  readonly state: () => AppState;
  snapshot(): Omit<
    Snapshot,
    'simulated' | 'simulatorInside' | 'backendAddress' | 'rows' | 'writtenBy' | 'kept'
  > & {
    readonly changes: readonly ScreenChange[];
  };
  /** Decides, makes durable and shows, in this order. Answers only after that. */
  submit(command: Command): Result<Made, Refusal>;
  readonly shared: SharedHost;
  undo(): Result<Undoable, Refusal>;
  redo(): Result<Undoable, Refusal>;
  /**
   * Writes the first rows of a firm, once. `known` is what is known of its services before any exchange; the
   * first pull brings the rest.
   */
  seed(known: readonly ReplicaChange[], changes: (state: AppState) => readonly WorkspaceChange[]): void;
  signIn(username: string, password: string): Promise<Result<null, SignInRefusal>>;
  signOut(): void;
  /** Asks the simulated vendor, wherever it is. Unreachable in a studio of one's own. */
  readonly simulator: Fetch;
  /** Exchanges with the vendor now. Resolves when the exchange is over. */
  syncNow(): Promise<void>;
  readonly account: Omit<AccountDesk, 'follow' | 'close'>;
  readonly reminders: Pick<Reminding, 'tell' | 'read'>;
  readonly calendar: Pick<CalendarFile, 'choose' | 'update' | 'stop'>;
  /** Somebody else has met an error of the disk on which the data lie. */
  diskFailed(error: unknown): void;
  onChanged(listener: (event: ChangedEvent) => void): () => void;
  /** Ends the work. `as-it-is`: without a last checkpoint. The commands are already durable. */
  close(how?: 'saved' | 'as-it-is'): Promise<void>;
}

/** The interval of the checks: a new day, reminders (once a minute), and files that could not be written. */
const checkMs = 20_000;

/**
 * Opens the firm's data, in steps, and starts the exchange with the vendor. Throws only if the data
 * folder cannot be used at all.
 */
export function* openHost(ports: HostPorts): Steps<Host> {
  const { clock, scheduler, log } = ports;
  const store = yield* within(openWorkspaceStore(ports.stores, ports), 0, 0.5);
  const behind = yield* within(openBehind(ports, store), 0.5, 1);
  const { replica } = behind;
  const listeners = createListeners(log);
  let revision = 0;
  let shownDay = today();

  function today(): Day {
    return addDays(romeDay(clock.now()), replica.dayOffset);
  }

  /** What is shown: in a shared studio what the server confirmed, and what waits on top of it. */
  const tables = behind.kind === 'server' ? behind.shown.tables : store.tables;
  const state = (): AppState => ({ workspace: tables, replica: replica.tables, today: today() });

  function publish(changes: readonly ScreenChange[]): void {
    const all = behind.kind === 'register' ? [...changes, ...behind.replica.follow(changes)] : changes;
    revision += 1;
    shownDay = today();
    reminding.follow(all);
    account.follow();
    listeners.tell({
      revision,
      changes: all,
      today: shownDay,
      sync: exchange.status(),
      reminders: reminding.due(),
      notices: notices(),
      storage: writing.trouble(),
      ...desk.offer(),
    });
  }

  /** Tells news without rows. It may be in the middle of a command, whose rows come first. */
  function tellSoon(): void {
    scheduler.after(0, () => publish([]));
  }

  const writing = createWriting({
    store,
    state,
    clock,
    scheduler,
    log,
    ids: ports.ids,
    troubled: tellSoon,
  });
  store.onRecovery(() => {
    log.error('storage.replaced');
    tellSoon();
  });
  const notices = (): readonly StoreNotice[] => storeNotices(store.recoveries, replica.lost);

  const desk =
    behind.kind === 'server'
      ? createSharedDesk({
          ...behind,
          writing,
          clock,
          today,
          ids: ports.ids,
          log,
          publish,
          wake: () => void exchange.wake(),
        })
      : createCommandDesk({
          store,
          state,
          writing,
          clock,
          ids: ports.ids,
          log,
          user: ports.user,
          shown(written, decided) {
            publish(written);
            exchange.follow(decided);
          },
        });

  function record(changes: readonly WorkspaceChange[], by: RecordedBy = 'nobody'): void {
    if (changes.length > 0) publish(desk.record(changes, by));
  }

  const exchange = openExchange({ ports, behind, confirmed: store.tables, writing, state, record, publish });

  const own = { clock, log, state, record };
  const { desktop } = ports;
  const reminding =
    desktop === null
      ? noReminding
      : createReminding({ ...own, desktop, asked: () => exchange.asked(), changed: () => publish([]) });
  const calendar =
    desktop === null ? noCalendarFile : createCalendarFile({ ...own, file: desktop.calendarFile });

  const account = createAccountDesk({ ports: ports.account, state, clock });

  const callOffChecks = everyWhile(scheduler, checkMs, () => {
    if (today() !== shownDay) publish([]);
    reminding.tick();
    calendar.tick();
  });

  // Disk full: the entries stay `sending`. The next try treats that in the same way.
  desk.commit(exchange.unsure());

  // Stored tokens still work: waiting commands are sent without anybody asking.
  scheduler.after(0, () => void exchange.wake());

  for (const notice of notices())
    log.error('document-unreadable', { document: notice.document, recovery: notice.recovery });

  return {
    fresh: store.fresh,
    state,
    snapshot: () => ({
      revision,
      changes: [...allRows<WorkspaceRows>(tables), ...allRows<ReplicaRows>(replica.tables)],
      today: today(),
      sync: exchange.status(),
      reminders: reminding.due(),
      notices: notices(),
      storage: writing.trouble(),
      user: behind.kind === 'server' ? behind.studio().account : ports.user,
      ...desk.offer(),
    }),
    submit: (command) => desk.submit(command),
    shared: createSharedHost({ desk, behind, ids: ports.ids, confirmed: store.tables, exchange, publish }),
    undo: () => desk.step('undo'),
    redo: () => desk.step('redo'),
    seed(known, changes) {
      if (behind.kind === 'vendor') behind.replica.update(known, behind.replica);
      writing.write(changes(state()), null);
      writing.checkpoint();
    },
    signIn: (username, password) => exchange.signIn(username, password),
    signOut: () => exchange.signOut(),
    simulator: (request) => exchange.simulator(request),
    syncNow: () => exchange.now(),
    account,
    reminders: reminding,
    calendar,
    diskFailed: (error) => writing.failed(error),
    onChanged: (listener) => listeners.add(listener),
    async close(how = 'saved') {
      callOffChecks();
      account.close();
      writing.stop();
      await exchange.stop();
      if (how === 'saved') writing.checkpoint();
    },
  };
}
