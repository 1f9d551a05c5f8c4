// The Fetch port over the network of the shell, for a backend on a network.
import type { Fetch } from '../../core/ports.ts';
import { fetchOver } from './fetch-over.ts';
import { askNetwork, type Ask } from './network.ts';

/** As `fetchOver`. If `ask` is absent, over the network of the operating system. */
export const httpFetch = (
  baseUrl: string,
  { ask = askNetwork, ...limits }: { readonly mostBytes?: number; readonly ask?: Ask } = {},
): Fetch => fetchOver(ask, baseUrl, limits);
