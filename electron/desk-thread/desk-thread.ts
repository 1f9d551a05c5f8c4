// The thread of the open studio's desk: it decides, writes and exchanges. A slow disk, a long list or a fold
// lets no window wait. Whatever needs Electron is asked of the main process.
import { parentPort, workerData } from 'node:worker_threads';
import { nodeDisk } from '../adapters/node-disk.ts';
import { runDesk } from './run-desk.ts';
import type { ThreadData } from './thread-data.ts';

/** The built file of the vendor's thread, beside this one. */
const vendorFile = new URL('./vendor-thread.mjs', import.meta.url);

if (parentPort !== null) runDesk(workerData as ThreadData, parentPort, nodeDisk, vendorFile);
