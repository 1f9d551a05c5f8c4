import { useState, type ReactNode } from 'react';
import type { ImportPlan, RejectedRow, StaffList } from '../../../core/people/import-people.ts';
import { fullName, type Person, type PersonDetails } from '../../../core/people/person.ts';
import type { RejectReason } from '../../../core/people/read-row.ts';
import { Card } from '../../components/surfaces.tsx';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';

type Group = 'added' | 'changed' | 'rejected' | 'conflicting' | 'unchanged' | 'absent';

/** More rows than anybody reads at once; the count above says how many there are in all. */
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

const fieldValue = (person: Person | PersonDetails, field: ImportPlan['changed'][number]['fields'][number]): string => {
  const value = person[field];
  if (value === null || value === '') return text('import.empty-value');
  return field === 'start' || field === 'end' ? dayText(value as NonNullable<Person['start']>) : value;
};

const dates = (person: PersonDetails): string => [person.start, person.end].map((day) => (day === null ? '' : dayText(day))).join(' → ');
const personLine = (person: PersonDetails): Line => ({ key: person.email, cells: [fullName(person), person.department, person.email, dates(person)] });

/** Every row of the file in exactly one group, and the people that the file does not name. */
export function ImportGroups({ list, plan }: { readonly list: StaffList; readonly plan: ImportPlan }) {
  const suspended = list.rows.filter((row) => row.suspended);
  const lines: Readonly<Record<Group, readonly Line[]>> = {
    added: plan.added.map(personLine),
    changed: plan.changed.map(({ person, details, fields }) => ({
      key: person.id,
      cells: [
        fullName(details),
        fields
          .map((field) => text('import.change', { field: text(`field.${field}`), before: fieldValue(person, field), after: fieldValue(details, field) }))
          .join('; '),
      ],
    })),
    rejected: [
      ...list.rejected.map(rejectedLine),
      ...suspended.map(({ row, details }): Line => ({
        key: `s${row}`,
        cells: [row, text('reject.suspended'), <span key="text" className="faint">{`${fullName(details)}, ${details.email}`}</span>],
      })),
    ],
    conflicting: plan.conflicting.map(({ person, details }) => ({ key: person.id, cells: [fullName(person), dates(details)] })),
    unchanged: plan.unchanged.map(personLine),
    absent: plan.absent.map(personLine),
  };
  const groups = (Object.keys(lines) as Group[]).filter((group) => group !== 'conflicting' || lines.conflicting.length > 0);
  const [group, setGroup] = useState<Group>(() => (lines.rejected.length > 0 ? 'rejected' : lines.changed.length > 0 ? 'changed' : 'added'));
  const current = lines[group];
  return (
    <>
      <div className="chips" role="group" aria-label={text('import.show')}>
        {groups.map((one) => (
          <button key={one} type="button" className="chip" aria-pressed={one === group} onClick={() => setGroup(one)}>
            {text(`import.${one}`, { count: lines[one].length })}
          </button>
        ))}
      </div>
      <Card>
        {(group === 'absent' || group === 'conflicting') && current.length > 0 && <p className="card-body muted">{text(`import.${group}-text`)}</p>}
        {current.length === 0 ? (
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
              {current.slice(0, shown).map(({ key, cells }) => (
                <tr key={key}>
                  {cells.map((cell, index) => (
                    <td key={headers(group)[index]} className={index === 0 ? 'strong nowrap' : ''}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {current.length > shown && <p className="card-body muted">{text('import.shown', { count: shown, total: current.length })}</p>}
      </Card>
    </>
  );
}

function headers(group: Group): readonly string[] {
  const name = text('people.col-name');
  if (group === 'rejected') return [text('import.col-row'), text('import.col-reason'), text('import.col-text')];
  if (group === 'changed') return [name, text('import.col-changes')];
  const term = `${text('person.start-short')} → ${text('person.end-short')}`;
  return group === 'conflicting' ? [name, term] : [name, text('people.department'), text('people.col-email'), term];
}
