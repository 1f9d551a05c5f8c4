import { grossToPay } from '../../../../core/purchases/expected.ts';
import { foldPurchase } from '../../../../core/purchases/fold.ts';
import type { PurchaseRecord } from '../../../../core/purchases/purchase.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import type { Mail } from '../../../../core/received/mail/mail.ts';

/** What a mail may say about a purchase. Only shown: a person writes it there. */
export interface MailSuggestion {
  readonly what: 'its-order' | 'order-number' | 'payment';
  readonly record: PurchaseRecord;
}

const plain = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

/**
 * The purchases that a mail may be about: by its order number; by its amount, if it confirms an order and the
 * purchase waits for its number.
 */
export function mailSuggestions(mail: Mail, { workspace }: AppState): readonly MailSuggestion[] {
  const numbers = new Set(mail.findings.flatMap((one) => (one.what === 'order' ? [plain(one.number)] : [])));
  const amounts = new Set<number>(
    mail.findings.flatMap((one) => (one.what === 'amount' ? [one.amount] : [])),
  );
  return [...workspace.purchases.values()].flatMap((record): MailSuggestion[] => {
    const purchase = foldPurchase(record);
    const { state, ordered } = purchase;
    if (ordered !== null && numbers.has(plain(ordered.orderNumber)))
      return [{ what: mail.kind === 'payment-confirmation' ? 'payment' : 'its-order', record }];
    const waits = ['at-cart', 'compared', 'to-verify'].includes(state);
    return waits && mail.kind === 'order-confirmation' && amounts.has(grossToPay(purchase))
      ? [{ what: 'order-number', record }]
      : [];
  });
}
