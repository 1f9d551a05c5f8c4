// What the program and the thread of its server say to each other.
import type { SharedStudio } from '../../core/desk/rows/shared-rows.ts';
import type { WorkspaceChange } from '../../core/desk/rows/state.ts';
import type { VendorFiles } from './vendor-files.ts';

/** Where the server of this computer keeps its data, and where it listens. */
export interface ServerPlace {
  readonly folder: string;
  readonly host: string;
  readonly port: number;
}

export type ToServer =
  | {
      readonly kind: 'create';
      readonly name: string;
      readonly rows: readonly WorkspaceChange[];
      readonly member: Pick<SharedStudio, 'account' | 'name' | 'role'>;
      /** The simulated vendor of a sample. Null for a studio of one's own. */
      readonly vendor: VendorFiles | null;
    }
  | {
      readonly kind: 'invite';
      readonly studio: string;
      /** The desk that has lost its secret, and that the invited one replaces. */
      readonly insteadOf: string;
      readonly member: Pick<SharedStudio, 'account' | 'name' | 'role'>;
    }
  | { readonly kind: 'stop' };

export type FromServer =
  | { readonly kind: 'running'; readonly port: number; readonly fingerprint: string }
  | { readonly kind: 'failed'; readonly code: string }
  /** A studio with an invitation to it. */
  | { readonly kind: 'invited'; readonly studio: string; readonly code: string }
  | { readonly kind: 'not-invited'; readonly code: string }
  | { readonly kind: 'stopped' };
