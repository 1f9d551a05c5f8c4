// What whoever runs the server does with it: makes studios, invites, backs up, restores.
import { randomBytes } from 'node:crypto';
import type { WorkspaceChange } from '../../core/desk/rows/state.ts';
import type { SharedRole } from '../../core/desk/rows/shared-rows.ts';
import type { Clock, IdSource } from '../../core/ports.ts';
import { isSilent, type MembersAnswer } from '../../core/shared/members.ts';
import type { StudioWithVendor } from '../../core/host/server/vendor-exchanges.ts';
import { deskTables } from '../../core/shared/protocol.ts';
import { noLease, restoredLease } from '../../core/shared/server/lease.ts';
import { systemDigest } from '../adapters/system.ts';
import { carryOut } from './postgres-members.ts';
import type { Query, Statements } from './sql.ts';

/** Makes a studio with its first rows. Returns its id. */
export async function createStudio(
  sql: Statements,
  ids: Pick<IdSource, 'next'>,
  {
    name,
    rows,
    vendor = null,
  }: {
    readonly name: string;
    readonly rows: readonly WorkspaceChange[];
    /**
     * With which vendor it exchanges. A studio of one's own has none. `prepare`: called before any process
     * may ask it.
     */
    readonly vendor?: {
      readonly address: string | null;
      readonly prepare?: (studio: string) => void;
    } | null;
  },
): Promise<string> {
  const studio = ids.next();
  const shared = rows.filter(({ table }) => !(deskTables as readonly string[]).includes(table));
  await sql.transaction('read committed', async (query) => {
    await query('insert into studio (id, name, version, epoch) values ($1, $2, 1, $3)', [
      studio,
      name,
      ids.next(),
    ]);
    await query(
      `insert into state_row (studio, tbl, id, version, value)
       select $1, tbl, id, 1, value from unnest($2::text[], $3::text[], $4::json[]) as row (tbl, id, value)`,
      [
        studio,
        shared.map(({ table }) => table),
        shared.map(({ id }) => id),
        shared.map(({ value }) => JSON.stringify(value)),
      ],
    );
    vendor?.prepare?.(studio);
    if (vendor !== null)
      await query('insert into vendor_link (studio, address) values ($1, $2)', [studio, vendor.address]);
  });
  return studio;
}

/** The studios that have a vendor: those for which some process must take the lease. */
export const studiosWithVendor = (sql: Pick<Statements, 'query'>): Promise<readonly StudioWithVendor[]> =>
  sql.query<StudioWithVendor>('select studio, address from vendor_link order by studio');

/** Invites a member, or gives one another role and another desk. Returns the code, which works once. */
export async function invite(
  sql: Statements,
  studio: string,
  member: { readonly account: string; readonly name: string; readonly role: SharedRole },
): Promise<string> {
  const code = randomBytes(24).toString('base64url');
  const wish = { kind: 'invite', ...member, codeHash: systemDigest(code) } as const;
  const { refusal } = await sql.transaction('read committed', carryOut(studio, wish, Date.now()));
  if (refusal !== null) throw new Error(refusal);
  return code;
}

/** Ends the access of one desk. Its member goes on with the others. */
export const revokeDesk = (sql: Statements, studio: string, desk: string): Promise<MembersAnswer> =>
  sql.transaction('read committed', carryOut(studio, { kind: 'revoke', desk }, Date.now()));

/**
 * Ends the access of a member with all desks, at once. Whoever runs the server may end the last administrator
 * too. False if there is no such member.
 */
export async function endAccess(sql: Statements, studio: string, account: string): Promise<boolean> {
  const ended = await sql.query(
    `with gone as (delete from sign_in where studio = $1 and account = $2),
          revoked as (update desk set revoked = true where studio = $1 and account = $2)
     update member set ended = true where studio = $1 and account = $2 returning account`,
    [studio, account],
  );
  return ended.length > 0;
}

const tables = [
  'studio',
  'member',
  'sign_in',
  'invitation',
  'desk',
  'state_row',
  'command',
  'vendor_link',
] as const;

/** A backup of everything, from one snapshot. */
export interface Backup {
  readonly kind: 'allinea-studio-server';
  /** Milliseconds since 1970. Older backups do not say it. */
  readonly at?: number;
  readonly tables: Readonly<Record<(typeof tables)[number], readonly unknown[]>>;
}

