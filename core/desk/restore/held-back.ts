// What a restore leaves out so that the purchases which stay are still true (rule K).
import type { ServiceId } from '../../kernel/id.ts';
import { foldPurchase } from '../../purchases/fold.ts';
import type { PurchaseRecord } from '../../purchases/purchase.ts';
import { holdsService } from '../../purchases/transitions.ts';
import type { Fact } from '../../register/fact.ts';
import { foldService } from '../../register/fold.ts';
import { registeredService } from '../../register/registered-service.ts';
import type { Tables, WorkspaceChange, WorkspaceRows } from '../rows/state.ts';

type Rows = Pick<Tables<WorkspaceRows>, 'clients' | 'facts' | 'purchases'>;
type Changes = readonly WorkspaceChange[];

/**
 * Tells which changes of a restore may not be written:
 * - a purchase that comes back and would be a second open one for its service or client, or a second one with
 *   its order number, and the facts that it made;
 * - facts of a service that a purchase names, if the service would not exist without them;
 * - a client that comes back beside the service of its first purchase.
 */
export function heldBack(now: Rows, changes: Changes): (change: WorkspaceChange) => boolean {
  const coming = changes.flatMap(({ table, id, value }) =>
    table === 'purchases' && value !== null && !now.purchases.has(id) ? [value as PurchaseRecord] : [],
  );
  const { kept, isThere } = servicesAfter(now, coming, changes);
  const served = servedClients(now, isThere);
  const away = awayFrom(now, coming, served);
  return ({ table, id, value }) => {
    if (table === 'purchases') return away.has(id);
    if (table === 'clients') return value !== null && !now.clients.has(id) && served.has(id);
    const fact = table === 'facts' ? (now.facts.get(id) ?? (value as Fact | null)) : null;
    if (fact === null) return false;
    return kept.has(fact.about) || (fact.source.kind === 'order' && away.has(fact.source.id));
  };
}

/** The service that a purchase changes or made; null before a first purchase is active. */
const serviceOf = (record: PurchaseRecord): ServiceId | null =>
  foldPurchase(record).activated?.serviceId ?? record.revision.service?.id ?? null;

const exists = (id: ServiceId, facts: readonly Fact[]): boolean =>
  registeredService(foldService(id, facts)) !== undefined;

/**
 * The services of purchases that keep all their facts, because they are known now and the changes would end
 * them; and whether a service of a purchase is there afterwards.
 */
function servicesAfter(now: Rows, coming: readonly PurchaseRecord[], changes: Changes) {
  const facts = new Map<ServiceId, { readonly before: Fact[]; readonly after: Fact[] }>();
  for (const record of [...now.purchases.values(), ...coming]) {
    const id = serviceOf(record);
    if (id !== null) facts.set(id, { before: [], after: [] });
  }
  const kept = new Set<ServiceId>();
  if (facts.size > 0) {
    const written = new Map<string, Fact | null>();
    for (const { table, id, value } of changes) if (table === 'facts') written.set(id, value as Fact | null);
    for (const fact of now.facts.values()) {
      facts.get(fact.about)?.before.push(fact);
      if (!written.has(fact.id)) facts.get(fact.about)?.after.push(fact);
    }
    for (const fact of written.values()) if (fact !== null) facts.get(fact.about)?.after.push(fact);
    for (const [id, { before, after }] of facts) if (before.length > 0 && !exists(id, after)) kept.add(id);
  }
  const isThere = (id: ServiceId): boolean => {
    const { before = [], after = [] } = facts.get(id) ?? {};
    return exists(id, kept.has(id) ? before : after);
  };
  return { kept, isThere };
}

/** The clients whose first purchase became active, and whose service is there. */
function servedClients({ purchases }: Rows, isThere: (id: ServiceId) => boolean): ReadonlySet<string> {
  const served = new Set<string>();
  for (const record of purchases.values()) {
    const { subject } = record.revision.content;
    const { activated } = foldPurchase(record);
    if (subject.kind === 'first-purchase' && activated !== null && isThere(activated.serviceId))
      served.add(subject.clientId);
  }
  return served;
}

/** What a purchase is for: a service, or a client that has none yet. */
const subjectOf = ({ revision }: PurchaseRecord): string => {
  const { subject } = revision.content;
  return subject.kind === 'first-purchase' ? subject.clientId : subject.serviceId;
};

/** The purchases that stay away. Of two that come back for one service the first one comes. */
function awayFrom(
  now: Rows,
  coming: readonly PurchaseRecord[],
  served: ReadonlySet<string>,
): ReadonlySet<string> {
  const open = new Set<string>();
  const numbers = new Set<string>();
  const numberOf = (record: PurchaseRecord): string =>
    foldPurchase(record).ordered?.orderNumber.toLowerCase() ?? '';
  const isOpen = (record: PurchaseRecord): boolean => holdsService(foldPurchase(record).state);
  function take(record: PurchaseRecord): void {
    if (isOpen(record)) open.add(subjectOf(record));
    if (numberOf(record) !== '') numbers.add(numberOf(record));
  }

  for (const record of now.purchases.values()) take(record);
  const away = new Set<string>();
  for (const record of coming) {
    const subject = subjectOf(record);
    if ((isOpen(record) && (open.has(subject) || served.has(subject))) || numbers.has(numberOf(record)))
      away.add(record.id);
    else take(record);
  }
  return away;
}
