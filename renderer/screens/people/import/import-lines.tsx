import type { ReactNode } from 'react';
import type { ImportPlan } from '../../../../core/people/import/import-people.ts';
import type { RejectReason } from '../../../../core/people/import/read-row.ts';
import type { RejectedRow, StaffList } from '../../../../core/people/import/read-staff-list.ts';
import { emailKey, fullName, type Person, type PersonDetails } from '../../../../core/people/person.ts';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';

/** A group of rows of the list, or of people whom it does not name. */
export type Group = 'added' | 'changed' | 'rejected' | 'conflicting' | 'unchanged' | 'absent';

/** Nobody reads more rows at once. The number in the chip counts all of them. */
export const shown = 500;

export interface Line {
  readonly key: string;
  /** The address of a row that can be left out, with its name. */
  readonly tick?: { readonly address: string; readonly name: string };
  readonly cells: readonly ReactNode[];
}

export function reasonText(reason: RejectReason): string {
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
  tick: { address: emailKey(details.email), name: fullName(details) },
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
export function dates({ start, end }: PersonDetails): string {
  if (start === null) return end === null ? '' : text('import.until', { day: dayText(end) });
  return end === null
    ? text('import.from', { day: dayText(start) })
    : text('line.term', { from: dayText(start), to: dayText(end) });
}
const personLine = (person: PersonDetails): Line => ({
  key: person.email,
  cells: [fullName(person), person.department, person.email, dates(person)],
});

const newLine = (person: PersonDetails): Line => ({
  ...personLine(person),
  tick: { address: emailKey(person.email), name: fullName(person) },
});

/** The lines of one group, at most as many as are shown. */
export function linesOf(
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
      return plan.added.slice(0, shown).map(newLine);
    case 'absent':
      return plan.absent.slice(0, shown).map(personLine);
    case 'unchanged':
      return plan.unchanged.slice(0, shown).map(personLine);
  }
}

export function headers(group: Group): readonly string[] {
  const name = text('people.col-name');
  if (group === 'rejected')
    return [text('import.col-row'), text('import.col-reason'), text('import.col-text')];
  if (group === 'changed') return [name, text('import.col-changes')];
  const term = `${text('person.start-short')} → ${text('person.end-short')}`;
  return group === 'conflicting'
    ? [name, term]
    : [name, text('people.department'), text('people.col-email'), term];
}
