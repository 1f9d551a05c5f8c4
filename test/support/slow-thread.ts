// The thread of the desk on a disk that a test holds. It opens no sample, so it starts no vendor.
import { parentPort, workerData } from 'node:worker_threads';
import { nodeDisk } from '../../electron/adapters/node-disk.ts';
import { runDesk } from '../../electron/desk-thread/run-desk.ts';
import type { ThreadData } from '../../electron/desk-thread/thread-data.ts';
import { DiskGate, slowDisk } from './slow-disk.ts';

const { gate, ...data } = workerData as ThreadData & { readonly gate: SharedArrayBuffer };
const noFile = new URL('file:///no-vendor.mjs');
if (parentPort !== null) runDesk(data, parentPort, slowDisk(nodeDisk, new DiskGate(gate)), noFile);
