// The database of a shared studio's server, in PostgreSQL 15 or newer.
import { invitationMs, silentMs } from '../../core/shared/members.ts';
import type { ChangedBy } from '../../core/desk/rows/shared-rows.ts';
import { asWritten } from '../../core/shared/erased-words.ts';
import type { CommandResult } from '../../core/shared/protocol.ts';
import type {
  DeskClient,
  LoggedCommand,
  Member,
  StoredRow,
  StudioDatabase,
  StudioHead,
  StudioSnapshot,
  Written,
} from '../../core/shared/studio-database.ts';
import { carryOut } from './postgres-members.ts';
import type { Query, Send, ServingSql } from './sql.ts';

/** On it the processes tell each other which studio has changed. */
export const changedChannel = 'allinea_changed';

/** On it they tell each other that a person was erased from a studio. */
export const erasedChannel = 'allinea_erased';

const results = 'seq, cid, version, outcome, refusal';

const desksOf = (query: Query, studio: string, ids: readonly string[]): Promise<readonly DeskClient[]> =>
  query<DeskClient>(
    `select desk.id, desk.account, member.name, member.role, desk.last_seq as "lastSeq"
       from desk join member using (studio, account)
      where desk.studio = $1 and desk.id = any($2) and not desk.revoked and not member.ended`,
    [studio, ids],
  );

const commandsOf = (
  query: Query,
  studio: string,
  cids: readonly string[],
): Promise<readonly LoggedCommand[]> =>
  query<LoggedCommand>(
    `select ${results}, desk as client, account, given_at as at, taken, day, command, inverse
       from command where studio = $1 and cid = any($2)`,
    [studio, cids],
  );

export const rowsAfter =
  (query: Query, studio: string): StudioSnapshot['rowsAfter'] =>
  ({ version, table, id }, most) =>
    query<StoredRow>(
      `select tbl as "table", id, version, value from state_row
        where studio = $1 and (version, tbl, id) > ($2, $3, $4)
        order by version, tbl, id limit $5`,
      [studio, version, table, id, most],
    );

const snapshotOf = (
  query: Query,
  studio: string,
  head: StudioHead,
  desks: readonly DeskClient[],
): StudioSnapshot => ({
  head,
  desks,
  rowsAfter: rowsAfter(query, studio),
  resultsAfter: (client, seq) =>
    query<CommandResult>(
      `select ${results} from command where studio = $1 and desk = $2 and seq > $3 order by seq`,
      [studio, client, seq],
    ),
  commands: (cids) => commandsOf(query, studio, cids),
  async madeBy(version) {
    const [made] = await query<ChangedBy & { readonly account: string }>(
      `select command.account, member.name, command.given_at as at
         from command join member using (studio, account)
        where command.studio = $1 and command.version = $2 and outcome = 'applied'`,
      [studio, version],
    );
    return made;
  },
});

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

export function writeRows(send: Send, studio: string, rows: readonly StoredRow[]): void {
  send(
    `insert into state_row (studio, tbl, id, version, value)
       select $1, * from unnest($2::text[], $3::text[], $4::integer[], $5::json[])
       on conflict (studio, tbl, id) do update set version = excluded.version, value = excluded.value`,
    [
      studio,
      rows.map(({ table }) => table),
      rows.map(({ id }) => id),
      rows.map(({ version }) => version),
      rows.map(({ value }) => json(value)),
    ],
  );
}

/** As `withoutContent` does it (core/shared/erased-words.ts). */
function forget(send: Send, studio: string, erased: readonly string[]): void {
  const words = erased.map(asWritten);
  const holds = (text: string): string =>
    `exists (select from unnest($2::text[]) as word where position(lower(word) in lower(${text})) > 0)`;
  send(
    `update command set command = null, inverse = null
      where studio = $1 and ${holds('concat(command::text, inverse::text)')}`,
    [studio, words],
  );
  send(
    `update command set refusal = (
       select json_object_agg(key, case when not ${holds('value::text')} then value
           when json_typeof(value) = 'string' then to_json('…'::text) else '[]'::json end)
         from json_each(refusal)
        where json_typeof(value) <> 'object' or not ${holds('value::text')})
      where studio = $1 and refusal is not null and ${holds('refusal::text')}`,
    [studio, words],
  );
}

