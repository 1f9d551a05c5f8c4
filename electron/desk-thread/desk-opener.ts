import type { StudioEntry } from '../../core/bridge/studios.ts';
import { codeOf } from '../adapters/envelope.ts';
import type { DeskApplication } from '../application.ts';
import type { FolderHold } from '../studios/folder-hold.ts';
import { ownProcess } from '../studios/process-name.ts';
import { openInThread, type ThreadWorld } from './open-in-thread.ts';
import { sharedPace } from './shared-pace.ts';
import type { ThreadData } from './thread-data.ts';

type OfProgram = Pick<ThreadData, 'data' | 'ends' | 'user' | 'limits' | 'testAccount'>;

/** Opens the desks of a program, each in a thread of its own. */
export function deskOpener(
  thread: URL,
  { computer, ...ofProgram }: OfProgram & { readonly computer: string },
  world: ThreadWorld & { readonly hold: Pick<FolderHold, 'trouble' | 'other'> },
): (studio: StudioEntry, place: string, backendUrl: string | null) => Promise<DeskApplication> {
  const pace = sharedPace();
  return (studio, place, backendUrl) => {
    const denied = world.hold.trouble();
    const data: ThreadData = {
      ...ofProgram,
      studio,
      place,
      owner: { computer, process: ownProcess() },
      denied: denied === null ? null : codeOf(denied),
      writtenBy: world.hold.other(),
      backendUrl,
      keyring: world.vault.getSelectedStorageBackend?.() ?? null,
      pace,
    };
    return openInThread(thread, data, world);
  };
}
