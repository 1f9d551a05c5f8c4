import { ok } from '../../kernel/result.ts';
import type { Decision } from '../define-command.ts';
import type { AccountChoices } from '../rows/account-choices.ts';
import type { AppState } from '../rows/state.ts';

/** Turns reading from Aruba on or off for this studio (rule L). */
export const setAccount = (_state: AppState, { on }: Omit<AccountChoices, 'id'>): Decision<never> =>
  ok([{ table: 'accountChoices', id: 'firm', value: { id: 'firm', on } }]);
