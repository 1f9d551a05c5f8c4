import * as real from '../../../../../../../core/host/shared/take-pages.ts';
import { faulty } from '../../../../plant.ts';

export * from '../../../../../../../core/host/shared/take-pages.ts';

const without =
  (state: 'kept' | 'refused'): typeof real.takePages =>
  (pages) => {
    const taken = real.takePages(pages);
    if (!taken.ok) return taken;
    const own = taken.value.own.map((change) =>
      change.table === 'waiting' && change.value?.state === state ? { ...change, value: null } : change,
    );
    return { ...taken, value: { ...taken.value, own } };
  };

export const takePages = faulty(real.takePages, {
  'what the server took is not kept until a backup': without('kept'),
  'a refused command is forgotten': without('refused'),
});
