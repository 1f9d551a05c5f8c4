import type { Cents } from '../../../core/kernel/cents.ts';
import type { RenewalGrouping } from '../../../core/desk/rows/saved-view.ts';
import { groupBy } from '../../../core/kernel/group-by.ts';
import { arrangementFields, type ArrangementField } from '../../../core/register/arrangement.ts';
import { arrangedBy } from '../../../core/register/arranged-by.ts';
import { clientKey } from '../../../core/services/service.ts';
import { dayText, fullMonth } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { groupText } from '../register/arrangement/arrangement-words.ts';
import type { RenewalRow } from './renewal-rows.ts';
import { renewalStandingOf, standings, standingText } from './renewal-standing.ts';

/** The head of a group: its number of services, and the total of their next renewals. */
export interface GroupHead {
  readonly kind: 'head';
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly gross: Cents;
  readonly open: boolean;
}

/** A line of the timeline and of the table: a service, or the head of the services that follow. */
export type RenewalLine =
  | GroupHead
  | { readonly kind: 'row'; readonly key: string; readonly row: RenewalRow };

interface Group {
  readonly key: string;
  readonly label: string;
  readonly rows: readonly RenewalRow[];
}

type Shared = {
  readonly [By in Exclude<RenewalGrouping, 'none' | 'session' | ArrangementField>]: {
    readonly key: (row: RenewalRow) => string;
    readonly label: (row: RenewalRow) => string;
  };
};

const shared: Shared = {
  // One VAT number is one client, even if its services have different names.
  client: { key: ({ service }) => clientKey(service), label: ({ service }) => service.holder },
  month: { key: ({ expiry }) => expiry.slice(0, 7), label: ({ expiry }) => fullMonth(expiry.slice(0, 7)) },
  state: {
    key: (row) => String(standings.indexOf(renewalStandingOf(row))),
    label: (row) => standingText(renewalStandingOf(row)),
  },
};

const byArrangement = (rows: readonly RenewalRow[], field: ArrangementField): readonly Group[] =>
  arrangedBy(rows, field, ({ arrangement }) => arrangement).map((group) => ({
    key: group.key,
    label: groupText(field, group),
    rows: group.items,
  }));

/** The days in their order, and within a day its accounts (rule J5). Services without a session come last. */
function bySession(rows: readonly RenewalRow[]): readonly Group[] {
  const days = [...groupBy(rows, ({ session }) => session)].sort(([a], [b]) =>
    (a ?? '9999') < (b ?? '9999') ? -1 : 1,
  );
  return days.flatMap(([day, ofDay]): readonly Group[] =>
    day === null
      ? [{ key: '-', label: text('renewal-plan.no-session'), rows: ofDay }]
      : byArrangement(ofDay, 'account').map(({ key, label, rows: own }) => ({
          key: `${day} ${key}`,
          label: `${text('renewal-plan.session-on', { day: dayText(day) })} · ${label}`,
          rows: own,
        })),
  );
}

function byShared(rows: readonly RenewalRow[], by: keyof Shared): readonly Group[] {
  const { key: keyOf, label: labelOf } = shared[by];
  return [...groupBy(rows, keyOf)]
    .map(([key, own]): Group => ({ key, label: own[0] === undefined ? '' : labelOf(own[0]), rows: own }))
    .sort((a, b) =>
      by === 'client'
        ? a.label.localeCompare(b.label, 'it') || (a.key < b.key ? -1 : 1)
        : a.key < b.key
          ? -1
          : 1,
    );
}

export const isArrangement = (by: RenewalGrouping): by is ArrangementField =>
  (arrangementFields as readonly string[]).includes(by);

/**
 * Clients, accounts and caretakers are sorted by name, sessions by day and account, months, states, payers
 * and access ways in their own order.
 */
function groupsOf(rows: readonly RenewalRow[], by: Exclude<RenewalGrouping, 'none'>): readonly Group[] {
  if (by === 'session') return bySession(rows);
  return isArrangement(by) ? byArrangement(rows, by) : byShared(rows, by);
}

/** The keys of all groups, to close all of them. */
export const groupKeys = (rows: readonly RenewalRow[], by: RenewalGrouping): ReadonlySet<string> =>
  new Set(by === 'none' ? [] : groupsOf(rows, by).map(({ key }) => key));

/** The rows as lines, in groups. A closed group shows only its head. */
export function renewalLines(
  rows: readonly RenewalRow[],
  by: RenewalGrouping,
  folded: ReadonlySet<string>,
): readonly RenewalLine[] {
  const lineOf = (row: RenewalRow): RenewalLine => ({ kind: 'row', key: row.service.id, row });
  if (by === 'none') return rows.map(lineOf);
  return groupsOf(rows, by).flatMap(({ key, label, rows: own }): readonly RenewalLine[] => {
    const open = !folded.has(key);
    const head: GroupHead = {
      kind: 'head',
      key: `group ${key}`,
      label,
      count: own.length,
      gross: own.reduce((sum, { renewal }) => sum + (renewal?.gross ?? 0), 0) as Cents,
      open,
    };
    return open ? [head, ...own.map(lineOf)] : [head];
  });
}

/** The key of a group in the set of closed groups. */
export const foldKey = ({ key }: GroupHead): string => key.slice('group '.length);
