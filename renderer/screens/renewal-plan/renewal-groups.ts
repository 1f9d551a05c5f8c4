import type { Cents } from '../../../core/kernel/cents.ts';
import { clientKey } from '../../../core/services/service.ts';
import { fullMonth } from '../../text/format.ts';
import type { RenewalRow } from './renewal-rows.ts';
import { renewalStandingOf, standings, standingText } from './renewal-standing.ts';

export const groupings = ['none', 'client', 'month', 'state'] as const;
export type Grouping = (typeof groupings)[number];

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

type Shared = {
  readonly [By in Exclude<Grouping, 'none'>]: {
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

/** The keys of all groups, to close all of them. */
export const groupKeys = (rows: readonly RenewalRow[], by: Grouping): ReadonlySet<string> =>
  new Set(by === 'none' ? [] : rows.map(shared[by].key));

/**
 * The rows as lines, in groups. Clients are sorted by name, months and states in their own order. A closed
 * group shows only its head.
 */
export function renewalLines(
  rows: readonly RenewalRow[],
  by: Grouping,
  folded: ReadonlySet<string>,
): readonly RenewalLine[] {
  const lineOf = (row: RenewalRow): RenewalLine => ({ kind: 'row', key: row.service.id, row });
  if (by === 'none') return rows.map(lineOf);
  const { key: keyOf, label: labelOf } = shared[by];
  const groups = new Map<string, { readonly label: string; readonly rows: RenewalRow[]; gross: number }>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key) ?? { label: labelOf(row), rows: [], gross: 0 };
    group.rows.push(row);
    group.gross += row.renewal?.gross ?? 0;
    groups.set(key, group);
  }
  const sorted = [...groups].sort(([a, { label: x }], [b, { label: y }]) =>
    by === 'client' ? x.localeCompare(y, 'it') || (a < b ? -1 : 1) : a < b ? -1 : 1,
  );
  return sorted.flatMap(([key, group]): readonly RenewalLine[] => {
    const open = !folded.has(key);
    const head: GroupHead = {
      kind: 'head',
      key: `group ${key}`,
      label: group.label,
      count: group.rows.length,
      gross: group.gross as Cents,
      open,
    };
    return open ? [head, ...group.rows.map(lineOf)] : [head];
  });
}

/** The key of a group in the set of closed groups. */
export const foldKey = ({ key }: GroupHead): string => key.slice('group '.length);
