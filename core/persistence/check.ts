import type { ReplicaTables, WorkspaceTables } from '../desk/rows/state.ts';
import {
  emptyReplica,
  emptyWorkspace,
  replicaSchemas,
  workspaceSchemas,
  workspaceTables,
} from '../desk/rows/tables.ts';
import { parse, z, type BadInput } from '../kernel/parse.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { within, type Steps } from '../kernel/steps.ts';
import type { Digest, DocumentStore } from '../ports.ts';
import type { JournalEntry, ReplicaDocument, WorkspaceDocument } from './documents.ts';
import { statedSum, sumOfLine } from './journal-line.ts';
import { isNewer, migrated } from './migrations.ts';

/**
 * Why a document cannot be used, in technical words for the log and for support. `newer`: a newer Allinea
 * wrote it.
 */
export interface BadDocument {
  readonly reason: 'unreadable' | 'newer';
  readonly detail: string;
}

type Schemas = Readonly<Record<string, z.ZodType>>;
type Rows = Readonly<Record<string, readonly unknown[]>>;

/** Accepts tables whose rows are checked later. A table that an older document lacks is empty. */
const tablesOf = (schemas: Schemas) =>
  z.object(
    Object.fromEntries(Object.keys(schemas).map((table) => [table, z.array(z.unknown()).prefault([])])),
  );

const workspaceDocument = z.object({
  schemaVersion: z.int(),
  seq: z.int().min(0),
  end: z.object({ sum: z.string().max(64), at: z.number() }).nullable(),
  // Documents of the first programs with format 4 have none.
  recent: z
    .string()
    .regex(/^(?:[\da-f]{8})*$/)
    .prefault(''),
  mended: z
    .array(
      z.object({
        document: z.enum(['workspace', 'journal']),
        movedTo: z.string().nullable(),
        recovery: z.enum(['backup', 'newer', 'empty', 'readable-part', 'fork', 'written-anew']),
        detail: z.string(),
        missing: z.object({ from: z.int(), to: z.int() }).nullable(),
        last: z.object({ seq: z.int(), at: z.number() }).nullable(),
      }),
    )
    .prefault([]),
  tables: tablesOf(workspaceSchemas),
});

const replicaDocument = z.object({
  schemaVersion: z.int(),
  // Older documents have none.
  epoch: z.string().nullable().default(null),
  cursor: z.int().min(0),
  dayOffset: z.int(),
  lastSync: z.number().nullable(),
  tables: tablesOf(replicaSchemas),
});

const change = z.discriminatedUnion(
  'table',
  workspaceTables.map((table) =>
    z.object({ table: z.literal(table), id: z.string(), value: workspaceSchemas[table].nullable() }),
  ) as never,
);

const journalLine = z.object({
  schemaVersion: z.int(),
  seq: z.int().min(1),
  at: z.number().nullable(),
  before: z.string().max(64).nullable(),
  changes: z.array(z.unknown()),
});

/** What a newer Allinea wrote is not damaged. It is refused, and nothing is touched. */
const newer: Result<never, BadDocument> = err({ reason: 'newer', detail: 'newer-data' });

const bad = (
  { field, problem }: BadInput,
  ...place: readonly (string | number)[]
): Result<never, BadDocument> =>
  err({
    reason: 'unreadable',
    detail: `${[...place, field].filter((part) => part !== '').join('.')}: ${problem}`,
  });

/** Rows checked in one step, before other work gets its turn. A step takes a few milliseconds. */
const rowsInOneStep = 200;

function* checkRows(
  schema: z.ZodType,
  rows: readonly unknown[],
  ...place: readonly string[]
): Steps<Result<readonly unknown[], BadDocument>> {
  const checked: unknown[] = [];
  for (const [index, row] of rows.entries()) {
    const parsed = parse(schema, row);
    if (!parsed.ok) return bad(parsed.error, ...place, index);
    checked.push(parsed.value);
    if (checked.length % rowsInOneStep === 0) yield index / rows.length;
  }
  return ok(checked);
}

