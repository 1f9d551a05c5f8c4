import * as real from '../../../../../../../core/shared/server/studio-state.ts';
import { faulty, like } from '../../../../plant.ts';

export * from '../../../../../../../core/shared/server/studio-state.ts';

export const stateAt = faulty(real.stateAt, {
  'a server does not look at what another one wrote': async (snapshot, known) =>
    known?.epoch === snapshot.head.epoch ? known : real.stateAt(snapshot, known),
  async 'midnight moves what was given before'(snapshot, known) {
    const state = await real.stateAt(snapshot, known);
    return like(state, { dayFor: (_, now) => state.dayAt(now) });
  },
});
