import type { CallName, Calls, ChangedEvent, ChangedMessage, textCall } from '../core/bridge/contract.ts';
import type { Command, Refusal } from '../core/desk/command.ts';
import type { Made } from '../core/desk/made.ts';
import type { AppState, WorkspaceChange } from '../core/desk/rows/state.ts';
import type { Result } from '../core/kernel/result.ts';
import type { AskDesk, DeskLooks } from './desk-thread/questions.ts';

/** The function that answers each of some calls. */
export type Handlers<Names extends CallName> = {
  readonly [N in Names]: (payload: Calls[N]['takes']) => Promise<Calls[N]['gives']> | Calls[N]['gives'];
};

/** The same on the way from the page to the desk's thread: a command and its answer are still texts. */
export type CrossingHandlers<Names extends CallName> = Omit<Handlers<Names>, typeof textCall> & {
  readonly [N in Extract<Names, typeof textCall>]: (text: string) => Promise<string>;
};

/** The calls that need no studio: the program answers them itself. */
const programCalls = [
  'window/new',
  'program/at-login',
  'program/show-file',
] as const satisfies readonly CallName[];
export type ProgramCall = (typeof programCalls)[number];
export const isProgramCall = (name: CallName): name is ProgramCall =>
  (programCalls as readonly CallName[]).includes(name);

/** The application behind the windows. It answers every other call. */
export interface Application {
  readonly handlers: CrossingHandlers<Exclude<CallName, ProgramCall>>;
  onChanged(listener: (message: ChangedMessage) => void): () => void;
  close(): Promise<void>;
}

/** The calls about the studios themselves. All others are about the studio that is open. */
export type StudioCall = Extract<CallName, `studios/${string}`>;
export const isStudioCall = (name: CallName): name is StudioCall => name.startsWith('studios/');

/** What a desk needs to work with a studio on a server. */
export interface SharedDesk {
  /** The rows by which it knows the server. */
  readonly joined: readonly WorkspaceChange[];
  /** Its own secret. */
  readonly token: string;
}

/** The desk of one studio. */
export interface StudioApplication extends Omit<Application, 'handlers' | 'close'> {
  /** `as-it-is`: nothing more is written. The commands are already durable. */
  close(how?: 'saved' | 'as-it-is'): Promise<void>;
  readonly handlers: CrossingHandlers<Exclude<CallName, StudioCall | ProgramCall>>;
  /** A command of the program itself. */
  submit(command: Command): Promise<Result<Made, Refusal>>;
  /** Keeps the secret of a desk that has just joined a shared studio, and reads the studio. */
  joined(token: string): void;
  /** Writes that the studio lies on a server from now on. It must be opened anew. */
  share(shared: SharedDesk): Promise<Result<null, Refusal>>;
  readonly ask: AskDesk;
}

/** The calls that need files or the screen besides the desk. */
export type FilesCall = Extract<CallName, `${'backups' | 'diagnostics' | 'files' | 'print'}/${string}`>;
export const isFilesCall = (name: CallName): name is FilesCall =>
  /^(?:backups|diagnostics|files|print)\//.test(name);

/** The calls that the desk of a studio answers. */
export type DeskCall = Exclude<CallName, StudioCall | FilesCall | ProgramCall>;

/** The desk of one studio, in a thread of its own, without what works on its files. */
export interface DeskApplication extends Omit<StudioApplication, 'handlers'> {
  readonly handlers: CrossingHandlers<DeskCall>;
  /** Calls `listener` with the words that name a person, before that person is erased. */
  onErasing(listener: (words: readonly string[]) => void): void;
  looks(): DeskLooks;
}

/** The same desk inside its thread. */
export interface ComposedDesk {
  readonly handlers: Handlers<DeskCall>;
  onChanged(listener: (event: ChangedEvent) => void): () => void;
  close(how?: 'saved' | 'as-it-is'): Promise<void>;
  joined(token: string): void;
  share(shared: SharedDesk): Result<null, Refusal>;
  state(): AppState;
}
