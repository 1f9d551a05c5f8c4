import type { WorkspaceChange } from '../../../../../../core/desk/rows/state.ts';
import * as real from '../../../../../../core/host/vendor-exchange.ts';
import type { CommandKey } from '../../../../../../core/kernel/id.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/host/vendor-exchange.ts';

const removedOnceReceived = (change: WorkspaceChange): WorkspaceChange =>
  change.table === 'outbox' && change.value?.lastAnswer === 'received' ? { ...change, value: null } : change;

const removeOnAnswer: typeof real.createVendorExchange = (ports) =>
  real.createVendorExchange({
    ...ports,
    record: (changes) => ports.record(changes.map(removedOnceReceived)),
  });

/** After a restart, sends under another key what was being sent. */
const renameUnsure: typeof real.createVendorExchange = (ports) => {
  const exchange = real.createVendorExchange(ports);
  const renamed = (change: WorkspaceChange): readonly WorkspaceChange[] => {
    if (change.table !== 'outbox' || change.value === null) return [change];
    const id = ports.ports.ids.next() as CommandKey;
    return [
      { ...change, value: null },
      { table: 'outbox', id, value: { ...change.value, id } },
    ];
  };
  return { ...exchange, unsure: () => exchange.unsure().flatMap(renamed) };
};

export const createVendorExchange = faulty(real.createVendorExchange, {
  'a command leaves the outbox as soon as it is answered': removeOnAnswer,
  'an unreadable 200 is taken for received, and removed': removeOnAnswer,
  'a new key after a restart: sent twice': renameUnsure,
});
