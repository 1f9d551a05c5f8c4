import { useMemo } from 'react';
import type { ImportPlan } from '../../../../core/people/import/import-people.ts';
import { handedBack } from '../../../../core/people/import/hand-back.ts';
import type { FoundSheet, StaffList } from '../../../../core/people/import/read-staff-list.ts';
import { Button } from '../../../components/buttons.tsx';
import { Chips } from '../../../components/chips.tsx';
import { Card } from '../../../components/surfaces.tsx';
import { countText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { saveRejected } from '../list/save-people.ts';
import { AbsentPeople } from './absent-people.tsx';
import { headers, linesOf, reasonText, shown, type Group, type Line } from './import-lines.tsx';
import { Tick } from './tick.tsx';

/** The rows that the person does not want, by address. */
export interface RowTicks {
  readonly off: ReadonlySet<string>;
  readonly set: (addresses: readonly string[], on: boolean) => void;
}

/** The rows of the file, each in exactly one group, and the people whom the file does not name. */
export function ImportGroups({
  list,
  plan,
  found,
  chosen,
  ticks,
  onChoose,
}: {
  readonly list: StaffList;
  readonly plan: ImportPlan;
  readonly found: FoundSheet;
  /** The group that the person looks at; null until they choose one. */
  readonly chosen: Group | null;
  readonly ticks: RowTicks;
  readonly onChoose: (group: Group) => void;
}) {
  const suspended = useMemo(() => list.rows.filter((row) => row.suspended), [list]);
  const counts: Readonly<Record<Group, number>> = {
    added: plan.added.length,
    changed: plan.changed.length,
    rejected: list.rejected.length + suspended.length,
    conflicting: plan.conflicting.length,
    unchanged: plan.unchanged.length,
    absent: plan.absent.length,
  };
  const groups = (Object.keys(counts) as Group[]).filter(
    (group) => group !== 'conflicting' || counts.conflicting > 0,
  );
  const first = counts.rejected > 0 ? 'rejected' : counts.changed > 0 ? 'changed' : 'added';
  // A corrected column can empty the chosen group, and an empty group may have no chip.
  const wanted = chosen ?? first;
  const group = groups.includes(wanted) ? wanted : 'added';
  const lines = linesOf(group, list, plan, suspended);
  const ticked = group === 'added' || group === 'changed';
  return (
    <>
      <Chips
        label={text('import.show')}
        choices={groups.map((id) => ({
          id,
          label: text(`import.${id}`, { count: countText(counts[id]) }),
        }))}
        value={group}
        onChange={onChoose}
      />
      <Card>
        {(group === 'absent' || group === 'conflicting') && counts[group] > 0 && (
          <p className="card-body muted">{text(`import.${group}-text`)}</p>
        )}
        {group === 'rejected' && counts.rejected > 0 && (
          <div className="card-body row spread">
            <span className="muted">{text('import.export-text')}</span>
            <Button onPress={() => void save(list, found)}>{text('import.export-rejected')}</Button>
          </div>
        )}
        {counts[group] === 0 ? (
          <p className="card-body muted">{text('import.none-here')}</p>
        ) : group === 'absent' ? (
          <AbsentPeople people={plan.absent} />
        ) : (
          <table className="table dense">
            <thead>
              <tr>
                {ticked && (
                  <th>
                    <TickAll lines={lines} ticks={ticks} />
                  </th>
                )}
                {headers(group).map((label) => (
                  <th key={label}>{label}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ key, cells, tick }) => (
                <tr key={key} data-quiet={tick !== undefined && ticks.off.has(tick.address)}>
                  {tick !== undefined && (
                    <td>
                      <Tick
                        label={text('import.take', { name: tick.name })}
                        checked={!ticks.off.has(tick.address)}
                        onChange={(on) => ticks.set([tick.address], on)}
                      />
                    </td>
                  )}
                  {cells.map((cell, index) => (
                    <td key={headers(group)[index]} className={index === 0 ? 'strong nowrap' : 'free-text'}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {counts[group] > shown && (
          <p className="card-body muted">
            {text('import.shown', { count: countText(shown), total: countText(counts[group]) })}
          </p>
        )}
      </Card>
    </>
  );
}

/** Saves the rejected rows, so that they are read in the same way when they come back. */
function save(list: StaffList, found: FoundSheet): Promise<boolean> {
  const sheet = handedBack(found, list.dateOrder, (field) => text(`header.${field}`));
  return saveRejected(list, sheet, reasonText);
}

/** Takes or leaves out all rows of the group that are shown. */
function TickAll({ lines, ticks }: { readonly lines: readonly Line[]; readonly ticks: RowTicks }) {
  const addresses = lines.flatMap(({ tick }) => tick?.address ?? []);
  const taken = addresses.filter((address) => !ticks.off.has(address)).length;
  return (
    <Tick
      label={text('import.take-all')}
      checked={taken === addresses.length}
      onChange={(on) => ticks.set(addresses, on)}
    />
  );
}
