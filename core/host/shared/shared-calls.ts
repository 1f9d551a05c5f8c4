// What the page may ask about a shared studio besides its commands.
import type { Refusal } from '../../desk/command.ts';
import type { WorkspaceChange, WorkspaceTables } from '../../desk/rows/state.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Place } from '../../shared/presence.ts';
import { checkCommand } from '../../shared/protocol.ts';
import type { Behind } from '../behind.ts';
import type { CommandDesk } from '../command-desk.ts';
import type { VendorExchange } from '../vendor-exchange.ts';
import { rejoined, type DeskAtServer, type ServerPlace } from './rejoined.ts';

export interface SharedHost {
  /** Takes a command off the tray that the server has refused. */
  letGo(id: string): Result<null, Refusal>;
  /** Gives a command of the tray once more. If it is refused, it stays in the tray. */
  again(id: string): Result<null, Refusal>;
  /** Goes on as another desk of the same studio: it was invited anew. Does nothing elsewhere. */
  rejoin(desk: DeskAtServer, at: ServerPlace): Result<null, Refusal>;
  /** Makes the studio a desk of a server that has its rows. It must be opened anew after that. */
  share(joined: readonly WorkspaceChange[]): Result<null, Refusal>;
  /** Where the person is, for the others. */
  here(place: Place | null): void;
}

export function createSharedHost({
  desk,
  behind,
  confirmed,
  exchange,
  publish,
}: {
  readonly desk: CommandDesk;
  readonly behind: Behind;
  /** The rows on the disk. */
  readonly confirmed: WorkspaceTables;
  readonly exchange: Pick<VendorExchange, 'here'>;
  readonly publish: (changes: readonly WorkspaceChange[]) => void;
}): SharedHost {
  function keep(changes: readonly WorkspaceChange[]): Result<null, Refusal> {
    const written = desk.commit(changes);
    if (!written.ok) return written;
    publish(written.value);
    return ok(null);
  }

  function letGo(id: string): Result<null, Refusal> {
    return confirmed.waiting.get(id)?.state === 'refused'
      ? keep([{ table: 'waiting', id, value: null }])
      : ok(null);
  }

  return {
    letGo,
    again(id) {
      const row = confirmed.waiting.get(id);
      if (row?.state !== 'refused') return ok(null);
      const command = checkCommand(row.command);
      // An earlier step is not taken back later: what stands there now is somebody's work.
      if (command === undefined || command.type === 'undo') return err({ reason: 'nothing-to-undo' });
      const given = desk.submit(command);
      return given.ok ? letGo(id) : given;
    },
    rejoin: (anew, at) =>
      behind.kind === 'server'
        ? keep(rejoined(behind.studio(), confirmed.waiting.values(), anew, at))
        : ok(null),
    share: (joined) => (behind.kind === 'server' ? err({ reason: 'not-allowed' }) : keep(joined)),
    here: (place) => exchange.here(place),
  };
}
