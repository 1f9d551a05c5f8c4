// All commands to the vendor that became durable on a client, by key, with how each ended.
import type { Command } from '../../core/desk/command.ts';
import type { Outgoing, WorkspaceChange, WorkspaceTables } from '../../core/desk/rows/state.ts';
import type { CommandKey } from '../../core/kernel/id.ts';

export interface KeyRecord {
  readonly key: CommandKey;
  readonly entry: Outgoing;
  /** Its place among the commands of its client, from 0. */
  readonly turn: number;
  /**
   * `withdrawn`: taken back before the vendor processed it. `dealt-with`: removed by the person after a
   * refusal. `settled`: removed by a pull.
   */
  end: 'waits' | 'withdrawn' | 'dealt-with' | 'settled';
}

export interface KeyLedger {
  readonly keys: ReadonlyMap<CommandKey, KeyRecord>;
  /** Keys that appeared although no person sent anything. */
  readonly strays: readonly CommandKey[];
  note(changes: readonly WorkspaceChange[], acting: Command | 'undo' | null, before: WorkspaceTables): void;
}

/** The commands by which a person takes a command back, or removes a refused one. */
export const takesBack: ReadonlySet<Command['type']> = new Set([
  'order/withdraw',
  'order/request-cancellation',
  'automatic-renewal/switch',
]);

/** The commands that put a command into the outbox. */
const sends: ReadonlySet<Command['type']> = new Set([
  'order/confirm',
  'order/request-cancellation',
  'panel/align',
  'seat/free',
  'automatic-renewal/switch',
  'forgotten/send-again',
]);

export function keyLedger(): KeyLedger {
  const keys = new Map<CommandKey, KeyRecord>();
  const strays: CommandKey[] = [];
  return {
    keys,
    strays,
    note(changes, acting, before) {
      for (const change of changes) {
        if (change.table !== 'outbox') continue;
        const known = keys.get(change.id as CommandKey);
        if (change.value !== null) {
          if (known !== undefined) {
            // Undone, then redone under its old key. The vendor had not processed it.
            if (known.end === 'withdrawn' && acting === 'undo') known.end = 'waits';
            continue;
          }
          keys.set(change.value.id, {
            key: change.value.id,
            entry: change.value,
            turn: keys.size,
            end: 'waits',
          });
          if (acting === null || acting === 'undo' || !sends.has(acting.type)) strays.push(change.value.id);
        } else if (known !== undefined) {
          const byPerson = acting === 'undo' || (acting !== null && takesBack.has(acting.type));
          known.end = !byPerson
            ? 'settled'
            : before.outbox.get(change.id)?.state === 'refused'
              ? 'dealt-with'
              : 'withdrawn';
        }
      }
    },
  };
}
