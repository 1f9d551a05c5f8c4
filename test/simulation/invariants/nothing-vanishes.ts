import { isUserCommand, type UserCommand } from '../../../core/desk/rows/state.ts';
import type { Service } from '../../../core/services/service.ts';
import { accepted, refusalCodes } from '../../../core/aruba/protocol.ts';
import { takesBack } from '../key-ledger.ts';
import type { Client } from '../client.ts';
import type { Invariant, Scene } from '../invariant.ts';

/**
 * Says why a command may not leave the outbox by itself. Returns undefined if it may: the vendor accepted it,
 * and its effect is durable here.
 */
function whyNot({ vendor, lost }: Scene, client: Client, key: string): string | undefined {
  const processed = (vendor().commands.get(key) ?? lost.get(key))?.processed;
  if (processed === undefined) return 'the vendor has not processed it';
  const command = client.ledger.keys.get(processed.key)?.entry.command;
  if (command !== undefined && isUserCommand(command))
    return whyNotUser(vendor().services.get(command.serviceId), client, command, processed.errorCode);
  if (processed.errorCode !== accepted)
    return 'the vendor refused it, and the person has not dealt with that';
  // Another desk may have switched it since. That replicas agree is another invariant.
  if (command?.kind === 'service/automatic-renewal') return undefined;
  const order = client.saved.replica?.tables.orders.find(
    ({ orderNumber }) => orderNumber === processed.orderNumber,
  );
  if (order === undefined) return 'its order is not in the replica';
  return command?.kind === 'order/cancel' && order.state !== 'cancelled'
    ? 'the replica does not show it cancelled'
    : undefined;
}

/**
 * The same for a command about a panel user. A deleted user is gone from the replica, whoever deleted it,
 * unless another desk has created it again.
 */
function whyNotUser(
  now: Service | undefined,
  { saved }: Client,
  command: UserCommand,
  errorCode: string,
): string | undefined {
  const gone = command.kind === 'user/delete' && errorCode === refusalCodes.unknownUser;
  if (errorCode !== accepted && !gone) return 'the vendor refused it, and the person has not dealt with that';
  if (command.kind !== 'user/delete') return undefined;
  if (now?.users.some(({ username }) => username === command.username) === true) return undefined;
  const there = saved.replica?.tables.services
    .find(({ id }) => id === command.serviceId)
    ?.users.some(({ username }) => username === command.username);
  return there === true ? 'the replica still shows the user' : undefined;
}

/** A command stays in the outbox until a pull shows its effect or the person takes it back. */
export const nothingVanishes: Invariant = {
  name: 'nothing vanishes',
  watch: (scene) => ({
    saved(client, changes) {
      for (const change of changes) {
        if (change.table !== 'outbox' || change.value !== null) continue;
        const acting = client.acting();
        if (acting === 'undo') {
          const state = client.saved.tables.outbox.get(change.id)?.state;
          if (state !== 'queued') scene.broken(`${change.id} was undone while it was ${state}`);
          continue;
        }
        if (acting !== null && takesBack.has(acting.type)) continue;
        const why = whyNot(scene, client, change.id);
        if (why !== undefined) scene.broken(`${change.id} left the outbox: ${why}`);
      }
    },
    afterStep() {
      for (const client of scene.clients) {
        for (const { key, end } of client.ledger.keys.values())
          if (end === 'waits' && client.host() !== null && !client.shown.workspace.outbox.has(key))
            scene.broken(`${key} is no longer in the outbox`);
      }
    },
  }),
};
