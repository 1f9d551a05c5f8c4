import type { Purchase } from '../../../core/purchases/fold.ts';
import type { PurchaseEvent, PurchaseRecord } from '../../../core/purchases/purchase.ts';
import type { FiguresLine } from '../../../core/quotes/figures.ts';
import { isServiceKind } from '../../../core/catalog/item.ts';
import { text } from '../../text/text.ts';
import { whenWords } from '../history/history-words.ts';

/** What kind of purchase it is: Aruba's pages lead to each in another way. */
export type PurchaseKind = 'add-users' | 'renewal' | 'reactivation' | 'first-purchase';

export function kindOf({ record }: Purchase): PurchaseKind {
  const { content, quote } = record.revision;
  if (content.subject.kind !== 'renewal') return content.subject.kind;
  const base = quote.lines.find(({ kind }) => isServiceKind(kind));
  return base !== undefined && base.expiry < quote.day ? 'reactivation' : 'renewal';
}

/** "2 utenti aggiuntivi con Estensione servizi attivi", "Rinnovo per 1 anno". */
export function contentWords(purchase: Purchase): string {
  const { subject, quantity } = purchase.record.revision.content;
  const kind = kindOf(purchase);
  if (subject.kind === 'add-users')
    return text('purchase.content-users', { count: quantity, extension: subject.extension ? 'yes' : 'no' });
  return text(`purchase.content-${kind as Exclude<PurchaseKind, 'add-users'>}`, { years: subject.years });
}

/** A line of the figures by name: new users, users that are active already, a module. */
export function lineName({ kind, reason, quantity }: FiguresLine): string {
  if (kind !== 'user') return text(`kind.${kind}`);
  return text(reason === 'bought' ? 'purchase.line-new' : 'purchase.line-active', { count: quantity });
}

/** Who ticked something and when. */
export const byWhen = ({ by, at }: PurchaseEvent): string => `${by}, ${whenWords(at)}`;

/** Who prepared a purchase and when. */
export const preparedWhen = ({ by, at }: PurchaseRecord): string => `${by}, ${whenWords(at)}`;
