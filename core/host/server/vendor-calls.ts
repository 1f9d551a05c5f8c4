// A member signs in at the vendor for the whole studio. Any process can do it: the one that holds the lease
// takes the tokens with its next turn.
import { createAccess, type SignInProblem } from '../../aruba/access.ts';
import type { SimulatorAction } from '../../aruba/protocol.ts';
import type { Result } from '../../kernel/result.ts';
import type { Clock, Fetch, HttpRequest } from '../../ports.ts';
import type { VendorPort } from '../../shared/server/vendor-port.ts';
import type { VendorDatabase } from '../../shared/vendor-database.ts';
import type { StudioWithVendor } from './vendor-exchanges.ts';

/** The password goes to the vendor and is kept nowhere. Throws if the database cannot keep the tokens. */
export async function signInAtVendor(
  database: Pick<VendorDatabase, 'keepToken'>,
  studio: string,
  { fetch, clock }: { readonly fetch: Fetch; readonly clock: Clock },
  { username, password }: { readonly username: string; readonly password: string },
): Promise<Result<null, SignInProblem>> {
  let token: string | null = null;
  const secrets = {
    read: (): string | undefined => token ?? undefined,
    write(_name: string, value: string | undefined): void {
      token = value ?? null;
    },
  };
  const signedIn = await createAccess({ fetch, secrets, clock }).signIn(username, password);
  if (signedIn.ok) await database.keepToken(studio, token);
  return signedIn;
}

function simulatorRequest(action: SimulatorAction | null): HttpRequest {
  const timeoutMs = 10_000;
  if (action === null) return { method: 'GET', path: '/simulator/state', headers: {}, timeoutMs };
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify(action);
  return { method: 'POST', path: '/simulator/actions', headers, body, timeoutMs };
}

export const vendorCalls =
  ({
    database,
    studios,
    vendorOf,
    wake,
    clock,
  }: {
    readonly database: Pick<VendorDatabase, 'keepToken'>;
    readonly studios: () => Promise<readonly StudioWithVendor[]>;
    readonly vendorOf: (studio: StudioWithVendor) => Fetch | null;
    /** Whichever process holds the lease exchanges now. */
    readonly wake: (studio: string) => Promise<void>;
    readonly clock: Clock;
  }): VendorPort =>
  async (studio, wish) => {
    const known = (await studios()).find((other) => other.studio === studio);
    const fetch = known === undefined ? null : vendorOf(known);
    if (fetch === null) return undefined;
    switch (wish.kind) {
      case 'sign-in': {
        const signedIn = await signInAtVendor(database, studio, { fetch, clock }, wish);
        return { refusal: signedIn.ok ? null : signedIn.error };
      }
      case 'sign-out':
        await database.keepToken(studio, null);
        return { refusal: null };
      case 'exchange':
        await wake(studio);
        return { refusal: null };
      case 'simulator': {
        const answer = await fetch(simulatorRequest(wish.action));
        if (wish.action !== null) await wake(studio);
        return { refusal: null, ...(answer.kind === 'answer' && { said: answer.body }) };
      }
    }
  };
