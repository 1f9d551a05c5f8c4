import { itemKinds, type ItemKind } from '../../../core/catalog/item.ts';
import type { Service } from '../../../core/services/service.ts';
import type { Invariant } from '../invariant.ts';

/** The last days of everything of a kind, piece by piece, the earliest first. */
const ends = (service: Service, kind: ItemKind): readonly string[] =>
  service.items
    .flatMap((item) => (item.kind === kind ? Array.from({ length: item.quantity }, () => item.expiry) : []))
    .sort();

/**
 * Whatever is ordered, renewed, reduced or left out: nothing that was paid for ends earlier than before, and
 * nothing is lost (rule D).
 */
export const neverShortened: Invariant = {
  name: 'never shortened',
  watch: ({ broken }) => ({
    vendorSaved(before, after) {
      if (after.services === before.services) return;
      for (const service of after.services) {
        const known = before.services.get(service.id);
        if (known === undefined || known === service) continue;
        for (const kind of itemKinds) {
          const [was, is] = [ends(known, kind), ends(service, kind)];
          // The latest with the latest: pieces that were bought since come on top.
          const shortened = was.some((day, index) => day > (is[is.length - was.length + index] ?? ''));
          if (shortened) broken(`${kind} of ${service.id} went from ${was.join(', ')} to ${is.join(', ')}`);
        }
      }
    },
  }),
};
