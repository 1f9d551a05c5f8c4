// A reader of one service's account, with a host that answers as Aruba does if all is well.
import { createAccountReader, type ReadWish } from '../../core/account/account-reader.ts';
import type { AccountAnswer } from '../../core/account/account-ports.ts';
import { pagedBody, tokenBody, userInfoBody, type Reply } from './fake-aruba.ts';
import { answered, memoryKeyring, scriptedAccount, type Script } from './scripted-account.ts';

export const credentials = { username: 'ARUBA01234560512', password: 'Segreta-1' };

/** Reads with credentials that the person has just typed, and keeps nothing. */
export const wish: ReadWish = {
  serviceId: 'fe-1',
  holder: { vatCode: '01234560512', taxCode: '' },
  credentials,
  keep: false,
  premium: false,
};
/** The same without typing. */
export const again: ReadWish = { ...wish, credentials: null };

/** A reply of the fake host, as it comes through the port. */
export const answerOf = (reply: Reply): AccountAnswer => {
  if (reply.kind !== 'answer') throw new Error('not over memory');
  return { kind: 'answer', status: reply.status, body: reply.body };
};

export const good: Script = (call) =>
  call.kind === 'sign-in'
    ? answered(tokenBody)
    : call.kind === 'user-info'
      ? answered(userInfoBody)
      : answerOf(pagedBody(3, 1)({ query: `page=${call.page}&size=100` }));

export function openReader(script: Script = good, keyring = memoryKeyring()) {
  const world = scriptedAccount({ script, keyring });
  return { ...world, keyring, reader: createAccountReader(world.ports) };
}
