import { itemKinds, type ItemKind } from '../../../core/catalog/item.ts';
import type { Service } from '../../../core/services/service.ts';
import type { Invariant } from '../invariant.ts';

/** The expiries of all pieces of a kind, the earliest first. */
const ends = (service: Service, kind: ItemKind): readonly string[] =>
  service.items
    .flatMap((item) => (item.kind === kind ? Array.from({ length: item.quantity }, () => item.expiry) : []))
    .sort();

/** No order and no renewal makes a paid item end earlier or disappear (rule D). */
export const neverShortened: Invariant = {
  name: 'never shortened',
  watch: ({ broken }) => ({
    vendorSaved(before, after) {
      // A restored vendor has forgotten what was paid. That it is told is another invariant.
      if (after.services === before.services || after.epoch !== before.epoch) return;
      for (const service of after.services) {
        const known = before.services.get(service.id);
        if (known === undefined || known === service) continue;
        for (const kind of itemKinds) {
          const [was, is] = [ends(known, kind), ends(service, kind)];
          // Compares the latest with the latest. Pieces bought since only add expiries.
          const shortened = was.some((day, index) => day > (is[is.length - was.length + index] ?? ''));
          if (shortened) broken(`${kind} of ${service.id} went from ${was.join(', ')} to ${is.join(', ')}`);
        }
      }
    },
  }),
};
