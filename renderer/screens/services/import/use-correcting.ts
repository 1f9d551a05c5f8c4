import { useEffect, useRef, useState } from 'react';
import { toast } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';
import type { Folding, Groups } from './lines.ts';
import type { OpenServices } from './use-service-list.ts';

/** The correction of rejected rows. A message says where a corrected row has gone. */
export interface Correcting {
  readonly toggle: (row: number) => void;
  readonly read: (row: number, cells: readonly string[]) => Promise<void>;
  /** The line that takes the focus. */
  readonly wanted: string | null;
  readonly want: (line: string | null) => void;
}

export function useCorrecting({
  open,
  groups,
  folding,
  setFolding,
}: {
  readonly open: OpenServices;
  readonly groups: Groups;
  readonly folding: Folding;
  readonly setFolding: (folding: Folding) => void;
}): Correcting {
  const [wanted, setWanted] = useState<string | null>(null);
  const [moved, setMoved] = useState<{ readonly row: number } | null>(null);
  const told = useRef<object | null>(null);

  const groupOf = (row: number): 'fresh' | 'changed' | 'same' | undefined =>
    (['fresh', 'changed', 'same'] as const).find((group) =>
      groups[group].some((one) => one.row.rows.includes(row)),
    );
  const group = moved === null ? undefined : groupOf(moved.row);
  // The row is in its new group as soon as the list is compared again.
  useEffect(() => {
    if (moved === null || group === undefined || told.current === moved) return;
    told.current = moved;
    toast(text('service-import.moved', { row: moved.row, group }));
  }, [moved, group]);
  return {
    wanted,
    want: setWanted,
    toggle(row) {
      const closes = folding.form === row;
      setFolding({ ...folding, form: closes ? null : row });
      if (closes) setWanted(`rejected ${row}`);
    },
    async read(row, cells) {
      const corrections = new Map([...open.answers.corrections, [row, cells]]);
      const reading = await open.answer({ corrections });
      if (reading?.kind !== 'list') return;
      const { rejected } = reading.list;
      // Still wrong: the form stays open and says the next fault.
      if (rejected.some((fault) => fault.row === row)) return;
      setFolding({ ...folding, form: null });
      setMoved({ row });
      const next = rejected.find((fault) => fault.row > row) ?? rejected[0];
      setWanted(next === undefined ? 'fresh' : `rejected ${next.row}`);
    },
  };
}
