import type { PriceList } from '../catalog/price-list.ts';
import type { Order } from '../orders/order.ts';
import type { Service } from '../services/service.ts';
import type { Processed, VendorCart, VendorChange } from './protocol.ts';

/** Rows of the replica to write, and the commands that the vendor has processed. */
export interface Applied {
  readonly rows: readonly (
    | { readonly table: 'services'; readonly id: string; readonly value: Service | null }
    | { readonly table: 'orders'; readonly id: string; readonly value: Order }
    | { readonly table: 'priceLists'; readonly id: string; readonly value: PriceList }
    | { readonly table: 'vendorCarts'; readonly id: string; readonly value: VendorCart }
  )[];
  readonly processed: readonly Processed[];
}

/**
 * Sorts the vendor's changes into rows and processed commands, in their order. Each change holds the whole
 * thing, so applying it twice is harmless.
 */
export function sortChanges(changes: readonly VendorChange[]): Applied {
  const rows: Applied['rows'][number][] = [];
  const processed: Processed[] = [];
  for (const change of changes) {
    switch (change.type) {
      case 'service':
        rows.push({ table: 'services', id: change.service.id, value: change.service });
        break;
      case 'serviceDeleted':
        rows.push({ table: 'services', id: change.serviceId, value: null });
        break;
      case 'order':
        rows.push({ table: 'orders', id: change.order.orderNumber, value: change.order });
        break;
      case 'priceList':
        rows.push({ table: 'priceLists', id: change.priceList.version, value: change.priceList });
        break;
      case 'cart':
        rows.push({ table: 'vendorCarts', id: change.cart.cartId, value: change.cart });
        break;
      case 'processed':
        processed.push(change.processed);
        break;
    }
  }
  return { rows, processed };
}
