import type { WorkspaceChange } from '../../desk/rows/state.ts';
import type { Paired } from '../../shared/protocol.ts';

/**
 * The first row of a desk that joins a shared studio. Everything else comes with the first pull, after the
 * desk was opened again.
 */
export const joinedStudio = (
  { client, account, name, role }: Omit<Paired, 'studioName'>,
  at: { readonly address: string; readonly fingerprint: string | null; readonly studio: string },
): readonly WorkspaceChange[] => [
  {
    table: 'sharedStudio',
    id: 'studio',
    value: {
      id: 'studio',
      ...at,
      client,
      account,
      name,
      role,
      epoch: null,
      version: 0,
      heard: 0,
      lastSeq: 0,
    },
  },
];
