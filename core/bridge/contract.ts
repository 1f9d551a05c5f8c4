// The bridge between the main process and the screen: a short list of named calls (house rule 7). Types only.
import type { Command, Refusal } from '../desk/command.ts';
import type { Made } from '../desk/made.ts';
import type { ReminderGroup } from '../desk/reminders/reminder-groups.ts';
import type { ReplicaChange, WorkspaceChange } from '../desk/rows/state.ts';
import type { Undoable } from '../desk/undo.ts';
import type { Day } from '../kernel/day.ts';
import type { Result } from '../kernel/result.ts';
import type { PrintDocument } from '../formats/paper/print-document.ts';
import type { SimulatorAction, SimulatorState } from '../aruba/protocol.ts';
import { accountCallNames, type AccountCalls } from './account.ts';
import { backupCallNames, type BackupCalls } from './backups.ts';
import type { OpenTarget } from './open-target.ts';
import type { BackendRefusal, PrintRefusal, SaveRefusal, ShowRefusal, SignInRefusal } from './refusals.ts';
import type { StorageTrouble, StoreNotice } from './storage.ts';
import { sharedCallNames, type SharedCalls } from './shared.ts';
import type { SyncStatus } from './sync-status.ts';
import type { StudioCalls } from './studios.ts';

export type ScreenChange = WorkspaceChange | ReplicaChange;

/** Due now. `toTell`: the first window with words for them notifies. `onScreen`: until they are read. */
export interface DueReminders {
  readonly toTell: readonly ReminderGroup[];
  readonly onScreen: readonly ReminderGroup[];
}

/** A group of reminders, in the words of the screen. */
export interface Telling {
  readonly key: string;
  readonly title: string;
  readonly body: string;
  /** On the button that says that it was read. */
  readonly read: string;
}

export interface Snapshot {
  readonly revision: number;
  /**
   * Every row of every table, workspace and replica, as the JSON of `ScreenChange[]`. It is a text because
   * Electron copies objects into the page value by value, but a text at once.
   */
  readonly rows: string;
  readonly today: Day;
  readonly sync: SyncStatus;
  readonly reminders: DueReminders;
  readonly notices: readonly StoreNotice[];
  /** Null as long as everything is saved. */
  readonly storage: StorageTrouble | null;
  /** The system user who runs the program: the id of their row among the operators (rule J6). */
  readonly user: string;
  /** Who has the data folder open; null if this program has it and may write. */
  readonly writtenBy: FolderWriter | null;
  /** What `window/keep` kept last in this studio. */
  readonly kept: string | null;
  /** True if the vendor is the simulator. The screen then offers the simulator's page. */
  readonly simulated: boolean;
  /** True if the simulator runs inside the program. A simulator elsewhere may not answer. */
  readonly simulatorInside: boolean;
  /** Where sign-ins go. Null if the simulator is inside, or if there is no vendor. */
  readonly backendAddress: string | null;
  /** What Ctrl+Z would undo and Ctrl+Y would redo. */
  readonly undoable: Undoable | null;
  readonly redoable: Undoable | null;
}

/** Another computer has the data folder open, so this one only reads (rule J6). */
export interface FolderWriter {
  readonly computer: string;
  /** Who works there: the operator, or the system user. */
  readonly operator: string;
  /** Milliseconds since 1970 at which it opened the folder. */
  readonly since: number;
}

/** Sent after every change, in order. `revision` grows by one each time. */
export interface ChangedEvent {
  readonly revision: number;
  readonly changes: readonly ScreenChange[];
  readonly today: Day;
  readonly sync: SyncStatus;
  readonly reminders: DueReminders;
  readonly notices: readonly StoreNotice[];
  readonly storage: StorageTrouble | null;
  readonly undoable: Undoable | null;
  readonly redoable: Undoable | null;
}

/**
 * A change as it crosses to the page. Its rows are JSON texts of `ScreenChange[]`, in order: objects would be
 * copied twice, and a page that reads one long text cannot answer meanwhile.
 */
export type ChangedMessage = Omit<ChangedEvent, 'changes'> & { readonly rows: readonly string[] };

