import { moduleKinds, takesModules, type ServiceKind } from '../../catalog/item.ts';
import { ok } from '../../kernel/result.ts';
import { isBlank, isErrorValue, shorten } from '../../formats/spreadsheet/cell.ts';
import { fieldSchemas, type Group } from '../fields.ts';
import { accessNamed, readAccess, readPayer, readYesNo } from './read-choice.ts';
import { readTaxCode, readVatCode } from './read-codes.ts';
import type { DateOrder } from '../../formats/spreadsheet/date-order.ts';
import { readDay } from './read-day.ts';
import { readGroups } from './read-groups.ts';
import { readKind, type CountSaid, type KindReading } from './read-kind.ts';
import { readQuantity } from './read-quantity.ts';
import { modulesOf, readModuleCell, readModules } from './read-modules.ts';
import {
  note,
  readText,
  reject,
  rowInHand,
  take,
  type Fault,
  type RowCells,
  type RowInHand,
  type RowReading,
} from './row-in-hand.ts';

const mostHolder = fieldSchemas.holder.maxLength ?? 200;

function readHolder(row: RowInHand): void {
  const holder = row.read.cell('holder');
  const { own } = row.read;
  if (own ? holder === '' : isBlank(holder)) return reject(row, 'holder', { kind: 'missing-holder' });
  if (!own && (holder.startsWith('=') || isErrorValue(holder)))
    return reject(row, 'holder', { kind: 'formula', value: shorten(holder, 60) });
  if (holder.length > mostHolder) return reject(row, 'holder', { kind: 'too-long', most: mostHolder });
  take(row, 'holder', ok(holder));
}

function readCodes(row: RowInHand): void {
  const vat = readVatCode(row.read.cell('vatCode'));
  const tax = readTaxCode(row.read.cell('taxCode'));
  if (!tax.ok) reject(row, 'taxCode', tax.error);
  else if (tax.value.taxCode !== undefined) take(row, 'taxCode', ok(tax.value.taxCode));
  if (!vat.ok) return reject(row, 'vatCode', vat.error);
  if (vat.value.vatCode !== undefined) take(row, 'vatCode', ok(vat.value.vatCode));
  if (vat.value.taxCode !== undefined && row.details.taxCode === undefined) {
    row.details.taxCode = vat.value.taxCode;
    note(row, 'taxCode', [row.read.cell('vatCode')]);
  }
}

/** Reads who holds the service: every row of a list says this, whatever else it is. */
export function readIdentity(read: RowCells): RowReading {
  const row = rowInHand(read);
  readHolder(row);
  readCodes(row);
  return row;
}

/** What the cells say that a row is: the item column first, then the kind column. */
export function kindOf(read: RowCells): {
  readonly service: ServiceKind | null;
  readonly item: Extract<KindReading, { readonly what: 'item' }> | null;
  readonly fault: Fault | null;
} {
  const said = (field: 'kind' | 'item') => {
    const cell = read.cell(field);
    if (isBlank(cell)) return null;
    const reading = readKind(cell);
    if (reading === undefined) return unknownKind(read, field);
    return reading.what === 'service' && countsSomething(reading)
      ? read.fault(field, { kind: 'service-quantity', value: shorten(cell, 60) })
      : reading;
  };
  const [kind, item] = [said('kind'), said('item')];
  const fault = [kind, item].find((one) => one !== null && 'reason' in one) as Fault | undefined;
  const readings = [item, kind].filter((one): one is KindReading => one !== null && 'what' in one);
  const services = readings.flatMap((one) => (one.what === 'service' ? [one.kind] : []));
  return {
    // The kind column says the service. The item column says it only if that column is blank.
    service: services.at(-1) ?? null,
    item: readings.find((one) => one.what === 'item') ?? null,
    fault: fault ?? null,
  };
}

/** Whether a text of a service has a number that seems to count something. A service is one. */
const countsSomething = ({ count, doubt }: CountSaid): boolean => doubt === 'several' || (count ?? 1) !== 1;

const unknownKind = (read: RowCells, field: 'kind' | 'item'): Fault =>
  read.fault(field, {
    kind: 'unknown-kind',
    value: shorten(read.cell(field), 60),
    access: accessNamed(read.cell(field)) ?? null,
  });

