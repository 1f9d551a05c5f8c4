import type { CallName, Calls, ChangedEvent } from '../core/bridge/contract.ts';
import type { Refusal } from '../core/desk/command.ts';
import type { AppState, WorkspaceChange } from '../core/desk/rows/state.ts';
import type { Result } from '../core/kernel/result.ts';

/** The function that answers each of some calls. */
export type Handlers<Names extends CallName> = {
  readonly [N in Names]: (payload: Calls[N]['takes']) => Promise<Calls[N]['gives']> | Calls[N]['gives'];
};

/** The application behind the windows. It answers every call except `window/new`. */
export interface Application {
  readonly handlers: Handlers<Exclude<CallName, 'window/new'>>;
  onChanged(listener: (event: ChangedEvent) => void): () => void;
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
  readonly handlers: Handlers<Exclude<CallName, StudioCall | 'window/new'>>;
  /** Keeps the secret of a desk that has just joined a shared studio, and reads the studio. */
  joined(token: string): void;
  /** Writes that the studio lies on a server from now on. It must be opened anew. */
  share(shared: SharedDesk): Result<null, Refusal>;
  state(): AppState;
}

/** The calls that need the files of a studio besides its desk. */
export type FilesCall = Extract<CallName, `${'backups' | 'diagnostics'}/${string}`>;

/** The desk of one studio, without what works on its files. */
export interface DeskApplication extends Omit<StudioApplication, 'handlers'> {
  readonly handlers: Omit<StudioApplication['handlers'], FilesCall>;
}
