import type { CartId, ServiceId } from '../../../core/kernel/id.ts';
import { make } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { go, toast } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/** Makes a purchase of a cart, whose total was shown, and opens it. */
export async function preparePurchase(cartId: CartId, shownGross: number): Promise<void> {
  const made = await make(
    { type: 'purchase/prepare', cartId, shownGross },
    { text: text('purchase.made'), undo: true },
  );
  const [id] = made?.purchases ?? [];
  if (id !== undefined) go({ screen: 'orders', orderId: id });
}

/** Makes a purchase for each renewal of a session and shows them by account. `shown`: totals by service. */
export async function prepareBatch(
  serviceIds: readonly ServiceId[],
  batch: string,
  shown: Record<string, number>,
): Promise<void> {
  const made = await make(
    { type: 'purchase/prepare-batch', serviceIds: [...serviceIds], batch, shown },
    undefined,
  );
  const ids = made?.purchases ?? [];
  if (ids.length === 0) return;
  toast(text('purchase.made-all', { count: ids.length }), {
    undo: useDesk.getState().undoable?.step ?? null,
  });
  go({ screen: 'orders', orderId: null });
}