/** Refuses a quantity other than 1: it may count users, or years, or services. */
function readServiceQuantity(row: RowInHand): void {
  const cell = row.read.cell('quantity');
  const quantity = readQuantity(cell);
  if (!quantity.ok) reject(row, 'quantity', quantity.error);
  else if ((quantity.value ?? 1) !== 1)
    reject(row, 'quantity', { kind: 'service-quantity', value: shorten(cell, 60) });
}

function readTerms(row: RowInHand, order: DateOrder): void {
  const expiry = readDay(row.read.cell('expiry'), order);
  if (expiry.ok && expiry.value === null) reject(row, 'expiry', { kind: 'missing-expiry' });
  else take(row, 'expiry', expiry);
  readGroupColumns(row, 'users', 'usersExpiry', order);
  readModuleColumns(row, order);
  readGroupColumns(row, 'space', 'spaceExpiry', order);
}

function readGroupColumns(
  row: RowInHand,
  field: 'users' | 'space',
  column: 'usersExpiry' | 'spaceExpiry',
  order: DateOrder,
): void {
  const groups = readGroups(row.read.cell(field), order);
  const common = readDay(row.read.cell(column), order);
  if (!common.ok) reject(row, column, common.error);
  if (!groups.ok || groups.value === null || !common.ok) return take(row, field, groups);
  take(
    row,
    field,
    ok(groups.value.map((group): Group => ({ ...group, expiry: group.expiry ?? common.value }))),
  );
  note(row, field, [row.read.cell(field), row.read.cell(column)]);
}

function readModuleColumns(row: RowInHand, order: DateOrder): void {
  const common = readDay(row.read.cell('modulesExpiry'), order);
  if (!common.ok) return reject(row, 'modulesExpiry', common.error);
  const listed = readModules(row.read.cell('modules'), order);
  if (!listed.ok) return reject(row, 'modules', listed.error);
  const columns = [];
  for (const kind of moduleKinds) {
    const cell = readModuleCell(row.read.cell(kind), order);
    if (!cell.ok) return reject(row, kind, cell.error);
    if (cell.value !== null) columns.push({ kind, ...cell.value });
  }
  const modules = modulesOf(listed.value, columns);
  if (!modules.ok) {
    const { error } = modules;
    return reject(row, error.kind === 'duplicate-module' ? error.module : 'modules', error);
  }
  if (modules.value === null) return;
  row.details.modules = modules.value.map(({ kind, expiry }) => ({ kind, expiry: expiry ?? common.value }));
  const named = columns.map(({ kind }) => `${row.read.header(kind)}: ${row.read.cell(kind)}`);
  note(row, 'modules', [row.read.cell('modules'), row.read.cell('modulesExpiry'), ...named]);
}

/** Several columns of notes become one text. Each part then says its column. */
function readNotes(row: RowInHand): void {
  const parts = row.read.all('note');
  if (parts.length === 0) return;
  const text =
    parts.length === 1 ? parts[0]?.cell : parts.map(({ header, cell }) => `${header}: ${cell}`).join('; ');
  take(row, 'note', readText(row.read, text ?? '', 'note'));
  note(row, 'note', [text ?? '']);
}

/**
 * Reads a row as a service, as far as it can be read. `kind`: what kindOf found, or the kind of all services.
 */
export function readService(read: RowCells, kind: ServiceKind | null, order: DateOrder): RowReading {
  const row = rowInHand(read);
  readHolder(row);
  readCodes(row);
  if (kind === null) reject(row, read.has('kind') ? 'kind' : 'item', { kind: 'missing-kind' });
  else {
    row.details.kind = kind;
    note(row, 'kind', [row.read.cell(isBlank(read.cell('kind')) ? 'item' : 'kind')]);
  }
  readServiceQuantity(row);
  readTerms(row, order);
  take(row, 'account', readText(read, read.cell('account'), 'account'));
  take(row, 'panelUsername', readText(read, read.cell('panelUsername'), 'panelUsername'));
  take(row, 'caretaker', readText(read, read.cell('caretaker'), 'caretaker'));
  for (const field of ['automaticRenewal', 'promotional', 'followed'] as const)
    take(row, field, readYesNo(read.cell(field)));
  take(row, 'access', readAccess(read.cell('access')));
  take(row, 'payer', readPayer(read.cell('payer')));
  readNotes(row);
  const module = row.details.modules?.[0]?.kind;
  if (kind !== null && !takesModules(kind) && module !== undefined)
    reject(row, read.has(module) && isBlank(read.cell('modules')) ? module : 'modules', {
      kind: 'module-on-receive-only',
      module,
    });
  return row;
}
