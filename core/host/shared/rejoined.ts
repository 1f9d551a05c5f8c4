import type { SharedStudio, WaitingCommand } from '../../desk/rows/shared-rows.ts';
import type { WorkspaceChange } from '../../desk/rows/state.ts';

/** What a desk is for its server. */
export type DeskAtServer = Pick<SharedStudio, 'client' | 'account' | 'name' | 'role'>;

/** Where the server is now: it may have moved to another address since the first invitation. */
export type ServerPlace = Pick<SharedStudio, 'address' | 'fingerprint'>;

/**
 * The same desk under another id: its folder was copied, or it was invited anew. What waits gets numbers of
 * its own. The server knows the commands by their ids.
 */
export function rejoined(
  studio: SharedStudio,
  waiting: Iterable<WaitingCommand>,
  desk: DeskAtServer,
  at: ServerPlace = studio,
): readonly WorkspaceChange[] {
  const rows = [...waiting]
    .filter(({ state }) => state === 'waiting')
    .toSorted((a, b) => a.seq - b.seq)
    .map((row, at): WaitingCommand => ({ ...row, seq: at + 1 }));
  return [
    {
      table: 'sharedStudio',
      id: 'studio',
      value: {
        ...studio,
        ...desk,
        address: at.address,
        fingerprint: at.fingerprint,
        heard: 0,
        lastSeq: rows.length,
      },
    },
    ...rows.map((value): WorkspaceChange => ({ table: 'waiting', id: value.id, value })),
  ];
}
