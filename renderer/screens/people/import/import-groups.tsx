import { useMemo, type ReactNode } from 'react';
import type { ImportPlan } from '../../../../core/people/import/import-people.ts';
import { fullName, type Person, type PersonDetails } from '../../../../core/people/person.ts';
import type { RejectReason } from '../../../../core/people/import/read-row.ts';
import type { FoundSheet, RejectedRow, StaffList } from '../../../../core/people/import/read-staff-list.ts';
import { Button } from '../../../components/controls.tsx';
import { Card } from '../../../components/surfaces.tsx';
import { countText, dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { saveRejected } from '../list/save-people.ts';

/** A group of rows of the list, or of people whom it does not name. */
export type Group = 'added' | 'changed' | 'rejected' | 'conflicting' | 'unchanged' | 'absent';

/** Nobody reads more rows at once. The number in the chip counts all of them. */
const shown = 500;

interface Line {
  readonly key: string;
  readonly cells: readonly ReactNode[];
}

function reasonText(reason: RejectReason): string {
  const { kind, ...values } = reason;
  return text(`reject.${kind}`, values);
}

function rejectedLine({ row, column, reason, text: read }: RejectedRow): Line {
  const why = reasonText(reason);
  return {
    key: String(row),
    cells: [
      row,
      column === null ? why : text('import.in-column', { reason: why, column }),
      <span key="text" className="faint">
        {read}
      </span>,
    ],
  };
}

const fieldValue = (
  person: Person | PersonDetails,
  field: ImportPlan['changed'][number]['fields'][number],
): string => {
  const value = person[field];
  if (value === null || value === '') return text('import.empty-value');
  return field === 'start' || field === 'end' ? dayText(value as NonNullable<Person['start']>) : value;
};

const suspendedLine = ({ row, details }: StaffList['rows'][number]): Line => ({
  key: `s${row}`,
  cells: [
    row,
    text('reject.suspended'),
    <span key="text" className="faint">{`${fullName(details)}, ${details.email}`}</span>,
  ],
});

const changedLine = ({ person, details, fields }: ImportPlan['changed'][number]): Line => ({
  key: person.id,
  cells: [
    fullName(details),
    fields
      .map((field) =>
        text('import.change', {
          field: text(`field.${field}`),
          before: fieldValue(person, field),
          after: fieldValue(details, field),
        }),
      )
      .join('; '),
  ],
});

/** The start and end, as far as they are known. Most lists have neither: the cell is then empty. */
function dates({ start, end }: PersonDetails): string {
  if (start === null) return end === null ? '' : text('import.until', { day: dayText(end) });
  return end === null
    ? text('import.from', { day: dayText(start) })
    : text('line.term', { from: dayText(start), to: dayText(end) });
}
const personLine = (person: PersonDetails): Line => ({
  key: person.email,
  cells: [fullName(person), person.department, person.email, dates(person)],
});

/** The rows of the file, each in exactly one group, and the people whom the file does not name. */
export function ImportGroups({
  list,
  plan,
  found,
  chosen,
  onChoose,
}: {
  readonly list: StaffList;
  readonly plan: ImportPlan;
  readonly found: FoundSheet;
  /** The group that the person looks at; null until they choose one. */
  readonly chosen: Group | null;
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
  return (
    <>
      <div className="chips" role="group" aria-label={text('import.show')}>
        {groups.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={one === group}
            onClick={() => onChoose(one)}
          >
            {text(`import.${one}`, { count: countText(counts[one]) })}
          </button>
        ))}
      </div>
      <Card>
        {(group === 'absent' || group === 'conflicting') && counts[group] > 0 && (
          <p className="card-body muted">{text(`import.${group}-text`)}</p>
        )}
        {group === 'rejected' && counts.rejected > 0 && (
          <div className="card-body row spread">
            <span className="muted">{text('import.export-text')}</span>
            <Button onPress={() => void saveRejected(list, found, reasonText)}>
              {text('import.export-rejected')}
            </Button>
          </div>
        )}
        {counts[group] === 0 ? (
          <p className="card-body muted">{text('import.none-here')}</p>
        ) : (
          <table className="table dense">
            <thead>
              <tr>
                {headers(group).map((label) => (
                  <th key={label}>{label}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ key, cells }) => (
                <tr key={key}>
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

/** The lines of one group, at most as many as are shown. */
function linesOf(
  group: Group,
  list: StaffList,
  plan: ImportPlan,
  suspended: StaffList['rows'],
): readonly Line[] {
  switch (group) {
    case 'rejected':
      return [
        ...list.rejected.slice(0, shown).map(rejectedLine),
        ...suspended.slice(0, shown).map(suspendedLine),
      ].slice(0, shown);
    case 'changed':
      return plan.changed.slice(0, shown).map(changedLine);
    case 'conflicting':
      return plan.conflicting
        .slice(0, shown)
        .map(({ person, details }) => ({ key: person.id, cells: [fullName(person), dates(details)] }));
    case 'added':
    case 'unchanged':
    case 'absent':
      return plan[group].slice(0, shown).map(personLine);
  }
}

function headers(group: Group): readonly string[] {
  const name = text('people.col-name');
  if (group === 'rejected')
    return [text('import.col-row'), text('import.col-reason'), text('import.col-text')];
  if (group === 'changed') return [name, text('import.col-changes')];
  const term = `${text('person.start-short')} → ${text('person.end-short')}`;
  return group === 'conflicting'
    ? [name, term]
    : [name, text('people.department'), text('people.col-email'), term];
}
