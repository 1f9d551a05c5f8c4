// The sample studio made small: four services, eight people. A schedule stays cheap if the sample grows.
import type { AppState, WorkspaceChange } from '../../core/desk/rows/state.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { Service } from '../../core/services/service.ts';
import { sampleDesk } from '../../electron/sample/sample-desk.ts';
import { sampleAccount, sampleState } from '../../electron/simulator/sample/sample.ts';
import {
  changeId,
  type NumberedChange,
  type SimulatorDocument,
} from '../../electron/simulator/state/state.ts';
import { Table } from '../../electron/simulator/state/table.ts';

const keptServices: ReadonlySet<string> = new Set(['fe-studio', 'fe-rossi', 'fe-edil-marche', 'sr-verdi']);
const keptPeople = /^(?:a\.ferri|m\.deluca|p\.greco|f\.riva|p\.lopresti|g\.sanna|d\.fontana|g\.esposito)@/;

export function smallVendor(today: Day): SimulatorDocument {
  const whole = sampleState(today);
  return {
    ...whole,
    services: Table.of<Service>(
      ({ id }) => id,
      whole.services.rows().filter(({ id }) => keptServices.has(id)),
    ),
    changes: Table.of<NumberedChange>(
      ({ ref }) => changeId(ref),
      whole.changes.rows().filter(({ ref }) => ref.type !== 'service' || keptServices.has(ref.id)),
    ),
  };
}

export function smallDesk(state: AppState): readonly WorkspaceChange[] {
  const whole = sampleDesk(state, sampleAccount.username);
  const people = new Set(
    whole.flatMap((change) =>
      change.table === 'people' && change.value !== null && keptPeople.test(change.value.email)
        ? [change.id]
        : [],
    ),
  );
  return whole.filter(({ table, id, value }) => {
    if (table === 'people') return people.has(id);
    return value === null || !('personId' in value) || people.has(value.personId);
  });
}
