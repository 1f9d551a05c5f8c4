import {
  isModuleKind,
  serviceKinds,
  takesModules,
  type ItemKind,
  type ModuleKind,
} from '../../catalog/item.ts';
import { shorten } from '../../formats/spreadsheet/cell.ts';
import type { ServiceDetails } from '../fields.ts';
import { fieldOfItem, withItem } from './read-item.ts';
import type { RejectReason } from './reject-reason.ts';
import type { Evidence, Fault } from './row-in-hand.ts';
import { EarlierServices } from './earlier-services.ts';
import { holderKeys, serviceKey } from './service-key.ts';
import type { SortedRow } from './sort-rows.ts';

/** A row of the sheet after sorting, with its number. */
export interface NumberedRow {
  readonly row: number;
  readonly sorted: SortedRow;
}

/** A service with all rows that say it. */
export interface GatheredService {
  readonly row: number;
  readonly rows: readonly number[];
  readonly key: string;
  readonly details: ServiceDetails;
  readonly cells: Evidence;
}

export interface RowFault extends Fault {
  readonly row: number;
}

export interface Gathered {
  readonly services: readonly GatheredService[];
  readonly faults: readonly RowFault[];
}

/** A service while its items are gathered. `faulty`: the first of its rows that was rejected. */
interface Growing {
  readonly row: number;
  readonly rows: number[];
  readonly key: string;
  details: ServiceDetails;
  readonly cells: Evidence;
  faulty: number | null;
}

type ItemRow = Extract<SortedRow, { readonly what: 'item' }>;

/** The services by holder and kind (see indexKey), in the order of their rows. */
type Index = ReadonlyMap<string, readonly Growing[]>;

const whole = (reason: RejectReason): Fault => ({ column: null, reason });

/**
 * Gathers services from the rows of a list, whether a row is a service or an item. Every row ends in one
 * service or in one fault. A service with a rejected row is rejected whole, because it would be incomplete.
 * If two rows have the same holder and kind, the first counts (see EarlierServices).
 */
export function gatherServices(rows: readonly NumberedRow[]): Gathered {
  const faults: RowFault[] = [];
  const growing = baseRows(rows, faults);
  const byHolder: Index = rows.some(({ sorted }) => sorted.what === 'item') ? indexOf(growing) : new Map();
  let above: Growing | undefined;
  const byRow = new Map(growing.map((service) => [service.row, service]));
  for (const { row, sorted } of rows) {
    if (sorted.what === 'skipped') continue;
    if (sorted.what !== 'item') {
      if (sorted.what === 'rejected') faults.push({ row, ...sorted.fault });
      above = byRow.get(row);
      continue;
    }
    const service = serviceOf(sorted, row, byHolder, above);
    above = service;
    const fault = service === undefined ? lone(sorted) : addItem(service, row, sorted);
    if (fault === null) continue;
    faults.push({ row, ...fault });
    if (service !== undefined) service.faulty ??= row;
  }
  const known = new Set(faults.map((fault) => fault.row));
  for (const { faulty, rows: all } of growing) {
    if (faulty === null) continue;
    for (const row of all)
      if (!known.has(row)) faults.push({ row, ...whole({ kind: 'incomplete-service', otherRow: faulty }) });
  }
  return {
    services: growing.filter(({ faulty }) => faulty === null).map(({ faulty: _, ...service }) => service),
    faults: faults.sort((a, b) => a.row - b.row),
  };
}

const lone = ({ item, fault }: ItemRow): Fault =>
  fault ?? whole({ kind: 'item-without-service', item: item.kind });

/** The services without their items. Rejects faulty rows, and those that say an earlier service again. */
function baseRows(rows: readonly NumberedRow[], faults: RowFault[]): readonly Growing[] {
  const earlier = new EarlierServices();
  const growing: Growing[] = [];
  for (const { row, sorted } of rows) {
    if (sorted.what !== 'service') continue;
    const { details, cells, fault } = sorted.reading;
    const keys = holderKeys(details);
    const before = fault === null ? earlier.rowOf(details, keys) : undefined;
    const wrong = fault ?? (before === undefined ? null : whole({ kind: 'duplicate', firstRow: before }));
    if (wrong === null) earlier.add(details, keys, row);
    else faults.push({ row, ...wrong });
    const key = serviceKey(details, keys);
    growing.push({ row, rows: [row], key, details, cells: { ...cells }, faulty: wrong && row });
  }
  return growing;
}

/** Who the service of an item can be known by, and of which kind. */
const indexKey = (holder: string, kind: string, withoutVat: boolean): string =>
  `${holder}|${kind}${withoutVat ? '|no-vat' : ''}`;

const anyKind = 'any';

function indexOf(growing: readonly Growing[]): Index {
  const index = new Map<string, Growing[]>();
  for (const service of growing) {
    const { details } = service;
    const kinds = details.kind === undefined ? [anyKind] : [anyKind, details.kind];
    const withoutVat = details.vatCode === undefined ? [false, true] : [false];
    for (const holder of holderKeys(details))
      for (const kind of kinds)
        for (const without of withoutVat) {
          const key = indexKey(holder, kind, without);
          const known = index.get(key);
          if (known === undefined) index.set(key, [service]);
          else known.push(service);
        }
  }
  return index;
}

/**
 * The service of an item: of the same holder, the last one above the item, else the first one below. A module
 * belongs to a Fatturazione Elettronica if there is one. An item without a holder belongs to the row above.
 */
function serviceOf(
  { holder, kind, item }: ItemRow,
  row: number,
  byHolder: Index,
  above: Growing | undefined,
): Growing | undefined {
  if (holder === null) return above;
  const isModule = fieldOfItem(item.kind) === 'modules';
  const kinds =
    kind !== null ? [kind] : isModule ? [...serviceKinds.filter(takesModules), anyKind] : [anyKind];
  for (const each of kinds)
    for (const [at, key] of holderKeys(holder).entries()) {
      // The name alone does not make two holders one if their numbers differ.
      const withoutVat = holder.vatCode !== undefined && at > 0;
      const services = byHolder.get(indexKey(key, each, withoutVat));
      if (services !== undefined) return nearest(services, row);
    }
  return undefined;
}

/** The last service above the row, else the first below. Services are in the order of their rows. */
function nearest(services: readonly Growing[], row: number): Growing | undefined {
  let [low, high] = [0, services.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((services[middle]?.row ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return services[Math.max(0, low - 1)];
}

const moduleOf = (kind: ItemKind): ModuleKind | undefined => (isModuleKind(kind) ? kind : undefined);

/** Adds an item to its service. Returns what is wrong with the item, or null. */
function addItem(service: Growing, row: number, { item, fault }: ItemRow): Fault | null {
  service.rows.push(row);
  const field = fieldOfItem(item.kind);
  if (fault !== null) return fault;
  const { kind } = service.details;
  const module = moduleOf(item.kind);
  if (module !== undefined && kind !== undefined && !takesModules(kind))
    return whole({ kind: 'module-on-receive-only', module });
  const more = withItem(service.details, item);
  if (!more.ok) return whole(more.error);
  service.details = more.value;
  const before = service.cells[field];
  service.cells[field] = shorten(before === undefined ? item.text : `${before}; ${item.text}`, 200);
  return null;
}
