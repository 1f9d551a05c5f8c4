import type { Result } from '../../../core/kernel/result.ts';
import { newUserSchema, userChangeSchema } from '../../../core/aruba/protocol.ts';
import { acceptance, refusal } from '../commands.ts';
import { jsonBody, partOf, serviceIdIn } from '../http/http.ts';
import { keyOf, once, type Outcome } from '../http/once.ts';
import type { Handler, Vendor } from '../http/route.ts';
import { addUser, changeUser, removeUser, type UserRefusal } from './panel-users.ts';
import type { SimulatorDocument } from '../state/state.ts';

const outcome = (
  state: SimulatorDocument,
  result: Result<SimulatorDocument, UserRefusal>,
  done: string,
): Outcome =>
  result.ok
    ? { state: result.value, answer: acceptance(null, done) }
    : { state, answer: refusal(result.error.code, result.error.text) };

/** `POST /api/v2/services/{serviceId}/users` */
export const createUser =
  ({ counter }: Vendor): Handler =>
  async (c) => {
    const key = keyOf(c);
    if (!key.ok) return key.error;
    const id = serviceIdIn(c);
    if (!id.ok) return id.error;
    const user = await jsonBody(c, newUserSchema);
    if (!user.ok) return user.error;
    return once(c, counter, key.value, user.value, (state) =>
      outcome(state, addUser(state, id.value, user.value), 'Utente creato'),
    );
  };

/** `PUT /api/v2/services/{serviceId}/users/{username}` */
export const putUser =
  ({ counter }: Vendor): Handler =>
  async (c) => {
    const key = keyOf(c);
    if (!key.ok) return key.error;
    const id = serviceIdIn(c);
    if (!id.ok) return id.error;
    const change = await jsonBody(c, userChangeSchema);
    if (!change.ok) return change.error;
    const username = partOf(c, 'username');
    return once(c, counter, key.value, change.value, (state) =>
      outcome(state, changeUser(state, id.value, username, change.value), 'Utente modificato'),
    );
  };

/** `DELETE /api/v2/services/{serviceId}/users/{username}` */
export const deleteUser =
  ({ counter }: Vendor): Handler =>
  (c) => {
    const key = keyOf(c);
    if (!key.ok) return key.error;
    const id = serviceIdIn(c);
    if (!id.ok) return id.error;
    const username = partOf(c, 'username');
    return once(c, counter, key.value, null, (state) =>
      outcome(state, removeUser(state, id.value, username), 'Utente eliminato'),
    );
  };
