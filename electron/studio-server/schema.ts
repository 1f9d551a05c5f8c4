import type { Query, Statements } from './sql.ts';

/**
 * The steps from each version of the database to the next. A released step is never edited. Every key begins
 * with the studio, so one database can become many. `json`, not `jsonb`: the order of fields stays.
 * Every table has row-level security: a statement reaches the rows of the studio in `allinea.studio`.
 * If `*` stands there, it reaches those of all.
 */
const steps: readonly string[] = [
  `create table studio (
     id text primary key,
     name text not null,
     version integer not null,
     epoch text not null,
     safe_version integer not null default 0
   );
   create table member (
     studio text not null references studio,
     account text not null,
     name text not null,
     role text not null,
     ended boolean not null default false,
     primary key (studio, account)
   );
   create table invitation (
     studio text not null references studio,
     code_hash text not null,
     account text not null,
     primary key (studio, code_hash)
   );
   create table desk (
     studio text not null references studio,
     id text not null,
     account text not null,
     token_hash text not null,
     last_seq integer not null default 0,
     revoked boolean not null default false,
     primary key (studio, id)
   );
   create table state_row (
     studio text not null references studio,
     tbl text collate "C" not null,
     id text collate "C" not null,
     version integer not null,
     value json,
     primary key (studio, tbl, id)
   );
   create index state_row_version on state_row (studio, version, tbl, id);
   create table command (
     studio text not null references studio,
     cid text not null,
     desk text not null,
     seq integer not null,
     account text not null,
     given_at double precision not null,
     taken double precision not null,
     day text not null,
     version integer not null,
     outcome text not null,
     refusal json,
     command json,
     inverse json,
     primary key (studio, cid)
   );
   create index command_seq on command (studio, desk, seq);`,
  `alter table desk add column computer text;
   alter table desk add column heard double precision;
   alter table invitation add column made double precision;
   create index command_version on command (studio, version);`,
  `create table sign_in (
     studio text not null,
     account text not null,
     password text not null,
     secret text,
     last_step integer not null default 0,
     primary key (studio, account),
     foreign key (studio, account) references member
   );`,
  `alter table desk add column since double precision;
   update desk set since = extract(epoch from now()) * 1000;
   alter table desk alter column since set not null;
   alter table studio enable row level security, force row level security;
   create policy one_studio on studio using (current_setting('allinea.studio', true) in (id, '*'));
   alter table member enable row level security, force row level security;
   create policy one_studio on member using (current_setting('allinea.studio', true) in (studio, '*'));
   alter table sign_in enable row level security, force row level security;
   create policy one_studio on sign_in using (current_setting('allinea.studio', true) in (studio, '*'));
   alter table invitation enable row level security, force row level security;
   create policy one_studio on invitation using (current_setting('allinea.studio', true) in (studio, '*'));
   alter table desk enable row level security, force row level security;
   create policy one_studio on desk using (current_setting('allinea.studio', true) in (studio, '*'));
   alter table state_row enable row level security, force row level security;
   create policy one_studio on state_row using (current_setting('allinea.studio', true) in (studio, '*'));
   alter table command enable row level security, force row level security;
   create policy one_studio on command using (current_setting('allinea.studio', true) in (studio, '*'));`,
  `create table vendor_link (
     studio text primary key references studio,
     address text,
     holder text,
     lease_until double precision not null default 0,
     fence integer not null default 0,
     token text
   );
   alter table vendor_link enable row level security, force row level security;
   create policy one_studio on vendor_link using (current_setting('allinea.studio', true) in (studio, '*'));`,
];

/** Waits for every other process that changes the form of the database. */
export const oneAtATime = (query: Query): Promise<unknown> => query('select pg_advisory_xact_lock(8741)');

/** Brings the database to the newest version. Two processes may start at once: one waits for the other. */
export async function migrate(sql: Statements): Promise<void> {
  await sql.transaction('read committed', async (query) => {
    await oneAtATime(query);
    await query('create table if not exists allinea_schema (version integer not null)');
    const [row] = await query<{ version: number }>('select version from allinea_schema');
    const version = row?.version ?? 0;
    if (version > steps.length) throw new Error('A newer Allinea has written this database');
    for (const step of steps.slice(version)) await query(step);
    if (row === undefined) await query('insert into allinea_schema values ($1)', [steps.length]);
    else await query('update allinea_schema set version = $1', [steps.length]);
  });
}
