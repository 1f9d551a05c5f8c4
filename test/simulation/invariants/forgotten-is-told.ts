import type { Forgotten } from '../../../core/desk/rows/forgotten.ts';
import type { ReplicaDocument } from '../../../core/persistence/documents.ts';
import type { Client } from '../client.ts';
import type { Invariant } from '../invariant.ts';

type Tables = ReplicaDocument['tables'];

const line = (kind: string, ...parts: readonly string[]): string => [kind, ...parts].join(' ');

/** What the desk has told, one line for each thing. */
const toldLine = ({ thing }: Forgotten): string => {
  switch (thing.kind) {
    case 'order':
    case 'order-back':
      return line('order', thing.order.orderNumber, thing.order.clientReference ?? '-');
    case 'user-created':
    case 'user-changed':
      return line('user', thing.serviceId, thing.user.username.toLowerCase());
    case 'user-deleted':
      return line('user', thing.serviceId, thing.username.toLowerCase());
    case 'automatic-renewal':
    case 'service':
      return line(thing.kind, thing.serviceId);
    case 'cart':
      return line('cart', thing.cartId);
  }
};

/** Everything that a desk showed of the vendor, one line for each thing, with what it was. */
function facts({ orders, services }: Tables): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const order of orders) {
    const { orderNumber, clientReference, holder, state, quote } = order;
    const name = line('order', orderNumber, clientReference ?? '-');
    known.set(name, [holder, quote.gross, quote.day].join());
    if (state === 'cancelled') known.set(line(name, 'cancelled'), '');
  }
  for (const { id, automaticRenewal, users } of services) {
    known.set(line('automatic-renewal', id), String(automaticRenewal));
    for (const { username, email, permissions } of users)
      known.set(line('user', id, username.toLowerCase()), [email, ...permissions.toSorted()].join());
  }
  return known;
}

/** Whether the thing stands in a service that the desk says is gone. */
const serviceTold = (told: ReadonlySet<string>, name: string): boolean =>
  told.has(line('service', name.split(' ')[1] ?? ''));

function missing(client: Client, before: Tables, after: Tables): readonly string[] {
  const { forgotten, outbox } = client.saved.tables;
  const told = new Set([...forgotten.values()].map(toldLine));
  const [was, is] = [facts(before), facts(after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((name) => {
    if (was.get(name) === is.get(name) || told.has(name.replace(' cancelled', '')) || serviceTold(told, name))
      return false;
    // A new order or service is no loss. A new user may be one that was deleted.
    if (!was.has(name))
      return name.startsWith('user') && !before.services.every(({ id }) => !name.includes(` ${id} `));
    // Its command is sent again under its own key.
    return !outbox.has(name.split(' ')[2] ?? '');
  });
}

/**
 * When a desk reads another past of the vendor, everything that it showed and that the vendor no longer has
 * is told, and that is durable before the desk forgets it too.
 */
export const forgottenIsTold: Invariant = {
  name: 'what is forgotten is told',
  watch: ({ broken }) => ({
    replicaSaved(client, { epoch, tables }) {
      const before = client.saved.replica;
      if (before === null || before.epoch === null || before.epoch === epoch) return;
      for (const name of missing(client, before.tables, tables))
        broken(`client ${client.number} was not told that the vendor has forgotten: ${name}`);
    },
  }),
};
