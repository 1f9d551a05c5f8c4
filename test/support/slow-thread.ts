// The thread of the desk on a disk that a test holds.
import { parentPort, workerData } from 'node:worker_threads';
import { nodeDisk } from '../../electron/adapters/node-disk.ts';
import { runDesk } from '../../electron/desk-thread/run-desk.ts';
import type { ThreadData } from '../../electron/desk-thread/thread-data.ts';
import { DiskGate, slowDisk } from './slow-disk.ts';

const { gate, ...data } = workerData as ThreadData & { readonly gate: SharedArrayBuffer };
if (parentPort !== null) runDesk(data, parentPort, slowDisk(nodeDisk, new DiskGate(gate)));
