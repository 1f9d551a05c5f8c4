import type { FolderWriter } from '../../core/bridge/contract.ts';
import type { StudioEntry } from '../../core/bridge/studios.ts';

/** What the thread of a studio's desk is started with. */
export interface ThreadData {
  readonly studio: StudioEntry;
  /** The studio's folder. */
  readonly place: string;
  /** The data folder, with all studios and the card of its writer. */
  readonly data: string;
  /** Where this computer keeps the ends of journals. */
  readonly ends: string;
  /** The card of the data folder names this computer and this process. */
  readonly owner: { readonly computer: string; readonly process: string };
  /** The code of the error that keeps the card from being written; null if it is written. */
  readonly denied: string | null;
  /** Another computer that has the data folder open: the desk then only reads (rule J6). */
  readonly writtenBy: FolderWriter | null;
  readonly user: string;
  readonly backendUrl: string | null;
  readonly limits: 'on' | 'off';
  readonly testAccount: string | null;
  /** What the vault says of its storage. Null where it says nothing. */
  readonly keyring: string | null;
  /** The times of the pace of sign-ins, which is one for the program. */
  readonly pace: SharedArrayBuffer;
}

/** How opening ended. Errors lose what they are on their way between threads. */
export type Opened<Looks> =
  | { readonly kind: 'open'; readonly looks: Looks }
  | { readonly kind: 'newer'; readonly author: string | null }
  | { readonly kind: 'failed'; readonly code: string; readonly error: unknown };
