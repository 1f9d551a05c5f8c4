import type { Received, ReceivedFile } from '../../../../core/received/files/received.ts';
import type { Supplier } from '../../../../core/received/invoice/suppliers.ts';

/** What the worker reads, and from whom. */
export interface ReadingQuestion {
  readonly files: readonly ReceivedFile[];
  readonly suppliers: readonly Supplier[];
}

export type ReadingMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'read'; readonly received: Received };
