import type { ReactNode } from 'react';
import { daysBetween, type Day } from '../../../../core/kernel/day.ts';
import type { ChangedField, Compared } from '../../../../core/register/difference.ts';
import { fields, type Field, type Group } from '../../../../core/register/fields.ts';
import { Checkbox } from '../../../components/controls.tsx';
import { Badge, Card } from '../../../components/surfaces.tsx';
import { countText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { fieldText, sourceText, valueText } from '../../register/fact-words.ts';
import type { IncomingService } from './entries.ts';

export type Row = Compared<IncomingService>;

/** What is recorded of a row: everything if it is new, else the ticked fields. */
export interface Ticks {
  has(row: Row, field?: Field): boolean;
  toggle(row: Row, field?: Field): void;
}

/** Services that the list says otherwise: a line and a tick for each field. */
export function Changed({ rows, ticks }: { readonly rows: readonly Row[]; readonly ticks: Ticks }) {
  return (
    <Table
      title={text('service-import.changed')}
      rows={rows}
      heads={[
        text('col.service'),
        text('service-import.col-what'),
        text('service-import.col-before'),
        text('service-import.col-list'),
      ]}
    >
      {rows.flatMap((row) =>
        row.changed.map((change) => (
          <tr key={`${row.about ?? ''}${change.field}`}>
            <td>
              <Checkbox
                label={text('service-import.take', {
                  name: `${nameOf(row)}, ${fieldText(change.field)}`,
                })}
                checked={ticks.has(row, change.field)}
                onChange={() => ticks.toggle(row, change.field)}
              />
            </td>
            <td className="strong">{nameOf(row)}</td>
            <td>{fieldText(change.field)}</td>
            <td className="muted">
              <Before change={change} />
            </td>
            <td className="strong">{valueText(change as never)}</td>
            <td>
              <Note change={change} />
            </td>
          </tr>
        )),
      )}
    </Table>
  );
}

/** The columns named in `heads`, between a column of ticks and a column of notes. */
function Table({
  title,
  rows,
  heads,
  children,
}: {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly heads: readonly string[];
  readonly children: ReactNode;
}) {
  return (
    <Card title={title} aside={countText(rows.length)}>
      <table className="table dense">
        <thead>
          <tr>
            <td />
            {heads.map((head) => (
              <th key={head}>{head}</th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Card>
  );
}

const nameOf = ({ row, about }: Row): string =>
  row.details.holder ?? row.details.vatCode ?? row.details.taxCode ?? about ?? '';

function Before({ change: { before } }: { readonly change: ChangedField }) {
  const newest = before?.facts[0];
  if (newest === undefined) return text('register.not-said');
  return (
    <>
      {valueText(newest)}
      <small className="block faint">{sourceText(newest)}</small>
    </>
  );
}

/** How far apart two values are, if that needs a look. */
function Note({ change: { field, before, value } }: { readonly change: ChangedField }) {
  if (before === undefined) return null;
  if (field === 'expiry')
    return (
      <Badge tone="soon">
        {text('service-import.days', { days: Math.abs(daysBetween(before.value as Day, value as Day)) })}
      </Badge>
    );
  const count = (groups: unknown): number =>
    (groups as readonly Group[]).reduce((sum, { quantity }) => sum + quantity, 0);
  return (field === 'users' || field === 'space') && count(value) < count(before.value) ? (
    <Badge tone="late">{text('service-import.fewer')}</Badge>
  ) : null;
}

/** Services that the register does not know: a line and a tick for each. */
export function Fresh({ rows, ticks }: { readonly rows: readonly Row[]; readonly ticks: Ticks }) {
  return (
    <Table
      title={text('service-import.fresh')}
      rows={rows}
      heads={[text('col.service'), text('service-import.col-what')]}
    >
      {rows.map((row) => (
        <tr key={`${nameOf(row)}${row.row.details.kind ?? ''}`}>
          <td>
            <Checkbox
              label={text('service-import.take', { name: nameOf(row) })}
              checked={ticks.has(row)}
              onChange={() => ticks.toggle(row)}
            />
          </td>
          <td className="strong">{nameOf(row)}</td>
          <td>
            {fields
              .filter((field) => field !== 'holder' && row.row.details[field] !== undefined)
              .map(
                (field) =>
                  `${fieldText(field)}: ${valueText({ field, value: row.row.details[field] } as never)}`,
              )
              .join(' · ')}
          </td>
          <td>
            {row.row.doubts.map((doubt) => (
              <Badge key={doubt} tone="soon">
                {text(`service-import.${doubt}`)}
              </Badge>
            ))}
          </td>
        </tr>
      ))}
    </Table>
  );
}
