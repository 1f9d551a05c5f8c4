import type { Credentials, SignInDatabase } from '../../core/shared/server/sign-in.ts';
import type { Member } from '../../core/shared/studio-database.ts';
import type { ServingSql } from './sql.ts';

/** So many members of the same name are tried. */
const mostOfOneName = 5;

const credentials = `select member.account, member.name, member.role, password, secret
    from sign_in join member using (studio, account)
   where studio = $1 and not ended`;

export const postgresSignIn = (sql: Pick<ServingSql, 'of'>): SignInDatabase => ({
  credentialsOf: (studio, name) =>
    sql
      .of(studio)
      .query<Credentials>(
        `${credentials} and (account = $2 or lower(member.name) = lower($2)) order by account limit $3`,
        [studio, name, mostOfOneName],
      ),
  async ownCredentials(studio, account) {
    return (await sql.of(studio).query<Credentials>(`${credentials} and account = $2`, [studio, account]))[0];
  },
  async keep(studio, account, kept) {
    if (kept === null) {
      await sql.of(studio).query('delete from sign_in where studio = $1 and account = $2', [studio, account]);
      return;
    }
    await sql.of(studio).query(
      `insert into sign_in (studio, account, password, secret) values ($1, $2, $3, $4)
       on conflict (studio, account) do update set password = $3, secret = $4`,
      [studio, account, kept.password, kept.secret],
    );
  },
  async useCode(studio, account, step) {
    const used = await sql.of(studio).query(
      `update sign_in set last_step = $3 where studio = $1 and account = $2 and last_step < $3
       returning account`,
      [studio, account, step],
    );
    return used.length === 1;
  },
  async addDesk(studio, account, { client, tokenHash, computer, now }) {
    const [made] = await sql.of(studio).query<Member & { readonly studioName: string }>(
      `with made as (
         insert into desk (studio, id, account, token_hash, computer, since)
         select studio, $3, account, $4, $5, $6 from member
          where studio = $1 and account = $2 and not ended
         returning studio, account)
       select account, member.name, member.role, studio.name as "studioName"
         from made join member using (studio, account) join studio on studio.id = made.studio`,
      [studio, account, client, tokenHash, computer, now],
    );
    return made;
  },
});
