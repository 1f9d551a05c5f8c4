import type { AppState } from '../../../../core/desk/rows/state.ts';
import type { RegisterCheck } from '../../../../core/register/checks.ts';
import { go } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';
import { fieldText } from '../../register/fact-words.ts';
import type { Task } from './task.ts';

/** Values of the register that a person should look at: of which two sources disagree, or that are old. */
export function* registerTasks({ replica }: AppState, checks: readonly RegisterCheck[]): Generator<Task> {
  for (const { id, disputed, stale } of checks) {
    const service = replica.services.get(id);
    if (service === undefined) continue;
    const { holder } = service;
    const verify = disputed.length > 0;
    yield {
      id: `${verify ? 'verify' : 'recheck'} ${id}`,
      tone: verify ? 'soon' : 'wait',
      due: null,
      serviceId: id,
      words: () => ({
        sentence: text(verify ? 'status.fix-verify' : 'status.fix-recheck', {
          holder,
          fields: (verify ? disputed : stale).map(fieldText).join(', '),
        }),
        label: text(verify ? 'status.verify' : 'status.recheck'),
      }),
      run: () => go({ screen: 'service', serviceId: id }),
    };
  }
}
