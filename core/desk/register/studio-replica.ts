// What a shared studio shows besides its own rows: what its server last knew of the vendor. In a studio of
// one's own it is the register's fold.
import { publicPriceList } from '../../catalog/public-price-list.ts';
import {
  applyChanges,
  type ReplicaChange,
  type ReplicaRows,
  type Tables,
  type WorkspaceRows,
} from '../rows/state.ts';
import { replicaChangeOf } from '../rows/vendor-changes.ts';
import { createRegisterReplica, type RegisterReplica } from './register-replica.ts';

export interface StudioReplica extends Pick<RegisterReplica, 'tables' | 'follow'> {
  /** The days by which the vendor's calendar is ahead. 0 in a studio of one's own. */
  readonly dayOffset: number;
}

export function createStudioReplica(
  workspace: Pick<Tables<WorkspaceRows>, 'facts' | 'purchases' | 'firm' | 'vendorRows' | 'vendorMarks'>,
): StudioReplica {
  const register = createRegisterReplica(workspace);
  const { tables } = register;
  let hasVendor = false;

  /** The vendor says its own prices: Aruba's public list is for studios without one. */
  function take(changes: readonly ReplicaChange[]): readonly ReplicaChange[] {
    if (changes.length === 0) return changes;
    const { version } = publicPriceList;
    const all = hasVendor
      ? changes
      : [{ table: 'priceLists', id: version, value: null } as const, ...changes];
    hasVendor = true;
    applyChanges<ReplicaRows>(tables, all);
    return all;
  }

  take([...workspace.vendorRows].map(([id, row]) => replicaChangeOf(id, row)));
  return {
    tables,
    get dayOffset() {
      return workspace.vendorMarks.get('vendor')?.dayOffset ?? 0;
    },
    follow(changes) {
      const folded = register.follow(changes);
      const said = changes.flatMap((change) =>
        change.table === 'vendorRows' ? [replicaChangeOf(change.id, change.value)] : [],
      );
      return said.length === 0 ? folded : [...folded, ...take(said)];
    },
  };
}
