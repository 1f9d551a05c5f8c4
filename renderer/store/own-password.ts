// The own password at the server of the shared studio that is open.
import { create } from 'zustand';
import type { PasswordCall, PasswordNow, PasswordRefusal } from '../../core/bridge/shared.ts';
import { bridge } from '../bridge.ts';

export const useOwnPassword = create<{
  /** Null until the server has told it. */
  readonly now: PasswordNow | null;
  readonly refusal: PasswordRefusal['reason'] | null;
}>()(() => ({ now: null, refusal: null }));

/** Asks the server. Returns how it is now; null if it was refused. */
export async function askOwnPassword(call: PasswordCall): Promise<PasswordNow | null> {
  const answer = await bridge.call('shared/password', call);
  if (!answer.ok) {
    useOwnPassword.setState({ refusal: answer.error.reason });
    return null;
  }
  useOwnPassword.setState({ now: answer.value, refusal: null });
  return answer.value;
}
