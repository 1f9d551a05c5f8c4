import type { ChangedField, Difference } from '../../../../core/register/difference.ts';
import type { Registered } from '../../../../core/register/fold.ts';
import type { RejectedServiceRow } from '../../../../core/register/import/read-service-list.ts';
import { lackOf, type IncomingService, type Row } from './entries.ts';

export const groupNames = ['changed', 'fresh', 'rejected', 'same', 'absent'] as const;
export type GroupName = (typeof groupNames)[number];

type Missing = NonNullable<ReturnType<typeof lackOf>>;

/** The rows of the difference by group. A new service that lacks something is to be corrected. */
export interface Groups {
  readonly changed: readonly Row[];
  readonly fresh: readonly Row[];
  readonly incomplete: readonly Row[];
  readonly rejected: readonly RejectedServiceRow[];
  readonly same: readonly Row[];
  /** Services of the register that the list does not name. */
  readonly absent: readonly Registered[];
}

/** One line of the table. */
export type Line =
  | { readonly kind: 'group'; readonly key: string; readonly group: GroupName; readonly count: number }
  | { readonly kind: 'changed'; readonly key: string; readonly row: Row; readonly change: ChangedField }
  | { readonly kind: 'fresh' | 'same'; readonly key: string; readonly row: Row }
  | { readonly kind: 'incomplete'; readonly key: string; readonly row: Row; readonly missing: Missing }
  | { readonly kind: 'rejected'; readonly key: string; readonly fault: RejectedServiceRow }
  | { readonly kind: 'form'; readonly key: string; readonly fault: RejectedServiceRow }
  | { readonly kind: 'absent'; readonly key: string; readonly service: Registered }
  | { readonly kind: 'more'; readonly key: string; readonly group: GroupName; readonly count: number };

/** What a person has opened. */
export interface Folding {
  readonly open: ReadonlySet<GroupName>;
  /** Groups that are shown to their last row. */
  readonly whole: ReadonlySet<GroupName>;
  /** The row whose form is open. */
  readonly form: number | null;
}

/** Groups without anything to decide. They are folded until a person opens them. */
export const isQuiet = (group: GroupName): boolean => group === 'same' || group === 'absent';

/** Rows of a group before "Mostra tutti". */
const shownRows = 50;
/** New rows before "Mostra tutti" if rows below them wait to be corrected. */
const shownAboveFaults = 6;

export function groupsOf(
  { fresh, changed, same, notInList }: Difference<IncomingService>,
  rejected: readonly RejectedServiceRow[],
  registered: ReadonlyMap<string, Registered>,
): Groups {
  return {
    changed,
    fresh: fresh.filter((row) => lackOf(row) === undefined),
    incomplete: fresh.filter((row) => lackOf(row) !== undefined),
    rejected,
    same,
    absent: notInList.flatMap((id) => registered.get(id) ?? []),
  };
}

/** The lines that each row of a group has. */
function rowLines(groups: Groups, group: GroupName, form: number | null): readonly (readonly Line[])[] {
  switch (group) {
    case 'changed':
      return groups.changed.map((row) =>
        row.changed.map((change) => ({
          kind: 'changed',
          key: `changed ${row.row.key} ${change.field}`,
          row,
          change,
        })),
      );
    case 'fresh':
    case 'same':
      return groups[group].map((row) => [{ kind: group, key: `${group} ${row.row.key}`, row }]);
    case 'rejected':
      return [
        ...groups.rejected.map((fault): Line[] => {
          const line: Line = { kind: 'rejected', key: `rejected ${fault.row}`, fault };
          return fault.row === form ? [line, { kind: 'form', key: `form ${fault.row}`, fault }] : [line];
        }),
        ...groups.incomplete.map((row): Line[] => [
          { kind: 'incomplete', key: `incomplete ${row.row.key}`, row, missing: lackOf(row) ?? 'holder' },
        ]),
      ];
    case 'absent':
      return groups.absent.map((service) => [{ kind: 'absent', key: `absent ${service.id}`, service }]);
  }
}

/** All lines in the order of the groups. A group without rows has no line. */
export function linesOf(groups: Groups, { open, whole, form }: Folding): readonly Line[] {
  const faults = groups.rejected.length + groups.incomplete.length;
  return groupNames.flatMap((group): readonly Line[] => {
    const count = group === 'rejected' ? faults : groups[group].length;
    if (count === 0) return [];
    const head: Line = { kind: 'group', key: group, group, count };
    if (isQuiet(group) && !open.has(group)) return [head];
    const rows = rowLines(groups, group, form);
    const most = group === 'fresh' && faults > 0 ? shownAboveFaults : shownRows;
    // One row more costs no more than the line that would hide it.
    if (whole.has(group) || rows.length <= most + 1) return [head, ...rows.flat()];
    const more: Line = { kind: 'more', key: `more ${group}`, group, count: rows.length - most };
    return [head, ...rows.slice(0, most).flat(), more];
  });
}
