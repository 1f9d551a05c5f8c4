import { err, ok, type Result } from '../kernel/result.ts';
import type { AccountAnswer, AccountPorts, Asked } from './account-ports.ts';
import { readAnswer, type AccountProblem } from './account-problem.ts';
import type { AccountCall, Credentials } from './calls.ts';
import { identityOf, type HolderCodes } from './identity.ts';
import { readHolders, type HolderList } from './multicedenti.ts';
import { readToken, readUserInfo, type UserInfo } from './user-info.ts';

export interface ReadWish {
  readonly serviceId: string;
  readonly holder: HolderCodes;
  /** What the person typed. Null: with the token that is left, or with what the keyring keeps. */
  readonly credentials: Credentials | null;
  /** True if the person agrees to keep the credentials of this service in the keyring. */
  readonly keep: boolean;
  /** True if the list of a Premium account is read too. */
  readonly premium: boolean;
}

/** What Aruba said of one service. */
export interface AccountReading {
  readonly info: UserInfo;
  /** `unsaid`: no number says that the answer is about this service. */
  readonly identity: 'same' | 'unsaid';
  readonly list: HolderList | null;
  /** Whether the credentials are in the keyring now. */
  readonly kept: boolean;
}

/** What the screen knows before it asks. No secret is in it. */
export interface AccountStanding {
  readonly keyring: boolean;
  /** Services whose credentials are kept. */
  readonly kept: readonly string[];
  /** Services that can be read again without a sign-in. */
  readonly signedIn: readonly string[];
  readonly waitMs: number;
  readonly testAddress: string | null;
}

/** Reads accounts at Aruba, one after the other. Never signs in a second time by itself. */
export interface AccountReader {
  read(wish: ReadWish): Promise<Result<AccountReading, AccountProblem>>;
  /** Ends the reading that is under way. */
  stop(): void;
  standing(): Promise<AccountStanding>;
  /** Removes the credentials and the token of a service. Returns false if they may still be on the disk. */
  forget(serviceId: string): boolean;
  /** Drops all tokens and ends what is under way. */
  signOut(): void;
}

/** Between two pages, so that a long list does not run into a limit (domain.md 6.5). */
const pagePauseMs = 5000;

interface HeldToken {
  readonly token: string;
  readonly until: number;
}

export function createAccountReader(ports: AccountPorts): AccountReader {
  const { ask, pace, keyring, elapsed, scheduler } = ports;
  const tokens = new Map<string, HeldToken>();
  let current: { stopped: boolean; interrupt: () => void } | null = null;

  const isValid = (held: HeldToken | undefined): held is HeldToken =>
    held !== undefined && elapsed() < held.until;

  /** Sends one call, unless the person has stopped or Aruba said 429 a moment ago. */
  async function send(call: AccountCall): Promise<ReturnType<typeof readAnswer>> {
    const run = current;
    if (run === null || run.stopped) return { problem: { reason: 'stopped' } };
    if (pace.heldMs() > 0) return { problem: { reason: 'too-soon', waitMs: pace.heldMs() } };
    const asked: Asked = ask(call);
    run.interrupt = () => asked.stop();
    const answer: AccountAnswer = await asked.answer;
    if (run.stopped) return { problem: { reason: 'stopped' } };
    const read = readAnswer(answer, call.kind);
    if (!('problem' in read) || read.problem.reason !== 'rate-limited') return read;
    pace.refused();
    return { problem: { reason: 'rate-limited', waitMs: pace.heldMs() } };
  }

  async function signIn(
    serviceId: string,
    credentials: Credentials,
  ): Promise<Result<HeldToken, AccountProblem>> {
    const turn = pace.begin();
    if (turn === null) return err({ reason: 'too-soon', waitMs: pace.waitMs() });
    const sentAt = elapsed();
    const read = await send({ kind: 'sign-in', credentials }).finally(() => turn.ended());
    if ('problem' in read) return err(read.problem);
    const token = readToken(read.json);
    if (token === undefined) return err({ reason: 'unreadable-answer' });
    const held = { token: token.token, until: sentAt + token.lifeMs };
    tokens.set(serviceId, held);
    return ok(held);
  }

  /** The token that is left, else a new one. */
  async function tokenFor({ serviceId, credentials }: ReadWish): Promise<Result<HeldToken, AccountProblem>> {
    const held = tokens.get(serviceId);
    if (credentials === null && isValid(held)) return ok(held);
    tokens.delete(serviceId);
    const found = credentials ?? (await keyring.read(serviceId));
    if (found === undefined) return err({ reason: 'no-credentials' });
    const signedIn = await signIn(serviceId, found);
    // Kept credentials that Aruba refuses are of no use, and trying them again could lock the account.
    if (!signedIn.ok && signedIn.error.reason === 'wrong-credentials' && credentials === null)
      keyring.forget(serviceId);
    return signedIn;
  }

  function rest(): Promise<void> {
    return new Promise((resolve) => {
      const callOff = scheduler.after(pagePauseMs, resolve);
      if (current !== null)
        current.interrupt = () => {
          callOff();
          resolve();
        };
    });
  }

  async function readList(token: string): Promise<HolderList> {
    let asked = 0;
    return readHolders(async (page) => {
      if (asked > 0) await rest();
      asked += 1;
      return send({ kind: 'multicedenti', token, page });
    });
  }

  async function readNow(wish: ReadWish): Promise<Result<AccountReading, AccountProblem>> {
    const { serviceId } = wish;
    if (pace.heldMs() > 0) return err({ reason: 'too-soon', waitMs: pace.heldMs() });
    const signedIn = await tokenFor(wish);
    if (!signedIn.ok) return signedIn;
    const { token } = signedIn.value;
    const read = await send({ kind: 'user-info', token });
    if ('problem' in read) {
      if (read.problem.reason === 'token-refused') tokens.delete(serviceId);
      return err(read.problem);
    }
    const info = readUserInfo(read.json);
    if (info === undefined) return err({ reason: 'unreadable-answer' });
    const identity = identityOf(info, wish.holder);
    if (identity.kind === 'other') {
      // Neither the token nor the credentials are of this service.
      tokens.delete(serviceId);
      if (wish.credentials === null) keyring.forget(serviceId);
      return err({ reason: 'other-holder', asked: identity.asked, answered: identity.answered });
    }
    if (wish.keep && wish.credentials !== null) await keyring.keep(serviceId, wish.credentials);
    const list = wish.premium ? await readList(token) : null;
    return ok({ info, identity: identity.kind, list, kept: keyring.kept().includes(serviceId) });
  }

  function stop(): void {
    if (current === null) return;
    current.stopped = true;
    current.interrupt();
  }

  return {
    async read(wish) {
      if (current !== null) return err({ reason: 'busy' });
      const run = { stopped: false, interrupt: () => undefined as void };
      current = run;
      try {
        const result = await readNow(wish);
        // Dropped tokens stay dropped, also by an answer that came later.
        if (run.stopped) tokens.delete(wish.serviceId);
        return run.stopped ? err({ reason: 'stopped' }) : result;
      } finally {
        current = null;
      }
    },
    stop,
    standing: async () => ({
      keyring: await keyring.available(),
      kept: keyring.kept(),
      signedIn: [...tokens].flatMap(([id, held]) => (isValid(held) ? [id] : [])).sort(),
      waitMs: pace.waitMs(),
      testAddress: ports.testAddress,
    }),
    forget(serviceId) {
      tokens.delete(serviceId);
      return keyring.forget(serviceId);
    },
    signOut() {
      stop();
      tokens.clear();
    },
  };
}
