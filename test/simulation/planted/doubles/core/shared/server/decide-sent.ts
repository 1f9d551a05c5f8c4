import * as real from '../../../../../../../core/shared/server/decide-sent.ts';
import { faulty, like } from '../../../../plant.ts';

export * from '../../../../../../../core/shared/server/decide-sent.ts';

let made = 0;

export const decideSent = faulty(real.decideSent, {
  'new things are named by counting': (state, desk, sent, ports) =>
    real.decideSent(state, desk, sent, {
      ...ports,
      ids: {
        named() {
          made += 1;
          return `01930000-0000-7000-8000-${String(made).padStart(12, '0')}`;
        },
      },
    }),
  async 'undo does not look at later changes'(state, desk, sent, ports) {
    const { type, cid } = sent.command as { readonly type: string; readonly cid: string };
    const target = type === 'undo' ? await ports.logged(cid) : undefined;
    const blind = target === undefined ? state : like(state, { versionOf: () => target.version });
    return real.decideSent(blind, desk, sent, ports);
  },
});
