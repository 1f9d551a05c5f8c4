import type { StoreNotice } from '../bridge/storage.ts';
import type { Recovery } from '../persistence/documents.ts';

/**
 * What was found damaged or replaced. A replica that is fetched again from the vendor is reported too.
 */
export const storeNotices = (
  recoveries: readonly Recovery[],
  lostReplica: { readonly path: string | null } | null,
): readonly StoreNotice[] => [
  ...recoveries.map(({ document, movedTo, recovery, missing, last }) => ({
    document,
    movedTo,
    recovery,
    missing,
    last,
  })),
  ...(lostReplica === null
    ? []
    : [
        {
          document: 'replica',
          movedTo: lostReplica.path,
          recovery: 'from-vendor',
          missing: null,
          last: null,
        } as const,
      ]),
];
