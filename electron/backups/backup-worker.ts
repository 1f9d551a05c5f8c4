// Works on backups in a thread of its own: a slow disk or a large studio lets no window wait.
import { parentPort, workerData } from 'node:worker_threads';
import { nodeDisk } from '../adapters/node-disk.ts';
import { carryOut, type Task, type TaskName } from './backup-tasks.ts';

const done = (share: number): void => parentPort?.postMessage(share, []);
parentPort?.postMessage(await carryOut(workerData as Task<TaskName>, nodeDisk, done), []);
