import type { Outgoing, VendorCommand } from '../desk/rows/state.ts';
import type { PushOutcome } from '../sync/outbox.ts';
import type { VendorClient } from '../aruba/client.ts';

/** Sends a command of the outbox with its own key. Never rejects. */
export function push(client: VendorClient, { id, command }: Outgoing): Promise<PushOutcome> {
  switch (command.kind) {
    case 'order/place':
      return client.placeOrder(id, command.request);
    case 'order/cancel':
      return client.cancelOrder(id, command.orderNumber);
    case 'service/automatic-renewal':
      return client.setAutomaticRenewal(id, command.serviceId, command.on);
    case 'user/create':
      return client.createUser(id, command.serviceId, command.user);
    case 'user/change':
      return client.changeUser(id, command.serviceId, command.username, command.change);
    case 'user/delete':
      return client.deleteUser(id, command.serviceId, command.username);
  }
}

/** The service that a command is about, or the client whose first service it buys. Null: it may be any. */
export function aboutOf(command: VendorCommand): string | null {
  switch (command.kind) {
    case 'order/place':
      return command.request.purchase.kind === 'first-purchase'
        ? `client ${command.request.purchase.vatCode}`
        : command.request.purchase.serviceId;
    case 'order/cancel':
      return null;
    case 'service/automatic-renewal':
    case 'user/create':
    case 'user/change':
    case 'user/delete':
      return command.serviceId;
  }
}
