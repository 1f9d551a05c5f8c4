import type { ModuleKind } from '../../catalog/item.ts';
import type { Day } from '../../kernel/day.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { saysNothing, shorten } from '../../formats/spreadsheet/cell.ts';
import { headerKey } from '../../formats/spreadsheet/headers.ts';
import type { OwnedModule } from '../fields.ts';
import { readYesNo } from './read-choice.ts';
import type { DateOrder } from '../../formats/spreadsheet/date-order.ts';
import { readDay } from './read-day.ts';
import { longestParts, partsOf } from './read-groups.ts';
import { moduleNamed } from './read-kind.ts';
import type { RejectReason } from './reject-reason.ts';

const nothing = new Set('no nessuno nessun nessunmodulo none 0'.split(' '));

/** What stands between two modules of a list. The slashes of a date do not count. */
const between = /[,|]|\/(?!\d)| (?:ed?|and) (?!pagamenti|payments)/gi;

/**
 * Adds a module, or the expiry that it lacked. Undefined if the module is there with another expiry.
 */
export function withModule(
  modules: readonly OwnedModule[],
  { kind, expiry }: OwnedModule,
): readonly OwnedModule[] | undefined {
  const before = modules.find((module) => module.kind === kind);
  if (before === undefined) return [...modules, { kind, expiry }];
  if (expiry === null || before.expiry === expiry) return modules;
  return before.expiry === null
    ? modules.map((module) => (module.kind === kind ? { kind, expiry } : module))
    : undefined;
}

/**
 * Reads a list of modules: `Documenti (15/03/2027), WooCommerce`. `nessuno` gives none of them. Null if the
 * cell says nothing.
 */
export function readModules(
  cell: string,
  order: DateOrder,
): Result<readonly OwnedModule[] | null, RejectReason> {
  if (cell.length > longestParts) return err({ kind: 'too-long', most: longestParts });
  if (nothing.has(headerKey(cell))) return ok([]);
  if (saysNothing(cell)) return ok(null);
  let modules: readonly OwnedModule[] = [];
  for (const { text, expiry } of partsOf(cell.replaceAll(between, ';'))) {
    const kind = moduleNamed(text);
    if (kind === undefined) return err({ kind: 'unknown-module', value: shorten(text, 60) });
    const day = readDay(expiry, order);
    if (!day.ok) return day;
    const more = withModule(modules, { kind, expiry: day.value });
    if (more === undefined) return err({ kind: 'duplicate-module', module: kind });
    modules = more;
  }
  return ok(modules);
}

/** What the column of one module says: whether it was bought, and its expiry if the cell is a date. */
export function readModuleCell(
  cell: string,
  order: DateOrder,
): Result<{ readonly owned: boolean; readonly expiry: Day | null } | null, RejectReason> {
  const answer = readYesNo(cell);
  if (answer.ok) return ok(answer.value === null ? null : { owned: answer.value, expiry: null });
  const day = readDay(cell, order);
  if (day.ok && day.value !== null) return ok({ owned: true, expiry: day.value });
  return !day.ok && day.error.kind !== 'not-a-day' ? day : answer;
}

/** Which modules the columns of a row say. Null if they say nothing. */
export function modulesOf(
  listed: readonly OwnedModule[] | null,
  columns: readonly { readonly kind: ModuleKind; readonly owned: boolean; readonly expiry: Day | null }[],
): Result<readonly OwnedModule[] | null, RejectReason> {
  if (listed === null && columns.length === 0) return ok(null);
  let modules = listed ?? [];
  for (const { kind, owned, expiry } of columns) {
    if (!owned) continue;
    const more = withModule(modules, { kind, expiry });
    if (more === undefined) return err({ kind: 'duplicate-module', module: kind });
    modules = more;
  }
  return ok(modules);
}
