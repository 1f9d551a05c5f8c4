import type { WorkspaceChange } from '../../../../../../core/desk/rows/state.ts';
import * as real from '../../../../../../core/host/vendor-sync.ts';
import type { CommandKey } from '../../../../../../core/kernel/id.ts';
import { namedId } from '../../../../../../electron/adapters/system.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/host/vendor-sync.ts';

/** Sends under another key what was being sent when a server crashed. */
const renamed = (change: WorkspaceChange): readonly WorkspaceChange[] => {
  if (change.table !== 'outbox' || change.value === null) return [change];
  const id = namedId(change.id, 'again') as CommandKey;
  return [
    { ...change, value: null },
    { table: 'outbox', id, value: { ...change.value, id } },
  ];
};

export const unsureAfterCrash = faulty(real.unsureAfterCrash, {
  'a new key after the crash of a server': (state) => real.unsureAfterCrash(state).flatMap(renamed),
});