/** Each call, with what it takes and gives. Results cross as data; exceptions do not cross. */
export interface Calls extends AccountCalls, BackupCalls, SharedCalls, StudioCalls {
  /** Null if no studio is open: the page asks which one. */
  readonly 'app/snapshot': { readonly takes: null; readonly gives: Snapshot | null };
  readonly 'command/submit': { readonly takes: Command; readonly gives: Result<Made, Refusal> };
  readonly 'command/undo': { readonly takes: null; readonly gives: Result<Undoable, Refusal> };
  readonly 'command/redo': { readonly takes: null; readonly gives: Result<Undoable, Refusal> };
  readonly 'access/sign-in': {
    readonly takes: { readonly username: string; readonly password: string };
    readonly gives: Result<null, SignInRefusal>;
  };
  readonly 'access/sign-out': { readonly takes: null; readonly gives: Result<null, never> };
  readonly 'sync/now': { readonly takes: null; readonly gives: Result<null, never> };
  readonly 'files/save': {
    /** `base64`: the content is bytes in base64. Otherwise it is text. */
    readonly takes: { readonly name: string; readonly content: string; readonly base64: boolean };
    readonly gives: Result<{ readonly path: string } | null, SaveRefusal>;
  };
  /** Makes a PDF of a document and saves it as `files/save` does. */
  readonly 'print/pdf': {
    readonly takes: { readonly name: string; readonly document: PrintDocument };
    readonly gives: Result<{ readonly path: string } | null, PrintRefusal>;
  };
  /**
   * Shows due reminders as a notification of the system. `gone`: they were shown
   * already, or are no longer due.
   */
  readonly 'reminders/tell': {
    readonly takes: Telling;
    readonly gives: Result<'shown' | 'not-shown' | 'gone', never>;
  };
  /** The person has read a group on the screen. */
  readonly 'reminders/read': {
    readonly takes: { readonly key: string };
    readonly gives: Result<null, never>;
  };
  /** Asks for a calendar file, writes it, and keeps it up to date from then on. */
  readonly 'calendar/choose': {
    readonly takes: { readonly name: string; readonly content: string };
    readonly gives: Result<{ readonly path: string } | null, SaveRefusal>;
  };
  /** The new content of the chosen calendar file. Does nothing if no file was chosen. */
  readonly 'calendar/update': {
    readonly takes: { readonly content: string };
    readonly gives: Result<null, never>;
  };
  readonly 'calendar/stop': { readonly takes: null; readonly gives: Result<null, never> };
  /** Saves what support needs to know, as a text without personal data. Null if the person cancels. */
  readonly 'diagnostics/save': {
    readonly takes: null;
    readonly gives: Result<{ readonly path: string } | null, SaveRefusal>;
  };
  /**
   * Whether the program opens when the person signs in to the computer; `wanted` changes that. Null: a copy
   * that is not installed cannot.
   */
  readonly 'program/at-login': {
    readonly takes: { readonly wanted: boolean | null };
    readonly gives: { readonly on: boolean | null };
  };
  /** Shows a file that the person has saved since the start, in its folder. No other file is shown. */
  readonly 'program/show-file': {
    readonly takes: { readonly path: string };
    readonly gives: Result<null, ShowRefusal>;
  };
  /** Opens one more window on the same desk. */
  readonly 'window/new': { readonly takes: null; readonly gives: Result<null, never> };
  /**
   * Keeps where the person is in this studio, and what is half typed, for the next start. The page alone
   * knows the text.
   */
  readonly 'window/keep': {
    readonly takes: { readonly text: string };
    readonly gives: Result<null, never>;
  };
  readonly 'simulator/state': {
    readonly takes: null;
    readonly gives: Result<SimulatorState, BackendRefusal>;
  };
  readonly 'simulator/act': {
    readonly takes: SimulatorAction;
    readonly gives: Result<SimulatorState, BackendRefusal>;
  };
}
export type CallName = keyof Calls;

/** What the screens use of the main process. */
export interface Bridge {
  call<N extends CallName>(name: N, payload: Calls[N]['takes']): Promise<Calls[N]['gives']>;
  /** Calls `listener` after every change. The returned function unsubscribes. */
  onChanged(listener: (message: ChangedMessage) => void): () => void;
  /** The same in the window that is brought to the front for a target. */
  onOpen(listener: (target: OpenTarget) => void): () => void;
}

/** Everything that the page sees of the main process (`window.allinea`). */
export interface WindowBridge extends Bridge {
  /** `command/submit` with a command as JSON text. Resolves with the answer as JSON text. */
  submit(command: string): Promise<string>;
}

/**
 * The call whose payload and answer cross as JSON texts. A list of services is an object of megabytes, and
 * a plan makes thousands of ids. Copying them value by value would hold the page, and copying or checking
 * them the main process: the desk's thread reads the command's text, checks it and writes the answer's.
 */
export const textCall = 'command/submit' satisfies CallName;

/** The calls that hold commands. */
export type CommandCall = typeof textCall | 'studios/copy';

export const callNames = [
  'app/snapshot',
  'studios/list',
  'studios/open',
  'studios/create',
  'studios/copy',
  'studios/export',
  'studios/import',
  'studios/backend',
  'studios/progress',
  'studios/stop',
  'studios/join',
  'studios/remove',
  'command/submit',
  'command/undo',
  'command/redo',
  'access/sign-in',
  'access/sign-out',
  'sync/now',
  'files/save',
  'print/pdf',
  'reminders/tell',
  'reminders/read',
  'calendar/choose',
  'calendar/update',
  'calendar/stop',
  'diagnostics/save',
  'window/new',
  'program/at-login',
  'program/show-file',
  'window/keep',
  'simulator/state',
  'simulator/act',
  ...accountCallNames,
  ...backupCallNames,
  ...sharedCallNames,
] as const satisfies readonly CallName[];

export const changedEvent = 'app/changed';
export const openEvent = 'app/open';
