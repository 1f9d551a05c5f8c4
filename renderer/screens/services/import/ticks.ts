import { useState } from 'react';
import type { ServiceDetails } from '../../../../core/register/fields.ts';
import type { Row } from './entries.ts';
import type { GroupName, Groups, Line } from './lines.ts';

/** The state of a tick that stands for several. */
export type Share = 'all' | 'some' | 'none';

/** What is recorded: everything of a new service, else the ticked fields. */
export interface Ticks {
  /** The ticks that are off, by key. */
  readonly off: ReadonlySet<string>;
  readonly has: (key: string) => boolean;
  readonly share: (keys: readonly string[]) => Share;
  readonly set: (keys: readonly string[], on: boolean) => void;
}

const freshKey = ({ row }: Row): string => `fresh ${row.key}`;
/** The tick of one changed field. */
export const fieldKey = ({ row }: Row, field: string): string => `changed ${row.key} ${field}`;

/** The tick of a line, by its key; undefined if there is nothing to tick. */
export const tickKey = (line: Line): string | undefined =>
  line.kind === 'changed' || line.kind === 'fresh' ? line.key : undefined;

/** The ticks of all rows of a group, also of those that are not shown. */
export function groupKeys(groups: Groups, group: GroupName): readonly string[] {
  if (group === 'fresh') return groups.fresh.map(freshKey);
  if (group !== 'changed') return [];
  return groups.changed.flatMap((row) => row.changed.map(({ field }) => fieldKey(row, field)));
}

/** `first`: the keys whose tick is off at first. */
export function useTicks(first: readonly string[] = []): Ticks {
  const [off, setOff] = useState<ReadonlySet<string>>(() => new Set(first));
  const set = (keys: readonly string[], on: boolean): void => {
    const next = new Set(off);
    for (const key of keys) {
      if (on) next.delete(key);
      else next.add(key);
    }
    setOff(next);
  };
  return {
    off,
    has: (key) => !off.has(key),
    set,
    share(keys) {
      const on = keys.filter((key) => !off.has(key)).length;
      return on === 0 ? 'none' : on === keys.length ? 'all' : 'some';
    },
  };
}

/** The rows of which something is recorded, with what is recorded of each. */
export function takenRows(
  { fresh, changed }: Groups,
  off: Ticks['off'],
): readonly { readonly row: Row; readonly details: ServiceDetails }[] {
  const has = (key: string): boolean => !off.has(key);
  return [
    ...fresh.filter((row) => has(freshKey(row))).map((row) => ({ row, details: row.row.details })),
    ...changed.flatMap((row) => {
      const taken = row.changed.filter(({ field }) => has(fieldKey(row, field)));
      const details = Object.fromEntries(taken.map(({ field, value }) => [field, value]));
      return taken.length === 0 ? [] : [{ row, details }];
    }),
  ];
}
