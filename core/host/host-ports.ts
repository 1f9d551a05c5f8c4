import type { ReplicaDocument } from '../persistence/documents.ts';
import type { SharedStudio } from '../desk/rows/shared-rows.ts';
import type { WorkspaceStores } from '../persistence/read-studio.ts';
import type {
  Clock,
  Digest,
  DocumentStore,
  Fetch,
  IdSource,
  Log,
  Rng,
  Scheduler,
  Secrets,
} from '../ports.ts';
import type { AccountPorts } from '../account/account-ports.ts';
import type { Desktop } from './desktop.ts';

/** What the application needs from the world. */
export interface HostPorts {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly rng: Rng;
  readonly ids: IdSource;
  readonly digest: Digest;
  readonly log: Log;
  /** Asks the vendor. Null in a studio of one's own, which has no vendor behind it (rule J2). */
  readonly fetch: Fetch | null;
  /**
   * Asks the server of a shared studio. Called for each address that the studio's rows name. If it is
   * absent, the server is never reached.
   */
  readonly server?: (studio: SharedStudio) => Fetch;
  /**
   * Reads from Aruba's one interface (rule L), made at its first use. Null in a sample and where a studio is
   * only read.
   */
  readonly account: (() => AccountPorts) | null;
  readonly secrets: Secrets;
  /** The system user who runs the program: "Chi sei?" is asked once for each (rule J6). */
  readonly user: string;
  /** Null in a sample and where a studio is only read: nothing reaches the desktop then (rules J1, J6). */
  readonly desktop: Desktop | null;
  readonly stores: WorkspaceStores & { readonly replica: DocumentStore<ReplicaDocument> };
}
