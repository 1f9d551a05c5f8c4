import { outgoing } from '../../../../../../../core/desk/pending/outgoing.ts';
import * as real from '../../../../../../../core/desk/forgotten/what-was-forgotten.ts';
import type { ForgottenThing } from '../../../../../../../core/desk/rows/forgotten.ts';
import type { WorkspaceChange } from '../../../../../../../core/desk/rows/state.ts';
import type { CommandKey } from '../../../../../../../core/kernel/id.ts';
import { faulty } from '../../../../plant.ts';

export * from '../../../../../../../core/desk/forgotten/what-was-forgotten.ts';

const thingOf = (change: WorkspaceChange): ForgottenThing | undefined =>
  change.table === 'forgotten' ? change.value?.thing : undefined;

const untold =
  (...kinds: readonly ForgottenThing['kind'][]): typeof real.whatWasForgotten =>
  (...args) =>
    real.whatWasForgotten(...args).filter((change) => {
      const thing = thingOf(change);
      return thing === undefined || !kinds.includes(thing.kind);
    });

/** Switches automatic renewal again, and asks nobody. */
const sentByItself: typeof real.whatWasForgotten = (before, after, past) => {
  const changes = real.whatWasForgotten(before, after, past);
  return changes.flatMap((change, ahead): readonly WorkspaceChange[] => {
    const thing = thingOf(change);
    if (thing?.kind !== 'user-created' && thing?.kind !== 'user-deleted') return [change];
    const { serviceId } = thing;
    const key = `01930000-ffff-7000-8000-${String(ahead).padStart(12, '0')}` as CommandKey;
    const username = 'user' in thing ? thing.user.username : thing.username;
    return [change, outgoing(before, key, { kind: 'user/delete', serviceId, username }, ahead)];
  });
};

export const whatWasForgotten = faulty(real.whatWasForgotten, {
  'a forgotten order is not told': untold('order'),
  'a forgotten user is not told': untold('user-created', 'user-changed', 'user-deleted'),
  'a forgotten switch is not told': untold('automatic-renewal'),
  'what was forgotten is sent again by itself': sentByItself,
});
