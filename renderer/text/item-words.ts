import type { ServiceItem } from '../../core/services/service.ts';
import { text } from './text.ts';

/** Items in words, pieces of one kind together: “3 utenti, Modulo Documenti”. */
export function itemsText(items: readonly Pick<ServiceItem, 'kind' | 'quantity'>[]): string {
  const counts = new Map<ServiceItem['kind'], number>();
  for (const { kind, quantity } of items) counts.set(kind, (counts.get(kind) ?? 0) + quantity);
  return [...counts]
    .map(([kind, count]) =>
      kind === 'user' || kind === 'extra-gb' ? text(`items.${kind}`, { count }) : text(`kind.${kind}`),
    )
    .join(', ');
}
