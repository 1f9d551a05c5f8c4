// A member signs in at the vendor for the whole studio. Any process can do it: the one that holds the lease
// takes the tokens with its next turn.
import { createAccess, type SignInProblem } from '../../aruba/access.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Clock, Fetch } from '../../ports.ts';
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

export const vendorCalls =
  ({
    database,
    studios,
    vendorOf,
    clock,
  }: {
    readonly database: Pick<VendorDatabase, 'keepToken'>;
    readonly studios: () => Promise<readonly StudioWithVendor[]>;
    readonly vendorOf: (studio: StudioWithVendor) => Fetch | null;
    readonly clock: Clock;
  }): VendorPort =>
  async (studio, wish) => {
    const known = (await studios()).find((other) => other.studio === studio);
    const fetch = known === undefined ? null : vendorOf(known);
    if (fetch === null) return undefined;
    if (wish.kind === 'sign-in') return signInAtVendor(database, studio, { fetch, clock }, wish);
    await database.keepToken(studio, null);
    return ok(null);
  };
