import { publicPriceList } from '../../catalog/public-price-list.ts';
import {
  applyChanges,
  type ReplicaChange,
  type ReplicaRows,
  type ReplicaTables,
  type Tables,
  type WorkspaceChange,
  type WorkspaceRows,
} from '../rows/state.ts';
import { emptyReplica } from '../rows/tables.ts';
import { groupBy } from '../../kernel/group-by.ts';
import type { ServiceId } from '../../kernel/id.ts';
import type { Fact } from '../../register/fact.ts';
import type { Order } from '../../orders/order.ts';
import { foldPurchase } from '../../purchases/fold.ts';
import { orderOfPurchase } from '../../purchases/order.ts';
import type { PurchaseRecord } from '../../purchases/purchase.ts';
import { foldService } from '../../register/fold.ts';
import { registeredService } from '../../register/registered-service.ts';

/** The replica of a studio of one's own: it is folded from the register, so it is never stored. */
export interface RegisterReplica {
  readonly tables: ReplicaTables;
  /** A register has no vendor: no other calendar, no exchange, and nothing that could be lost. */
  readonly dayOffset: 0;
  readonly lastSync: null;
  readonly lost: null;
  /** Folds anew what changed facts and purchases are about, and returns what changes in the replica. */
  follow(changes: readonly (WorkspaceChange | ReplicaChange)[]): readonly ReplicaChange[];
}

/** The facts of each service. Rows only come and go, so a set of ids for each service is enough. */
function createIndex(facts: ReadonlyMap<string, Fact>) {
  const about = new Map<ServiceId, Set<string>>(
    [...groupBy(facts.values(), (fact) => fact.about)].map(([id, rows]) => [
      id,
      new Set(rows.map((fact) => fact.id)),
    ]),
  );
  const homes = new Map([...facts.values()].map((fact) => [fact.id as string, fact.about]));
  return {
    services: (): Iterable<ServiceId> => about.keys(),
    of: (id: ServiceId): readonly Fact[] =>
      [...(about.get(id) ?? [])].flatMap((factId) => facts.get(factId) ?? []),
    /** Notes a fact that was written or removed. Returns the service that it is about. */
    note(id: string, fact: Fact | null): ServiceId | undefined {
      const home = fact?.about ?? homes.get(id);
      if (home === undefined) return undefined;
      homes.set(id, home);
      about.set(home, (about.get(home) ?? new Set()).add(id));
      return home;
    },
  };
}

/**
 * The order numbers of purchases. A corrected number takes the place of the old one. In files of older
 * versions two purchases may have one number: its order stays as long as one of them has it.
 */
function createOrders({ firm, purchases }: Pick<Tables<WorkspaceRows>, 'firm' | 'purchases'>) {
  const numbers = new Map<string, string>();
  const orderOf = (record: PurchaseRecord | null | undefined): Order | undefined => {
    const payer = firm.get('firm')?.payer;
    return record == null || payer === undefined ? undefined : orderOfPurchase(foldPurchase(record), payer);
  };

  /** The order of another purchase with this number; null if there is none. */
  function otherWith(orderNumber: string): Order | null {
    for (const [id, number] of numbers) {
      if (number !== orderNumber) continue;
      const order = orderOf(purchases.get(id));
      if (order?.orderNumber === orderNumber) return order;
    }
    return null;
  }

  return {
    /** What changes in the replica's orders when a purchase is written or removed. */
    changesOf(id: string, record: PurchaseRecord | null): readonly ReplicaChange[] {
      const order = orderOf(record);
      const before = numbers.get(id);
      if (order === undefined) numbers.delete(id);
      else numbers.set(id, order.orderNumber);
      return [
        ...(before === undefined || before === order?.orderNumber
          ? []
          : [{ table: 'orders' as const, id: before, value: otherWith(before) }]),
        ...(order === undefined ? [] : [{ table: 'orders' as const, id: order.orderNumber, value: order }]),
      ];
    },
  };
}

/**
 * Folds services and orders of a studio of one's own from its facts and purchases (rules J3, K). The price
 * list is Aruba's public one.
 */
export function createRegisterReplica(
  workspace: Pick<Tables<WorkspaceRows>, 'facts' | 'purchases' | 'firm'>,
): RegisterReplica {
  const tables = emptyReplica();
  const index = createIndex(workspace.facts);
  const orders = createOrders(workspace);

  const folded = (id: ServiceId): ReplicaChange => ({
    table: 'services',
    id,
    value: registeredService(foldService(id, index.of(id)))?.service ?? null,
  });
  const apply = (changes: readonly ReplicaChange[]): readonly ReplicaChange[] => {
    applyChanges<ReplicaRows>(tables, changes);
    return changes;
  };

  apply([
    { table: 'priceLists', id: publicPriceList.version, value: publicPriceList },
    ...Array.from(index.services(), folded),
    ...[...workspace.purchases.values()].flatMap((record) => orders.changesOf(record.id, record)),
  ]);
  return {
    tables,
    dayOffset: 0,
    lastSync: null,
    lost: null,
    follow(changes) {
      const touched = new Set<ServiceId>();
      const ordered: ReplicaChange[] = [];
      for (const change of changes) {
        if (change.table === 'purchases') ordered.push(...orders.changesOf(change.id, change.value));
        if (change.table !== 'facts') continue;
        const service = index.note(change.id, change.value);
        if (service !== undefined) touched.add(service);
      }
      return apply([...Array.from(touched, folded), ...ordered]);
    },
  };
}
