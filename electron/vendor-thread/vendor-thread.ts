// The thread of a sample's vendor, beside the desk's. As on a network, the desk goes on while the vendor
// writes an order to its disk or folds its lines.
import { parentPort, workerData } from 'node:worker_threads';
import { nodeDisk } from '../adapters/node-disk.ts';
import { runVendor, type VendorData } from './run-vendor.ts';

if (parentPort !== null) runVendor(workerData as VendorData, parentPort, nodeDisk);
