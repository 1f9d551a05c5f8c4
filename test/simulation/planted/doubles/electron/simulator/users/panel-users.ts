import * as real from '../../../../../../../electron/simulator/users/panel-users.ts';
import { ok } from '../../../../../../../core/kernel/result.ts';
import { faulty } from '../../../../plant.ts';

export * from '../../../../../../../electron/simulator/users/panel-users.ts';

export const removeUser = faulty(real.removeUser, {
  'the vendor does not remember a deleted username': (state, ...rest) => {
    const removed = real.removeUser(state, ...rest);
    return removed.ok ? ok({ ...removed.value, formerUsers: state.formerUsers }) : removed;
  },
});
