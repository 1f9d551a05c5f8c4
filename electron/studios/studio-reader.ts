// Unlocks, unpacks and checks a studio file in a thread of its own. Its memory is limited there, and the
// program goes on if it runs out.
import { parentPort, workerData } from 'node:worker_threads';
import { unlockFile } from './locked-file.ts';
import type { StudioFileWish } from './read-in-thread.ts';
import { readStudioFile } from './studio-file.ts';

const { bytes, passphrase } = workerData as StudioFileWish;
const unlocked = await unlockFile(bytes, passphrase);
const done = (share: number): void => parentPort?.postMessage(share, []);
done(0.1);
parentPort?.postMessage(unlocked.ok ? readStudioFile(unlocked.value, done) : unlocked, []);
