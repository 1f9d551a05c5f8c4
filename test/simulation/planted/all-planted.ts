import { inTheCarts } from './in-the-carts.ts';
import { onDiskAndAtTheVendor } from './on-disk-and-at-the-vendor.ts';
import { onTheClient } from './on-the-client.ts';
import type { Planted } from './planted.ts';

export const allPlanted: readonly Planted[] = [...onTheClient, ...onDiskAndAtTheVendor, ...inTheCarts];
