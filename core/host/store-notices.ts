import type { StoreNotice } from '../bridge/contract.ts';
import type { Recovery } from '../persistence/documents.ts';

/**
 * What the start found damaged, to be reported once. A replica that is fetched again from
 * the vendor is reported too.
 */
export const storeNotices = (
  recoveries: readonly Recovery[],
  lostReplica: { readonly path: string | null } | null,
): readonly StoreNotice[] => [
  ...recoveries.map(({ document, movedTo, recovery }) => ({ document, movedTo, recovery })),
  ...(lostReplica === null
    ? []
    : [{ document: 'replica', movedTo: lostReplica.path, recovery: 'from-vendor' } as const]),
];
