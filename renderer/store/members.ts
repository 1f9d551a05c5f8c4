// The members of the shared studio that is open, as the server told them last.
import { create } from 'zustand';
import type { MembersCall, MembersRefusal } from '../../core/bridge/shared.ts';
import type { SharedMember } from '../../core/shared/members.ts';
import { bridge } from '../bridge.ts';

export const useMembers = create<{
  /** Null until the server has told them. */
  readonly members: readonly SharedMember[] | null;
  readonly refusal: MembersRefusal['reason'] | null;
}>()(() => ({ members: null, refusal: null }));

/** Asks the server. Returns the links of an invitation; null if it was refused. */
export async function askMembers(call: MembersCall): Promise<readonly string[] | null> {
  const answer = await bridge.call('shared/members', call);
  if (!answer.ok) {
    useMembers.setState({ refusal: answer.error.reason });
    return null;
  }
  useMembers.setState({ members: answer.value.members, refusal: null });
  return answer.value.links;
}
