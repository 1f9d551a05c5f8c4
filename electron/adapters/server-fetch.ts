import type { SharedStudio } from '../../core/desk/rows/shared-rows.ts';
import type { Fetch } from '../../core/ports.ts';
import { httpFetch } from './http-fetch.ts';
import { pinnedNetwork } from './pinned-network.ts';

/** Where a server is, and the certificate by which it is known, if it is known by one. */
export type ServerAt = Pick<SharedStudio, 'address' | 'fingerprint'>;

/** Asks the server of a shared studio: the one with this certificate, if the invitation named one. */
export type ServerFetch = (at: ServerAt) => Fetch;

export const serverFetch: ServerFetch = ({ address, fingerprint }) =>
  fingerprint === null ? httpFetch(address) : httpFetch(address, { ask: pinnedNetwork(fingerprint) });
