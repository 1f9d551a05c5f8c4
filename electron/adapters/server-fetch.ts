import type { SharedStudio } from '../../core/desk/rows/shared-rows.ts';
import type { Fetch } from '../../core/ports.ts';
import { httpFetch } from './http-fetch.ts';
import { pinnedNetwork } from './pinned-network.ts';

/** Asks the server of a shared studio: the one with this certificate, if the invitation named one. */
export type ServerFetch = (at: Pick<SharedStudio, 'address' | 'fingerprint'>) => Fetch;

export const serverFetch: ServerFetch = ({ address, fingerprint }) =>
  fingerprint === null ? httpFetch(address) : httpFetch(address, { ask: pinnedNetwork(fingerprint) });
