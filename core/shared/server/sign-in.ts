// Who signs in with a password, and with a code of an app if the member wants one.
import type { Clock } from '../../ports.ts';
import type { PasswordAnswer, PasswordWish, SignInWish } from '../sign-in.ts';
import type { Member } from '../studio-database.ts';
import { createGuesses } from './guesses.ts';

/** A member with a password. `secret`: of the app for codes; null if none is asked for. */
export interface Credentials extends Member {
  /** The hash of the password, with what made it. */
  readonly password: string;
  readonly secret: string | null;
}

/** What is kept of it. */
export type Kept = Pick<Credentials, 'password' | 'secret'>;

export interface SignInDatabase {
  /** The members of this name or account who have a password, and whose access has not ended. */
  credentialsOf(studio: string, name: string): Promise<readonly Credentials[]>;
  /** The credentials of one account. Undefined if it has no password. */
  ownCredentials(studio: string, account: string): Promise<Credentials | undefined>;
  /** Null takes the password away, and the app with it. */
  keep(studio: string, account: string, kept: Kept | null): Promise<void>;
  /** Uses up a code, by the number of its half minute. False if it was used before, or a later one was. */
  useCode(studio: string, account: string, step: number): Promise<boolean>;
  /** Makes a desk for a member. Undefined if the access has ended meanwhile. */
  addDesk(
    studio: string,
    account: string,
    desk: {
      readonly client: string;
      readonly tokenHash: string;
      readonly computer: string;
      readonly now: number;
    },
  ): Promise<(Member & { readonly studioName: string }) | undefined>;
}

/** Hashes of passwords. Making and comparing one takes long on purpose. */
export interface Passwords {
  hash(password: string): Promise<string>;
  matches(hash: string, password: string): Promise<boolean>;
}

/** The number of the half minute to which a code belongs. Null if it is none of now, or next to it. */
export type CodeStep = (secret: string, code: string, now: number) => number | null;

export interface SignInPorts {
  readonly database: SignInDatabase;
  readonly passwords: Passwords;
  readonly codeStep: CodeStep;
  readonly clock: Clock;
}

export type SignedIn =
  | { readonly kind: 'joined'; readonly member: Member & { readonly studioName: string } }
  | { readonly kind: 'not-known' | 'too-many' | 'code-needed' | 'wrong-code' };

export interface SignIn {
  join(studio: string, wish: SignInWish, tokenHash: string): Promise<SignedIn>;
  /** Carries out what a member wants of the own password. */
  change(studio: string, account: string, wish: PasswordWish): Promise<PasswordAnswer>;
}

/** So many passwords are compared at once. Each takes the server a quarter of a second. */
const mostAtOnce = 3;

export function createSignIn({ database, passwords, codeStep, clock }: SignInPorts): SignIn {
  const guesses = createGuesses();
  let busy = 0;
  let nobody: Promise<string> | undefined;

  /** The member whose password it is. It takes as long if there is none of this name. */
  async function whose(studio: string, name: string, password: string): Promise<Credentials | undefined> {
    const found = await database.credentialsOf(studio, name);
    if (found.length === 0) {
      nobody ??= passwords.hash('');
      await passwords.matches(await nobody, password);
    }
    for (const one of found) if (await passwords.matches(one.password, password)) return one;
    return undefined;
  }

  async function signIn(
    studio: string,
    { name, password, code, client, computer }: SignInWish,
    tokenHash: string,
  ): Promise<SignedIn> {
    const of = `${studio} ${name.toLowerCase()}`;
    const now = clock.now();
    if (guesses.tooMany(of, now)) return { kind: 'too-many' };
    const known = await whose(studio, name, password);
    if (known === undefined) {
      guesses.failed(of, now);
      return { kind: 'not-known' };
    }
    const { account, secret } = known;
    if (secret !== null) {
      if (code === null) return { kind: 'code-needed' };
      const step = codeStep(secret, code, now);
      if (step === null || !(await database.useCode(studio, account, step))) {
        guesses.failed(of, now);
        return { kind: 'wrong-code' };
      }
    }
    const desk = { client, tokenHash, computer, now: clock.now() };
    const member = await database.addDesk(studio, account, desk);
    return member === undefined ? { kind: 'not-known' } : { kind: 'joined', member };
  }

  return {
    async join(studio, wish, tokenHash) {
      if (busy >= mostAtOnce) return { kind: 'too-many' };
      busy += 1;
      try {
        return await signIn(studio, wish, tokenHash);
      } finally {
        busy -= 1;
      }
    },
    async change(studio, account, wish) {
      const known = await database.ownCredentials(studio, account);
      const refusal = refusalOf(known, wish);
      const next = refusal === null ? await changed(known, wish) : known;
      if (refusal === null && wish.kind !== 'look') await database.keep(studio, account, next ?? null);
      return { set: next !== undefined, code: (next?.secret ?? null) !== null, refusal };
    },
  };

  function refusalOf(own: Kept | undefined, wish: PasswordWish): PasswordAnswer['refusal'] {
    if (wish.kind !== 'code') return null;
    if (own === undefined) return 'no-password';
    // The person shows that the app has the secret, before it is asked for.
    return codeStep(wish.secret, wish.code, clock.now()) === null ? 'wrong-code' : null;
  }

  async function changed(own: Kept | undefined, wish: PasswordWish): Promise<Kept | undefined> {
    switch (wish.kind) {
      case 'look':
        return own;
      case 'set':
        return { password: await passwords.hash(wish.password), secret: own?.secret ?? null };
      case 'remove':
        return undefined;
      case 'code':
        return own && { ...own, secret: wish.secret };
      case 'no-code':
        return own && { ...own, secret: null };
    }
  }
}
