// Who signs in with a password, without a database: what is compared, counted and told.
import { expect, test } from 'vitest';
import { createSignIn, type Credentials, type Kept } from '../../../core/shared/server/sign-in.ts';
import { signInSchema, type SignInWish } from '../../../core/shared/sign-in.ts';
import { fakeClock } from '../../support/fake-clock.ts';

/** Passwords are their own hashes here, and a code is the secret with the number of its half minute. */
function server(...members: readonly Partial<Credentials>[]) {
  const clock = fakeClock();
  const all = members.map((member): Credentials => ({
    account: 'maria',
    name: 'Maria Bassi',
    role: 'order',
    password: 'una password lunga',
    secret: null,
    ...member,
  }));
  const used = new Set<number>();
  const compared: string[] = [];
  const kept: (Kept | null)[] = [];
  const joined: string[] = [];
  let finish = (): void => undefined;
  const slow = { on: false };
  const signIn = createSignIn({
    database: {
      credentialsOf: async (_studio, name) =>
        all.filter((one) => one.account === name || one.name.toLowerCase() === name.toLowerCase()),
      ownCredentials: async (_studio, account) => all.find((one) => one.account === account),
      keep: async (_studio, _account, next) => void kept.push(next),
      async useCode(_studio, _account, step) {
        if (used.has(step)) return false;
        used.add(step);
        return true;
      },
      async addDesk(_studio, account) {
        joined.push(account);
        const { name, role } = all.find((one) => one.account === account) as Credentials;
        return { account, name, role, studioName: 'Studio Marchetti' };
      },
    },
    passwords: {
      hash: async (password) => `hash of ${password}`,
      async matches(hash, password) {
        if (slow.on)
          await new Promise<void>((resolve) => {
            finish = resolve;
          });
        compared.push(hash);
        return hash === password;
      },
    },
    codeStep: (secret, code) => (code.startsWith(secret.slice(0, 3)) ? Number(code.slice(3)) : null),
    clock,
  });
  const wish = (of: Partial<SignInWish> = {}): SignInWish => ({
    name: 'Maria Bassi',
    password: 'una password lunga',
    code: null,
    client: '01930000-0000-7000-8000-000000000001',
    token: 't'.repeat(40),
    computer: 'PC',
    ...of,
  });
  const join = async (of: Partial<SignInWish> = {}) => (await signIn.join('studio', wish(of), 'hash')).kind;
  return { signIn, join, clock, compared, kept, joined, slow, finish: () => finish() };
}

test('a member joins by name, in any case, or by account; a wrong password or name is told the same', async () => {
  const { join, joined, compared } = server({});
  expect(await join()).toBe('joined');
  expect(await join({ name: 'MARIA BASSI' })).toBe('joined');
  expect(await join({ name: 'maria' })).toBe('joined');
  expect(joined).toEqual(['maria', 'maria', 'maria']);
  compared.splice(0);
  expect(await join({ password: 'un’altra password' })).toBe('not-known');
  expect(await join({ name: 'nessuno' })).toBe('not-known');
  // It takes as long for a name that nobody has.
  expect(compared).toHaveLength(2);
});

test('of two members of one name each joins with the own password', async () => {
  const { join, joined } = server({}, { account: 'maria-2', password: 'quella dell’altra' });
  expect(await join({ password: 'quella dell’altra' })).toBe('joined');
  expect(joined).toEqual(['maria-2']);
});

test('a code is asked for only after the right password, and is good once', async () => {
  const { join } = server({ secret: 'ABCD' });
  expect(await join({ password: 'sbagliata' })).toBe('not-known');
  expect(await join()).toBe('code-needed');
  expect(await join({ code: 'XYZ7' })).toBe('wrong-code');
  expect(await join({ code: 'ABC7' })).toBe('joined');
  expect(await join({ code: 'ABC7' })).toBe('wrong-code');
  expect(await join({ code: 'ABC8' })).toBe('joined');
});

test('after twenty wrong ones nothing of this name is compared for a minute; other names are', async () => {
  const { join, clock, compared } = server({}, { account: 'anna', name: 'Anna Ferri' });
  for (let times = 0; times < 20; times += 1) await join({ password: 'sbagliata' });
  compared.splice(0);
  expect(await join()).toBe('too-many');
  expect(compared).toEqual([]);
  expect(await join({ name: 'Anna Ferri' })).toBe('joined');
  clock.advance(60_000);
  expect(await join()).toBe('joined');
});

test('wrong codes count like wrong passwords', async () => {
  const { join } = server({ secret: 'ABCD' });
  for (let times = 0; times < 20; times += 1) await join({ code: 'XYZ1' });
  expect(await join({ code: 'ABC7' })).toBe('too-many');
});

test('three are compared at once, a fourth is asked to wait', async () => {
  const { join, slow, finish } = server({});
  slow.on = true;
  const three = [join(), join(), join()];
  expect(await join()).toBe('too-many');
  slow.on = false;
  finish();
  expect(await three[2]).toBe('joined');
  expect(await join()).toBe('joined');
});

test('a member sets, keeps, secures and removes the own password', async () => {
  const { signIn, kept } = server({ secret: 'ABCD' });
  expect(await signIn.change('studio', 'maria', { kind: 'look' })).toEqual({
    set: true,
    code: true,
    refusal: null,
  });
  await signIn.change('studio', 'maria', { kind: 'set', password: 'una password nuova' });
  const secret = 'WXYZ'.repeat(8);
  expect(await signIn.change('studio', 'maria', { kind: 'code', secret, code: 'ABC123' })).toEqual({
    set: true,
    code: true,
    refusal: 'wrong-code',
  });
  await signIn.change('studio', 'maria', { kind: 'code', secret, code: 'WXY123' });
  await signIn.change('studio', 'maria', { kind: 'no-code' });
  expect(await signIn.change('studio', 'maria', { kind: 'remove' })).toEqual({
    set: false,
    code: false,
    refusal: null,
  });
  const [password] = ['una password lunga'];
  expect(kept).toEqual([
    { password: 'hash of una password nuova', secret: 'ABCD' },
    expect.objectContaining({ password, secret }),
    expect.objectContaining({ password, secret: null }),
    null,
  ]);
  expect(await signIn.change('studio', 'nobody', { kind: 'code', secret, code: 'WXY123' })).toEqual({
    set: false,
    code: false,
    refusal: 'no-password',
  });
});

test('a code may be written with a space, and nothing else', () => {
  const wish = {
    name: 'Maria',
    password: 'x',
    client: '01930000-0000-7000-8000-000000000001',
    token: 't'.repeat(40),
  };
  expect(signInSchema.safeParse({ ...wish, code: '123 456' }).data?.code).toBe('123456');
  for (const code of ['12345', '1234567', 'abcdef', ''])
    expect(signInSchema.safeParse({ ...wish, code }).success).toBe(false);
});