function write(send: Send, studio: string, written: Written): void {
  const { version, rows, commands, clients, erased } = written;
  if (erased.length > 0) forget(send, studio, erased);
  writeRows(send, studio, rows);
  send(
    `insert into command
         (studio, cid, desk, seq, account, given_at, taken, day, version, outcome, refusal, command, inverse)
       select $1, * from unnest($2::text[], $3::text[], $4::integer[], $5::text[],
         $6::double precision[], $7::double precision[], $8::text[], $9::integer[], $10::text[],
         $11::json[], $12::json[], $13::json[])`,
    [
      studio,
      commands.map(({ cid }) => cid),
      commands.map((command) => command.client),
      commands.map(({ seq }) => seq),
      commands.map(({ account }) => account),
      commands.map(({ at }) => at),
      commands.map(({ taken }) => taken),
      commands.map(({ day }) => day),
      commands.map((command) => command.version),
      commands.map(({ outcome }) => outcome),
      commands.map(({ refusal }) => json(refusal)),
      commands.map(({ command }) => json(command)),
      commands.map(({ inverse }) => json(inverse)),
    ],
  );
  send(
    `update desk set last_seq = sent.seq from unnest($2::text[], $3::integer[]) as sent (id, seq)
        where desk.studio = $1 and desk.id = sent.id`,
    [studio, clients.map(({ id }) => id), clients.map(({ lastSeq }) => lastSeq)],
  );
  send('update studio set version = $2 where id = $1', [studio, version]);
  // Heard by every process with the commit, never before it.
  send('select pg_notify($1, $2)', [changedChannel, studio]);
  if (erased.length > 0) send('select pg_notify($1, $2)', [erasedChannel, studio]);
}

export const headOf = 'select version, epoch, safe_version as "safeVersion" from studio where id = $1';

export const postgresStudio = (sql: Pick<ServingSql, 'of'>): StudioDatabase => ({
  write: (studio, about, work) =>
    sql.of(studio).transaction('read committed', async (query, send) => {
      // The only lock: its order is the studio's order. The statements behind it wait for it.
      const [[found], desks, logged] = await Promise.all([
        query<StudioHead>(`${headOf} for update`, [studio]),
        desksOf(query, studio, about.desks),
        commandsOf(query, studio, about.commands),
      ]);
      return found === undefined
        ? undefined
        : work({
            ...snapshotOf(query, studio, found, desks),
            logged,
            write: (written) => write(send, studio, written),
          });
    }),
  read: (studio, ids, work) =>
    sql.of(studio).transaction('repeatable read, read only', async (query) => {
      const [[found], desks] = await Promise.all([
        query<StudioHead>(headOf, [studio]),
        desksOf(query, studio, ids),
      ]);
      return found === undefined ? undefined : work(snapshotOf(query, studio, found, desks));
    }),
  async head(studio) {
    return (await sql.of(studio).query<StudioHead>(headOf, [studio]))[0];
  },
  async enter(studio, client, tokenHash, now) {
    const [row] = await sql.of(studio).query<Member & StudioHead>(
      `select account, member.name, member.role, version, epoch, safe_version as "safeVersion"
         from desk join member using (studio, account) join studio on studio.id = desk.studio
        where desk.studio = $1 and desk.id = $2 and token_hash = $3 and not revoked and not ended
          and greatest(heard, since) >= $4`,
      [studio, client, tokenHash, now - silentMs],
    );
    if (row === undefined) return undefined;
    const { version, epoch, safeVersion, ...member } = row;
    return { member, head: { version, epoch, safeVersion } };
  },
  pair: (studio, { codeHash, client, tokenHash, computer, now }) =>
    sql.of(studio).transaction('read committed', async (query) => {
      const [used] = await query<Member & { readonly studioName: string }>(
        `delete from invitation using member, studio
          where invitation.studio = $1 and code_hash = $2 and studio.id = $1
            and member.studio = invitation.studio and member.account = invitation.account and not ended
            and (made is null or made > $3)
          returning member.account, member.name, member.role, studio.name as "studioName"`,
        [studio, codeHash, now - invitationMs],
      );
      if (used === undefined) return undefined;
      await query(
        `insert into desk (studio, id, account, token_hash, computer, since)
         values ($1, $2, $3, $4, $5, $6)`,
        [studio, client, used.account, tokenHash, computer, now],
      );
      return used;
    }),
  async fork(studio, from, to) {
    await sql.of(studio).query(
      `insert into desk (studio, id, account, token_hash, computer, heard, since)
       select studio, $3, account, token_hash, computer, heard, since from desk
        where studio = $1 and id = $2 and not revoked
       on conflict do nothing`,
      [studio, from, to],
    );
  },
  members: (studio, wish, now) => sql.of(studio).transaction('read committed', carryOut(studio, wish, now)),
  async heard(studio, client, now) {
    await sql
      .of(studio)
      .query('update desk set heard = $3 where studio = $1 and id = $2', [studio, client, now]);
  },
});
