// What an administrator asks the server about the members of the open studio.
import { randomBytes } from 'node:crypto';
import type { MembersCall, MembersNow, MembersRefusal } from '../../core/bridge/shared.ts';
import type { SharedStudio } from '../../core/desk/rows/shared-rows.ts';
import { parseText } from '../../core/kernel/parse.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import { invitationLink } from '../../core/shared/invitation.ts';
import { membersSchema, type MembersAnswer, type MemberWish } from '../../core/shared/members.ts';
import { statuses } from '../../core/shared/protocol.ts';
import type { ServerFetch } from '../adapters/server-fetch.ts';
import { systemDigest } from '../adapters/system.ts';
import { serverAddresses } from './server-addresses.ts';

const timeoutMs = 20_000;

export interface MemberPorts {
  readonly fetchOf: ServerFetch;
  /** The desk's own secret. */
  readonly token: () => string | undefined;
  /** The addresses at which other computers reach a server on this one. */
  readonly addresses: () => Promise<readonly string[]>;
}

/** An account that no member has: letters of the name, and a number if they are taken. */
function newAccount(name: string, taken: ReadonlySet<string>): string {
  const plain =
    name
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 60) || 'persona';
  let account = plain;
  for (let count = 2; taken.has(account); count += 1) account = `${plain}-${count}`;
  return account;
}

export async function askMembers(
  studio: SharedStudio | undefined,
  call: MembersCall,
  { fetchOf, token, addresses }: MemberPorts,
): Promise<Result<MembersNow, MembersRefusal>> {
  if (studio === undefined) return err({ reason: 'not-allowed' });
  const { address, fingerprint, client } = studio;

  async function ask(wish: MemberWish): Promise<Result<MembersAnswer, MembersRefusal>> {
    const answer = await fetchOf({ address, fingerprint })({
      method: 'POST',
      path: `/v1/studios/${studio?.studio}/members`,
      headers: { authorization: `Bearer ${token() ?? ''}`, 'content-type': 'application/json' },
      body: JSON.stringify({ client, wish }),
      timeoutMs,
    });
    if (answer.kind !== 'answer') return err({ reason: 'server-not-reached' });
    if (answer.status === statuses.notKnown || answer.status === statuses.notAllowed)
      return err({ reason: 'not-allowed' });
    const read = answer.status === statuses.ok ? parseText(membersSchema, answer.body) : null;
    if (read?.ok !== true) return err({ reason: 'server-not-reached' });
    const { refusal } = read.value;
    return refusal === null ? ok(read.value) : err({ reason: refusal });
  }

  if (call.kind !== 'invite') {
    const answer = await ask(call);
    return answer.ok ? ok({ members: answer.value.members, links: [] }) : answer;
  }
  const { name, role } = call;
  let { account } = call;
  if (account === null) {
    const known = await ask({ kind: 'list' });
    if (!known.ok) return known;
    account = newAccount(name, new Set(known.value.members.map((member) => member.account)));
  }
  // The server keeps the hash alone: whoever reads its database cannot use the invitation.
  const code = randomBytes(24).toString('base64url');
  const answer = await ask({ kind: 'invite', account, name, role, codeHash: systemDigest(code) });
  if (!answer.ok) return answer;
  const links = (await serverAddresses(studio, addresses)).map((at) =>
    invitationLink({ address: at, studio: studio.studio, code, fingerprint }),
  );
  return ok({ members: answer.value.members, links });
}
