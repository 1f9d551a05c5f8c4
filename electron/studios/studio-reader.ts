// Unpacks and checks a studio file in a thread of its own. Its memory is limited there, and the program goes
// on if it runs out.
import { parentPort, workerData } from 'node:worker_threads';
import { readStudioFile } from './studio-file.ts';

parentPort?.postMessage(readStudioFile(workerData as Uint8Array), []);
