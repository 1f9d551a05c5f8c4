// One program on this computer for each data folder, whatever shell it runs in. The lock is a pipe (Windows),
// an abstract socket (Linux) or a socket file (macOS), named after the folder's real path. It ends with its
// process, however that ends. Another computer is kept away by the folder's card (studios/folder-hold.ts).
import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { userInfo } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { takeFolderLock } from './folder-lock.ts';

/** `unavailable`: this computer has no such names. The folder's card still keeps a second writer away. */
export type ProgramLock = 'taken' | 'held-elsewhere' | 'unavailable';

const mostAttempts = 40;
const pauseMs = 50;

/**
 * Takes the lock of an existing folder for the life of this process. If another program has it, that program
 * is asked to come to the front. `onKnock` is called if another start asks this one.
 */
export async function lockProgram(
  folder: string,
  onKnock: () => void,
  platform: NodeJS.Platform = process.platform,
): Promise<ProgramLock> {
  try {
    const address = addressOf(folder, platform);
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      if ((await listen(address, onKnock)) !== null) return 'taken';
      const answer = await knock(address);
      if (answer === 'heard') return 'held-elsewhere';
      // Else the other program is just ending.
      if (answer === 'dead' && address.startsWith('/')) await removeDead(address);
      await wait(pauseMs);
    }
  } catch {
    return 'unavailable';
  }
  return 'held-elsewhere';
}

/** The same name for every way to write the path. */
function addressOf(folder: string, platform: NodeJS.Platform): string {
  const user = process.getuid?.() ?? userInfo().username;
  const digest = createHash('sha256')
    .update(`${user}\n${realpathSync.native(folder)}`)
    .digest('hex')
    .slice(0, 32);
  if (platform === 'win32') return String.raw`\\.\pipe\allinea-${digest}`;
  if (platform === 'linux') return `\0allinea-${digest}`;
  // A socket's path may have at most 103 bytes, so it is not in the data folder.
  const place = `/tmp/allinea-${user}`;
  mkdirSync(place, { recursive: true, mode: 0o700 });
  return `${place}/${digest}`;
}

/** Null if the name is in use. Rejects if it cannot be used at all. */
function listen(address: string, onKnock: () => void): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end();
      onKnock();
    });
    server.once('error', (error) => {
      if ('code' in error && error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(address, () => resolve(server));
    server.unref();
  });
}

/** A connection is the whole message. `dead`: a socket file without a program behind it. */
function knock(address: string): Promise<'heard' | 'dead' | 'nobody'> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.end();
      resolve('heard');
    });
    socket.once('error', (error) =>
      resolve('code' in error && error.code === 'ECONNREFUSED' ? 'dead' : 'nobody'),
    );
    socket.resume();
  });
}

/**
 * Removes the socket file of a dead process. Of several starts only one may do that at a time. A file that
 * was just made seems dead for a moment, so it is asked twice.
 */
async function removeDead(address: string): Promise<void> {
  const claim = takeFolderLock(`${address}.lock`);
  if (!claim.taken) return;
  try {
    await wait(pauseMs);
    if ((await knock(address)) === 'dead') rmSync(address, { force: true });
  } finally {
    claim.release();
  }
}
