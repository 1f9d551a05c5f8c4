// A vendor and a firm of any size, made from the services of the sample. The benchmarks use them.
import type { WorkspaceChange } from '../../core/desk/rows/state.ts';
import { addDays, type Day } from '../../core/kernel/day.ts';
import type { PersonId, ServiceId } from '../../core/kernel/id.ts';
import type { Order } from '../../core/orders/order.ts';
import type { Service } from '../../core/services/service.ts';
import type { Mail } from '../../core/aruba/protocol.ts';
import { sampleState } from '../../electron/simulator/sample/sample.ts';
import {
  changeId,
  type NumberedChange,
  type SimulatorDocument,
} from '../../electron/simulator/state/state.ts';
import { Table } from '../../electron/simulator/state/table.ts';

/**
 * The vendor's memory with `count` active services of as many holders. Each service has a change of its own.
 * `seats`: the users bought for the first one.
 */
export function largeVendor(today: Day, count: number, seats?: number): SimulatorDocument {
  const sample = sampleState(today);
  const active = sample.services.filter(({ state }) => state === 'active');
  const services = Array.from({ length: count }, (_, index): Service => {
    const like = active[index % active.length];
    if (like === undefined) throw new Error('The sample has an active service');
    const items = index > 0 || seats === undefined ? like.items : withSeats(like, seats);
    return {
      ...like,
      items,
      id: `fe-${index}` as ServiceId,
      holder: `Cliente ${index}`,
      vatCode: String(10_000_000_000 + index),
      users: [],
    };
  });
  const own = sample.services.filter(({ id }) => id === sample.account.mainServiceId);
  const all = [...own, ...services];
  const [list] = sample.priceLists;
  if (list === undefined) throw new Error('The sample has a price list');
  return {
    ...sample,
    services: Table.of(({ id }) => id, all),
    orders: Table.of<Order>(({ orderNumber }) => orderNumber, []),
    mails: Table.of<Mail>(({ id }) => id, []),
    lastChange: all.length + 1,
    changes: Table.of<NumberedChange>(
      ({ ref }) => changeId(ref),
      [
        { number: 1, ref: { type: 'priceList', id: list.version } },
        ...all.map(({ id }, index) => ({ number: index + 2, ref: { type: 'service', id } as const })),
      ],
    ),
  };
}

/** The service's own item, and users with the same term. */
function withSeats({ kind, items }: Service, quantity: number): Service['items'] {
  const own = items.filter((one) => one.kind === kind);
  return [
    ...own,
    ...own.map((one) => ({
      ...one,
      id: `${one.id}-users` as typeof one.id,
      kind: 'user' as const,
      quantity,
    })),
  ];
}

export const departments = Array.from({ length: 12 }, (_, index) => `Reparto ${index}`);

/** `count` people of the firm, as an import writes them. */
export const largeStaff = (today: Day, count: number): readonly WorkspaceChange[] =>
  Array.from({ length: count }, (_, index): WorkspaceChange => {
    const id = `p-${index}` as PersonId;
    const value = {
      id,
      givenName: 'Nome',
      familyName: `Cognome${index}`,
      email: `n${index}@studio.example`,
      department: departments[index % departments.length] ?? '',
      start: addDays(today, -index % 4000),
      end: null,
    };
    return { table: 'people', id, value };
  });
