import { exampleDetails } from '../support/example-commands/people.ts';
import { namedId } from '../../electron/adapters/system.ts';
import type { WaitingCommand } from '../../core/desk/rows/shared-rows.ts';
import { ownDesk } from '../../core/desk/rules/own-desk.ts';
import { applyChanges, type WorkspaceChange, type WorkspaceRows } from '../../core/desk/rows/state.ts';
import { emptyWorkspace } from '../../core/desk/rows/tables.ts';
import { createShownRows } from '../../core/host/shared/shown-rows.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { PersonId } from '../../core/kernel/id.ts';
import { measure } from './measure.ts';

const people = 20_000;
const waitingCommands = 500;

const personRow = (number: number): WorkspaceChange => {
  const id = `person-${number}` as PersonId;
  return {
    table: 'people',
    id,
    value: { ...exampleDetails, id, email: `p${number}@x.it` } as never,
  };
};

/** The median time in which a desk of 20,000 people takes a row and decides 500 waiting commands again. */
export function rebaseTimes(): number {
  const confirmed = emptyWorkspace();
  applyChanges<WorkspaceRows>(confirmed, [
    ...ownDesk('Studio Marchetti'),
    ...Array.from({ length: people }, (_, number) => personRow(number)),
  ]);
  const waiting = Array.from({ length: waitingCommands }, (_, at): WaitingCommand => ({
    id: `01930000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    seq: at + 1,
    at: Date.parse('2026-11-28T10:00:00Z'),
    day: '2026-11-28' as Day,
    command: { type: 'person/note', personId: `person-${at * 7}`, text: `Nota ${at}` },
    rows: null,
    state: 'waiting',
    version: null,
    refusal: null,
  }));
  for (const row of waiting) confirmed.waiting.set(row.id, row);
  const shown = createShownRows({
    confirmed,
    ids: { named: namedId },
    today: () => '2026-11-28' as Day,
    by: () => ({ by: 'Maria Bassi', user: 'maria' }),
  });
  let next = people;
  return measure(() => {
    next += 1;
    return shown.take([personRow(next)], waiting);
  }, 20).median;
}
