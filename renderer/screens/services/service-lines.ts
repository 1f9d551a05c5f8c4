import type { Day } from '../../../core/kernel/day.ts';
import type { Arrangement, ArrangementField } from '../../../core/register/arrangement.ts';
import { arrangedBy } from '../../../core/register/arranged-by.ts';
import { expiryOf } from '../../../core/services/service.ts';
import { groupText } from '../register/arrangement/arrangement-words.ts';
import type { ServiceRow } from './service-rows.ts';

/** The head of a group of services. */
export interface ServiceHead {
  readonly kind: 'head';
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** The bought additional users. */
  readonly users: number;
  /** The first expiry that is still to come. Undefined if there is none. */
  readonly next: Day | undefined;
  readonly open: boolean;
}

/** A line of the list of services: a service, or the head of the services that follow. */
export type ServiceLine = ServiceHead | { readonly kind: 'row'; readonly row: ServiceRow };

export const rowLines = (rows: readonly ServiceRow[]): readonly ServiceLine[] =>
  rows.map((row) => ({ kind: 'row', row }));

function headOf(
  key: string,
  label: string,
  rows: readonly ServiceRow[],
  today: Day,
  open: boolean,
): ServiceHead {
  let next: Day | undefined;
  for (const { service } of rows) {
    const expiry = expiryOf(service);
    if (expiry !== undefined && expiry >= today && (next === undefined || expiry < next)) next = expiry;
  }
  const users = rows.reduce((sum, { board }) => sum + board.bought, 0);
  return { kind: 'head', key, label, count: rows.length, users, next, open };
}

/** The services in groups, each with its head. A closed group shows only its head. */
export const groupedLines = (
  rows: readonly ServiceRow[],
  field: ArrangementField,
  of: (row: ServiceRow) => Arrangement,
  folded: ReadonlySet<string>,
  today: Day,
): readonly ServiceLine[] =>
  arrangedBy(rows, field, of).flatMap((group): readonly ServiceLine[] => {
    const open = !folded.has(group.key);
    const head = headOf(group.key, groupText(field, group), group.items, today, open);
    return open ? [head, ...rowLines(group.items)] : [head];
  });
