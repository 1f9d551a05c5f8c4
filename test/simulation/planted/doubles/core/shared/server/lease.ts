import * as real from '../../../../../../../core/shared/server/lease.ts';
import { faulty } from '../../../../plant.ts';

export * from '../../../../../../../core/shared/server/lease.ts';

export const takeLease = faulty(real.takeLease, {
  'a lease is taken from its holder': (lease, holder, now) =>
    real.takeLease({ ...lease, holder: null }, holder, now),
  'a lease is taken without a higher fence': (lease, holder, now) => {
    const taken = real.takeLease(lease, holder, now);
    return taken && { ...taken, fence: lease.fence };
  },
});

export const renewLease = faulty(real.renewLease, {
  'the fence of a lease is not checked': (lease, hold, now) =>
    real.renewLease(lease, { ...hold, holder: lease.holder ?? hold.holder, fence: lease.fence }, now) ??
    lease,
});
