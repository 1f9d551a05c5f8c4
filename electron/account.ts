import { performance } from 'node:perf_hooks';
import type { AccountPorts } from '../core/account/account-ports.ts';
import { createSignInPace } from '../core/account/sign-in-pace.ts';
import type { DocumentStore, Log } from '../core/ports.ts';
import { askAccount } from './adapters/ask-account.ts';
import { createKeyring } from './adapters/keyring.ts';
import type { SecretsDocument, Vault } from './adapters/secrets.ts';
import { systemScheduler } from './adapters/system.ts';

/**
 * What reading from Aruba needs, for each studio that opens. The pace of sign-ins is one for the program.
 * Nothing is made before a studio uses it.
 */
export function accountOf({
  vault,
  testAddress,
}: {
  readonly vault: Vault;
  /** A loopback address that a test asks instead of Aruba. */
  readonly testAddress: string | null;
}): (store: DocumentStore<SecretsDocument>, log: Log) => () => AccountPorts {
  const elapsed = (): number => performance.now();
  const pace = createSignInPace(elapsed);
  return (store, log) => () => ({
    ask: testAddress === null ? askAccount() : askAccount(testAddress),
    pace,
    keyring: createKeyring({ vault, store, log }),
    elapsed,
    scheduler: systemScheduler,
    testAddress,
  });
}
