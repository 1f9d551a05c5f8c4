// The thread of a sample's vendor on a disk that a test holds, or on which its thread dies.
import { parentPort, workerData } from 'node:worker_threads';
import { nodeDisk } from '../../electron/adapters/node-disk.ts';
import { runVendor, type VendorData } from '../../electron/vendor-thread/run-vendor.ts';
import { DiskGate, slowDisk } from './slow-disk.ts';

/** `dies`: the thread ends when it writes a line. */
export interface SlowVendorData extends VendorData {
  readonly gate: SharedArrayBuffer;
  readonly dies: boolean;
}

const { gate, dies, ...data } = workerData as SlowVendorData;
const slow = slowDisk(nodeDisk, new DiskGate(gate));
const disk = {
  ...slow,
  open(path: string) {
    const file = slow.open(path);
    if (!dies || !path.endsWith('.changes')) return file;
    return { ...file, write: () => process.exit() };
  },
};
if (parentPort !== null) runVendor(data, parentPort, disk);
