// What the page may ask about a shared studio besides its commands.
import type { StudioRefusal } from '../../bridge/studios.ts';
import type { Command, Refusal } from '../../desk/command.ts';
import type { WaitingCommand } from '../../desk/rows/shared-rows.ts';
import type { WorkspaceChange, WorkspaceTables } from '../../desk/rows/state.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { IdSource } from '../../ports.ts';
import type { Place } from '../../shared/presence.ts';
import { checkCommand } from '../../shared/protocol.ts';
import type { Behind } from '../behind.ts';
import type { CommandDesk } from '../command-desk.ts';
import type { VendorExchange } from '../vendor-exchange.ts';
import { commandNow, newIds, withNewIds } from './given-again.ts';
import { rejoined, type DeskAtServer, type ServerPlace } from './rejoined.ts';

export interface SharedHost {
  /** Takes a command off the tray that the server has refused. */
  letGo(id: string): Result<null, Refusal>;
  /**
   * Gives a command of the tray once more, or another one of its type instead. If it is refused, it stays in
   * the tray. Commands that followed on it then name what it makes now.
   */
  again(id: string, instead?: { readonly type: string }): Result<null, Refusal>;
  /**
   * Goes on as another desk of the same studio: it was invited anew. Does nothing elsewhere. Refused if it is
   * another member's while something waits: that would be sent in the other name.
   */
  rejoin(desk: DeskAtServer, at: ServerPlace): Result<null, Refusal | StudioRefusal>;
  /** Makes the studio a desk of a server that has its rows. It must be opened anew after that. */
  share(joined: readonly WorkspaceChange[]): Result<null, Refusal>;
  /** Where the person is, for the others. */
  here(place: Place | null): void;
}

/** The command with the total that the tray has told. */
function withToldTotal(command: Command, { refusal }: WaitingCommand): Command {
  if (refusal?.reason !== 'figures-changed' || typeof refusal['now'] !== 'number') return command;
  const { now, serviceId } = refusal;
  if (command.type === 'purchase/prepare-batch' && typeof serviceId === 'string')
    return { ...command, shown: { ...command.shown, [serviceId]: now } };
  return 'shownGross' in command ? { ...command, shownGross: now } : command;
}

export function createSharedHost({
  desk,
  behind,
  ids,
  confirmed,
  exchange,
  publish,
}: {
  readonly desk: CommandDesk;
  readonly behind: Behind;
  readonly ids: Pick<IdSource, 'named'>;
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
    again(id, instead) {
      const row = confirmed.waiting.get(id);
      if (row?.state !== 'refused' || behind.kind !== 'server') return ok(null);
      const command = checkCommand(commandNow(row));
      // An earlier step is not taken back later: what stands there now is somebody's work.
      if (command?.type === 'undo') return err({ reason: 'nothing-to-undo' });
      const given = instead === undefined ? command && withToldTotal(command, row) : checkCommand(instead);
      if (command === undefined || given?.type !== command.type)
        return err({ reason: 'bad-input', field: 'command', problem: 'unknown form' });
      const refused = instead === undefined ? given : command;
      const renamed = newIds(behind.shown.state(), row, { refused, given }, ids);
      const submitted = desk.submit(given);
      if (!submitted.ok) {
        // The next time it is given with the total that the person is told now.
        if (submitted.error.reason === 'figures-changed')
          keep([{ table: 'waiting', id, value: { ...row, refusal: { ...submitted.error } } }]);
        return submitted;
      }
      const { lastSeq } = behind.studio();
      const rows = [...confirmed.waiting.values()];
      const cid = rows.find(({ seq, state }) => state === 'waiting' && seq === lastSeq)?.id ?? id;
      return keep([
        { table: 'waiting', id, value: null },
        ...withNewIds(rows, renamed(cid))
          .filter((other) => other.id !== id)
          .map((value): WorkspaceChange => ({ table: 'waiting', id: value.id, value })),
      ]);
    },
    rejoin(anew, at) {
      if (behind.kind !== 'server') return ok(null);
      const { account, name } = behind.studio();
      const waits = [...confirmed.waiting.values()].some(({ state }) => state === 'waiting');
      if (waits && anew.account !== account)
        return err({ reason: 'other-member', own: name, other: anew.name });
      return keep(rejoined(behind.studio(), confirmed.waiting.values(), anew, at));
    },
    share: (joined) => (behind.kind === 'server' ? err({ reason: 'not-allowed' }) : keep(joined)),
    here: (place) => exchange.here(place),
  };
}