/**
 * Reads a backup, hands it to `keep`, and tells the desks what is in it. They let go of commands only then:
 * `keep` must return when the backup is durable.
 */
export async function backUp(sql: Statements, clock: Clock, keep: (backup: Backup) => void): Promise<void> {
  const at = clock.now();
  const found = await sql.transaction('repeatable read, read only', async (query) => {
    const all: (readonly [string, readonly unknown[]])[] = [];
    for (const table of tables) all.push([table, await rowsOf(query, table)]);
    const read = Object.fromEntries(all) as Backup['tables'];
    // A backup opens nobody's account at the vendor.
    return { ...read, vendor_link: (read.vendor_link as readonly KeptLink[]).map(withoutToken) };
  });
  keep({ kind: 'allinea-studio-server', at, tables: found });
  for (const row of found.studio as readonly { readonly id: string; readonly version: number }[])
    await sql.query('update studio set safe_version = greatest(safe_version, $2) where id = $1', [
      row.id,
      row.version,
    ]);
}

const rowsOf = async (query: Query, table: string): Promise<readonly unknown[]> =>
  (await query<{ row: unknown }>(`select to_json(t) as row from ${table} as t`)).map(({ row }) => row);

/**
 * Puts a backup in the place of everything, with another epoch for each studio: the desks read it anew and
 * send again what it does not hold.
 */
export async function restore(
  sql: Statements,
  backup: Backup,
  { ids, clock }: { readonly ids: Pick<IdSource, 'next'>; readonly clock: Clock },
): Promise<void> {
  await sql.transaction('read committed', async (query) => {
    await query(`lock table ${tables.join(', ')} in access exclusive mode`);
    const links = (await rowsOf(query, 'vendor_link')) as readonly KeptLink[];
    const rows = {
      ...backup.tables,
      desk: desksFrom(backup, clock.now()),
      vendor_link: linksFrom(backup, links),
    };
    await query(`truncate ${tables.join(', ')}`);
    for (const table of tables)
      await query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
        // A backup of an older version has fewer tables.
        JSON.stringify(rows[table] ?? []),
      ]);
    for (const { id } of await query<{ id: string }>('select id from studio'))
      await query('update studio set epoch = $2, safe_version = version where id = $1', [id, ids.next()]);
    await forgetRefused(query);
  });
}

/**
 * Takes the content out of refused commands that name somebody who had been erased before. The server logs
 * none any more; an older one did, and so does its backup.
 */
export const forgetRefused = (query: Query): Promise<unknown> =>
  query(`update command set command = null, inverse = null from state_row as erased
    where erased.studio = command.studio and tbl = 'erased' and value is not null and outcome = 'refused'
      and position(erased.id in command::text) > 0`);

interface KeptLink {
  readonly studio: string;
  readonly holder: string | null;
  readonly lease_until: number;
  readonly fence: number;
  readonly token: string | null;
}

const withoutToken = (link: KeptLink): KeptLink => ({ ...link, token: null });

/**
 * The vendors as they are after a restore. Leases end with it: a process that held one can write nothing
 * more. `now`: the vendors just before the restore. A studio that was there already stays signed in.
 */
const linksFrom = ({ tables: { vendor_link } }: Backup, now: readonly KeptLink[]): readonly KeptLink[] =>
  // A backup of an older version has none.
  ((vendor_link ?? []) as readonly KeptLink[]).map((link) => {
    const known = now.find(({ studio }) => studio === link.studio);
    const before = known === undefined ? noLease : { ...known, until: known.lease_until };
    const { holder, until, fence } = restoredLease({ ...link, until: link.lease_until }, before);
    return { ...link, holder, lease_until: until, fence, token: known?.token ?? null };
  });

interface BackedUpDesk {
  readonly heard: number | null;
  readonly since?: number;
  readonly revoked: boolean;
}

/**
 * The desks of a backup, whose silence counts from now: nobody could be heard of in it meanwhile. Whose
 * silence had ended the access before stays out.
 */
const desksFrom = ({ at, tables: { desk } }: Backup, now: number): readonly BackedUpDesk[] =>
  (desk as readonly BackedUpDesk[]).map(({ heard, since, revoked, ...row }) => ({
    ...row,
    heard,
    since: now,
    revoked: revoked || (at !== undefined && since !== undefined && isSilent({ heard, since }, at)),
  }));
