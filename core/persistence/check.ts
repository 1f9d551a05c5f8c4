import { replicaSchemas, workspaceSchemas } from '../app/rows.ts';
import { emptyReplica, emptyWorkspace, replicaTables, workspaceTables, type ReplicaTables, type WorkspaceTables } from '../app/state.ts';
import { parse, z } from '../kernel/parse.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { JournalEntry, ReplicaDocument, WorkspaceDocument } from './documents.ts';
import { migrated } from './migrations.ts';

/** Why a document cannot be used, in the words of the check: for the log and for support. */
export interface BadDocument {
  readonly reason: 'unreadable';
  readonly detail: string;
}

/** A table that was added later is empty in an older document. */
const rowsOf = (table: string, schema: z.ZodType) => [table, z.array(schema).prefault([])] as const;

const workspaceDocument = z.object({
  schemaVersion: z.int(),
  seq: z.int().min(0),
  mended: z
    .array(
      z.object({
        document: z.enum(['workspace', 'journal']),
        movedTo: z.string().nullable(),
        recovery: z.enum(['backup', 'empty', 'readable-part']),
        detail: z.string(),
      }),
    )
    .prefault([]),
  tables: z.object(Object.fromEntries(workspaceTables.map((table) => rowsOf(table, workspaceSchemas[table])))),
});

const replicaDocument = z.object({
  schemaVersion: z.int(),
  cursor: z.int().min(0),
  dayOffset: z.int(),
  lastSync: z.number().nullable(),
  tables: z.object(Object.fromEntries(replicaTables.map((table) => rowsOf(table, replicaSchemas[table])))),
});

const change = z.discriminatedUnion(
  'table',
  workspaceTables.map((table) => z.object({ table: z.literal(table), id: z.string(), value: workspaceSchemas[table].nullable() })) as never,
);

const journalLine = z.object({ schemaVersion: z.int(), seq: z.int().min(1), changes: z.array(change) });

function check<T>(schema: z.ZodType, document: unknown): Result<T, BadDocument> {
  const parsed = parse(schema, migrated(document));
  return parsed.ok ? ok(parsed.value as T) : { ok: false, error: { reason: 'unreadable', detail: `${parsed.error.field}: ${parsed.error.problem}` } };
}

export const checkWorkspace = (document: unknown): Result<WorkspaceDocument, BadDocument> => check(workspaceDocument, document);

/** A line of the journal's files. The detail of a refusal quotes nothing of it: it is full of names. */
export function checkJournalLine(line: string): Result<JournalEntry, BadDocument> {
  let document: unknown;
  try {
    document = JSON.parse(line);
  } catch {
    return { ok: false, error: { reason: 'unreadable', detail: 'not-json' } };
  }
  return check(journalLine, document);
}

export const checkReplica = (document: unknown): Result<ReplicaDocument, BadDocument> => check(replicaDocument, document);

function fill<Rows>(
  tables: { readonly [T in keyof Rows]: Map<string, Rows[T]> },
  stored: { readonly [T in keyof Rows]: readonly Rows[T][] },
  idOf: (table: keyof Rows, row: Rows[keyof Rows]) => string,
): void {
  for (const table of Object.keys(tables) as (keyof Rows)[]) for (const row of stored[table]) tables[table].set(idOf(table, row), row);
}

export function workspaceFrom(document: WorkspaceDocument): WorkspaceTables {
  const tables = emptyWorkspace();
  fill(tables, document.tables, (_, row) => ('id' in row ? row.id : row.version));
  return tables;
}

export function replicaFrom(document: ReplicaDocument): ReplicaTables {
  const tables = emptyReplica();
  for (const service of document.tables.services) tables.services.set(service.id, service);
  for (const order of document.tables.orders) tables.orders.set(order.orderNumber, order);
  for (const list of document.tables.priceLists) tables.priceLists.set(list.version, list);
  for (const cart of document.tables.vendorCarts) tables.vendorCarts.set(cart.cartId, cart);
  return tables;
}

export const stored = <Rows>(tables: { readonly [T in keyof Rows]: ReadonlyMap<string, Rows[T]> }): { readonly [T in keyof Rows]: readonly Rows[T][] } =>
  Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, [...(rows as ReadonlyMap<string, unknown>).values()]])) as never;
