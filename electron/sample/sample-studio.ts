// The first rows of a sample that is shared from the beginning.
import { applyChanges, type ReplicaRows, type WorkspaceChange } from '../../core/desk/rows/state.ts';
import { emptyReplica, emptyWorkspace } from '../../core/desk/rows/tables.ts';
import { vendorRowOf } from '../../core/desk/rows/vendor-changes.ts';
import type { Day } from '../../core/kernel/day.ts';
import { sampleAccount } from '../simulator/sample/sample.ts';
import { sampleDesk, sampleServices } from './sample-desk.ts';

/** The sample firm, and what is known of its services before the first exchange with the vendor. */
export function sampleStudio(today: Day): readonly WorkspaceChange[] {
  const known = sampleServices(today);
  const replica = emptyReplica();
  applyChanges<ReplicaRows>(replica, known);
  return [
    ...sampleDesk({ workspace: emptyWorkspace(), replica, today }, sampleAccount.username),
    ...known.map(vendorRowOf),
  ];
}
