// `npm run package`: makes the installers of this system, or of those that are named. What cannot be made is
// named at the end, with the reason.
import { fileURLToPath } from 'node:url';
import { Arch, build, Platform } from 'electron-builder';
import { builderConfig, isSigned, localElectron, updateAddress } from './config.ts';
import { reasonOf } from './reason.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const words = new Set(process.argv.slice(2));

const systems = {
  linux: { platform: Platform.LINUX, targets: ['AppImage', 'deb'] },
  win: { platform: Platform.WINDOWS, targets: ['nsis'] },
  mac: { platform: Platform.MAC, targets: ['dmg', 'zip'] },
} as const;
type System = keyof typeof systems;
const own: System = process.platform === 'win32' ? 'win' : process.platform === 'darwin' ? 'mac' : 'linux';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const named = (Object.keys(systems) as System[]).filter((name) => words.has(`--${name}`));
const arches = words.has('--universal')
  ? [Arch.universal]
  : words.has('--arm64')
    ? [Arch.arm64]
    : words.has('--x64')
      ? [Arch.x64]
      : [process.arch === 'arm64' ? Arch.arm64 : Arch.x64];

/** `dir` first: it needs no tool from the network, and the others are made of it. */
const wanted = (named.length === 0 ? [own] : named).flatMap((system) =>
  (words.has('--dir') ? ['dir'] : ['dir', ...systems[system].targets]).map((target) => ({ system, target })),
);

const electron = localElectron({ root, env: process.env });
say(electron === undefined ? 'Electron viene scaricato.' : `Electron: ${electron}`);
if (!isSigned(process.env))
  say('Senza certificato (CSC_LINK): i pacchetti non sono firmati, solo per prove.');
say(
  updateAddress(process.env) === null
    ? 'Senza indirizzo (ALLINEA_UPDATES): il programma non cerca aggiornamenti.'
    : `Aggiornamenti: ${updateAddress(process.env)}`,
);

// The builder ends with 0 as soon as nothing is left to do, whatever `exitCode` says. This listener is first.
process.once('beforeExit', () => process.exit(missing.length === 0 ? 0 : 1));

const made: string[] = [];
const missing: string[] = [];
for (const { system, target } of wanted) {
  const name = `${system} ${target}`;
  try {
    const files = await build({
      projectDir: root,
      targets: systems[system].platform.createTarget([target], ...arches),
      // The builder changes what it is given.
      config: builderConfig({ root, env: process.env, electron }),
      publish: 'never',
    });
    made.push(target === 'dir' ? name : `${name}: ${files.join(', ')}`);
  } catch (error) {
    missing.push(`${name}: ${reasonOf(error)}`);
  }
}

say('');
for (const line of made) say(`fatto        ${line}`);
for (const line of missing) say(`non fatto    ${line}`);
