// What an administrator asks about the members, as statements of one transaction.
import {
  invitationMs,
  silentMs,
  type MemberRefusal,
  type MembersAnswer,
  type MemberWish,
  type SharedMember,
} from '../../core/shared/members.ts';
import type { Query } from './sql.ts';

const list = async (query: Query, studio: string, now: number): Promise<readonly SharedMember[]> =>
  query<SharedMember>(
    `select account, name, role, ended,
            exists (select from invitation i where i.studio = m.studio and i.account = m.account
                      and (made is null or made > $2)) as invited,
            coalesce((select json_agg(json_build_object(
                        'id', id, 'computer', coalesce(computer, ''), 'heard', heard, 'revoked', revoked,
                        'silent', greatest(heard, since) < $3) order by id)
                        from desk d where d.studio = m.studio and d.account = m.account), '[]') as desks
       from member m where studio = $1 order by ended, name, account`,
    [studio, now - invitationMs, now - silentMs],
  );

/** Whether another member administers on a computer that has access, and so may invite: one must be left. */
async function anotherAdministers(
  query: Query,
  studio: string,
  account: string,
  now: number,
): Promise<boolean> {
  const others = await query(
    `select from member join desk using (studio, account)
      where studio = $1 and account <> $2 and role = 'administer' and not ended
        and not revoked and greatest(heard, since) >= $3`,
    [studio, account, now - silentMs],
  );
  return others.length > 0;
}

/** Ends the access of all computers of a member: one of them may be lost. Whoever returns joins anew. */
const revokeAll = (query: Query, studio: string, account: string): Promise<unknown> =>
  query('update desk set revoked = true where studio = $1 and account = $2', [studio, account]);

async function change(
  query: Query,
  studio: string,
  wish: Exclude<MemberWish, { kind: 'list' }>,
  now: number,
): Promise<MemberRefusal | null> {
  if (wish.kind === 'revoke') {
    const found = await query('update desk set revoked = true where studio = $1 and id = $2 returning id', [
      studio,
      wish.desk,
    ]);
    return found.length === 0 ? 'no-such-member' : null;
  }
  const { account } = wish;
  const [known] = await query<{ role: string; ended: boolean }>(
    'select role, ended from member where studio = $1 and account = $2',
    [studio, account],
  );
  const leaves = wish.kind === 'end' || wish.role !== 'administer';
  const administers = known?.role === 'administer' && !known.ended;
  if (administers && leaves && !(await anotherAdministers(query, studio, account, now)))
    return 'last-administrator';
  if (wish.kind === 'invite') {
    // Whose access an earlier version ended still had computers with access. None comes back by itself.
    if (known?.ended === true) await revokeAll(query, studio, account);
    await query(
      `insert into member (studio, account, name, role) values ($1, $2, $3, $4)
       on conflict (studio, account) do update set name = $3, role = $4, ended = false`,
      [studio, account, wish.name, wish.role],
    );
    // Asked again after an answer that got lost: it is the same invitation.
    await query(
      `insert into invitation (studio, code_hash, account, made) values ($1, $2, $3, $4)
       on conflict (studio, code_hash) do update set account = $3, made = $4`,
      [studio, wish.codeHash, account, now],
    );
    return null;
  }
  if (known === undefined) return 'no-such-member';
  if (wish.kind === 'role') {
    await query('update member set role = $3 where studio = $1 and account = $2', [
      studio,
      account,
      wish.role,
    ]);
    return null;
  }
  await query('update member set ended = true where studio = $1 and account = $2', [studio, account]);
  await revokeAll(query, studio, account);
  await query('delete from invitation where studio = $1 and account = $2', [studio, account]);
  await query('delete from sign_in where studio = $1 and account = $2', [studio, account]);
  return null;
}

/** Carries out a wish, and says who the members are then. One studio's wishes come one after the other. */
export const carryOut =
  (studio: string, wish: MemberWish, now: number) =>
  async (query: Query): Promise<MembersAnswer> => {
    await query('select from studio where id = $1 for update', [studio]);
    const refusal = wish.kind === 'list' ? null : await change(query, studio, wish, now);
    return { members: [...(await list(query, studio, now))], refusal };
  };