function* checkDocument<T>(
  envelope: z.ZodType<{ readonly tables: Rows }>,
  schemas: Schemas,
  document: unknown,
): Steps<Result<T, BadDocument>> {
  if (isNewer(document)) return newer;
  const parsed = parse(envelope, migrated(document));
  if (!parsed.ok) return bad(parsed.error);
  const tables: Record<string, readonly unknown[]> = {};
  const entries = Object.entries(schemas);
  for (const [at, [table, schema]] of entries.entries()) {
    const rows = yield* within(
      checkRows(schema, parsed.value.tables[table] ?? [], 'tables', table),
      at / entries.length,
      (at + 1) / entries.length,
    );
    if (!rows.ok) return rows;
    tables[table] = rows.value;
  }
  return ok({ ...parsed.value, tables } as T);
}

/** The content of a store, checked unless this very program wrote it. Undefined if there is nothing yet. */
export function* readChecked<T>(
  store: DocumentStore<T>,
  check: (document: unknown) => Steps<Result<T, BadDocument>>,
): Steps<Result<T | undefined, BadDocument>> {
  const read = store.read();
  return !read.ok || read.value === undefined || store.isOwn?.() === true ? read : yield* check(read.value);
}

/** Checks a workspace document, after its migrations. Refuses it with the first field that does not fit. */
export const checkWorkspace = (document: unknown): Steps<Result<WorkspaceDocument, BadDocument>> =>
  checkDocument(workspaceDocument, workspaceSchemas, document);

/** Checks a replica document, after its migrations. Refuses it with the first field that does not fit. */
export const checkReplica = (document: unknown): Steps<Result<ReplicaDocument, BadDocument>> =>
  checkDocument(replicaDocument, replicaSchemas, document);

/**
 * Checks one line of the journal: its sum first, then its fields. A refusal quotes nothing of the line,
 * because it is full of names. Lines up to number `checkpoint` are already in the checkpoint: they are
 * returned without their changes, and their sums are not checked.
 */
export function* checkJournalLine(
  line: string,
  checkpoint: number,
  digest: Digest,
): Steps<Result<JournalEntry, BadDocument>> {
  let document: unknown;
  try {
    document = JSON.parse(line);
  } catch {
    return err({ reason: 'unreadable', detail: 'not-json' });
  }
  if (isNewer(document)) return newer;
  const parsed = parse(journalLine, migrated(document));
  if (!parsed.ok) return bad(parsed.error);
  const { seq, at, before } = parsed.value;
  if (seq <= checkpoint) return ok({ seq, at, before, sum: statedSum(line), changes: [] });
  const sum = sumOfLine(line, digest);
  if (sum === undefined) return err({ reason: 'unreadable', detail: 'wrong-sum' });
  if (!sum.own && before !== null) return err({ reason: 'unreadable', detail: 'no-sum' });
  const changes = yield* checkRows(change, parsed.value.changes, 'changes');
  return changes.ok
    ? ok({ seq, at, before, sum: sum.sum, changes: changes.value as JournalEntry['changes'] })
    : changes;
}

function fill<Rows>(
  tables: { readonly [T in keyof Rows]: Map<string, Rows[T]> },
  stored: { readonly [T in keyof Rows]: readonly Rows[T][] },
  idOf: (table: keyof Rows, row: Rows[keyof Rows]) => string,
): void {
  for (const table of Object.keys(tables) as (keyof Rows)[])
    for (const row of stored[table]) tables[table].set(idOf(table, row), row);
}

/** The tables of a checked workspace document. */
export function workspaceFrom(document: WorkspaceDocument): WorkspaceTables {
  const tables = emptyWorkspace();
  fill(tables, document.tables, (_, row) => ('id' in row ? row.id : row.version));
  return tables;
}

/** The tables of a checked replica document. */
export function replicaFrom(document: ReplicaDocument): ReplicaTables {
  const tables = emptyReplica();
  for (const service of document.tables.services) tables.services.set(service.id, service);
  for (const order of document.tables.orders) tables.orders.set(order.orderNumber, order);
  for (const list of document.tables.priceLists) tables.priceLists.set(list.version, list);
  for (const cart of document.tables.vendorCarts) tables.vendorCarts.set(cart.cartId, cart);
  return tables;
}

/** The rows of the tables as a document stores them. */
export const stored = <Rows>(tables: { readonly [T in keyof Rows]: ReadonlyMap<string, Rows[T]> }): {
  readonly [T in keyof Rows]: readonly Rows[T][];
} =>
  Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      [...(rows as ReadonlyMap<string, unknown>).values()],
    ]),
  ) as never;
