// The real desk on the real files of a folder, without a window: what the killed processes work with.
import { join } from 'node:path';
import { openDocument } from '../../electron/adapters/document-store.ts';
import { endFile, endFiles } from '../../electron/adapters/end-mark.ts';
import { openLines } from '../../electron/adapters/line-file.ts';
import { httpFetch } from '../../electron/adapters/http-fetch.ts';
import { createLog } from '../../electron/adapters/log.ts';
import { openSecrets, type SecretsDocument } from '../../electron/adapters/secrets.ts';
import { systemClock, systemIds, systemScheduler } from '../../electron/adapters/system.ts';
import type { ComposedDesk } from '../../electron/application.ts';
import { compose } from '../../electron/compose.ts';
import { embeddedBackend } from '../../electron/simulator/embedded.ts';
import type { SimulatorDocument } from '../../electron/simulator/state/state.ts';
import { noAccount } from '../support/no-account.ts';
import { noDesktop } from '../support/no-desktop.ts';

/** Keeps secrets readable: there is no key of a system here. */
const vault = {
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptStringAsync: async (plain: string) => Buffer.from(plain),
  decryptStringAsync: async (encrypted: Buffer) => ({ result: encrypted.toString(), shouldReEncrypt: false }),
};

/** Opens the desk of a folder. `backendUrl` null: the vendor of a sample is inside. */
export async function composedDesk(
  folder: string,
  kind: 'sample' | 'own',
  backendUrl: string | null,
): Promise<ComposedDesk> {
  const log = createLog(folder, systemClock);
  return compose({
    studio: { kind, name: 'Studio di esempio' },
    backendUrl,
    vendor: async () => ({
      ...embeddedBackend({
        store: openDocument<SimulatorDocument>(folder, 'simulator'),
        lines: openLines(join(folder, 'simulator.changes')),
        clock: systemClock,
        scheduler: systemScheduler,
        ids: systemIds,
        log,
        limits: 'off',
      }),
      close: async () => undefined,
    }),
    lines: (name) => openLines(join(folder, `${name}.changes`)),
    // As in the program: the computer keeps the end too, outside the studio's folder.
    end: endFiles(endFile(join(folder, 'journal.end')), endFile(`${folder}-ends/journal.end`)),
    store: <T>(name: string) => openDocument<T>(folder, name),
    account: noAccount,
    secrets: await openSecrets({ vault, store: openDocument<SecretsDocument>(folder, 'secrets'), log }),
    log,
    fetchOf: ({ address }) => httpFetch(address),
    desktop: noDesktop,
    user: 'mbassi',
    writtenBy: null,
    disk: { trouble: () => null, onTrouble: () => undefined },
    named: () => undefined,
    server: {
      standing: async () => ({ state: { kind: 'none' }, addresses: [], running: null }),
      invite: async () => ({ ok: false, error: { code: 'none' } }),
    },
  });
}
