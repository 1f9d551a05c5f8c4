import type { Present } from '../shared/presence.ts';

/**
 * The state of the link to the vendor. `connecting`: no exchange of this run is over yet. `attention`:
 * something waits for the person. `none`: a studio of one's own, which has no link. `unreadable`: the vendor
 * answers with errors or pages. `too-much`: it answers with more than the budget. `waiting`: it asks to wait.
 * `broken`: the exchange failed on this side.
 */
export interface SyncStatus {
  readonly link:
    | 'none'
    | 'connecting'
    | 'synced'
    | 'pending'
    | 'offline'
    | 'unreadable'
    | 'too-much'
    | 'waiting'
    | 'broken'
    | 'signed-out'
    | 'attention';
  readonly pending: number;
  /** Milliseconds since 1970 of the last success: everything that the vendor had was read. */
  readonly lastSync: number | null;
  /** Milliseconds since 1970 of the next try. Null if no try is planned. */
  readonly nextTry: number | null;
  /** Who else has the shared studio open now. */
  readonly others: readonly Present[];
  /** In a shared sample: what the server last knew of the vendor. The rest is the link to the server then. */
  readonly vendor?: Omit<SyncStatus, 'vendor'>;
}
