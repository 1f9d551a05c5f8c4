// What the person of the open desk wants of the own password at the server.
import type { PasswordCall, PasswordNow, PasswordRefusal } from '../../core/bridge/shared.ts';
import type { SharedStudio } from '../../core/desk/rows/shared-rows.ts';
import { parse, parseText } from '../../core/kernel/parse.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import { studioLink } from '../../core/shared/invitation.ts';
import { statuses } from '../../core/shared/protocol.ts';
import { passwordAnswer, passwordWishSchema, type PasswordWish } from '../../core/shared/sign-in.ts';
import type { MemberPorts } from './ask-members.ts';
import { newCodeSecret } from './code-secret.ts';
import { serverAddresses } from './server-addresses.ts';

/** Comparing and hashing takes the server a moment. */
const timeoutMs = 20_000;

/** `studioName`: what an app for codes shows beside the person. */
export async function askPassword(
  studio: SharedStudio | undefined,
  studioName: string,
  call: PasswordCall,
  { fetchOf, token, addresses }: MemberPorts,
): Promise<Result<PasswordNow, PasswordRefusal>> {
  if (studio === undefined) return err({ reason: 'not-allowed' });
  const { address, fingerprint, client, name } = studio;
  const wish = wishOf(call);
  if (wish === undefined) return err({ reason: 'wrong-code' });
  const answer = await fetchOf({ address, fingerprint })({
    method: 'POST',
    path: `/v1/studios/${studio.studio}/password`,
    headers: { authorization: `Bearer ${token() ?? ''}`, 'content-type': 'application/json' },
    body: JSON.stringify({ client, wish }),
    timeoutMs,
  });
  if (answer.kind !== 'answer') return err({ reason: 'server-not-reached' });
  if (answer.status === statuses.notKnown) return err({ reason: 'not-allowed' });
  const read = answer.status === statuses.ok ? parseText(passwordAnswer, answer.body) : null;
  if (read?.ok !== true) return err({ reason: 'server-not-reached' });
  const { refusal, set, code } = read.value;
  if (refusal !== null) return err({ reason: refusal });
  const links = (await serverAddresses(studio, addresses)).map((at) =>
    studioLink({ address: at, studio: studio.studio, fingerprint }),
  );
  return ok({ set, code, links, app: call.kind === 'new-secret' ? newCodeSecret(studioName, name) : null });
}

/** Undefined if the code is none. */
function wishOf(call: PasswordCall): PasswordWish | undefined {
  if (call.kind === 'new-secret') return { kind: 'look' };
  const wish = parse(passwordWishSchema, call);
  return wish.ok ? wish.value : undefined;
}
