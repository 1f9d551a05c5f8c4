import { useEffect, useMemo, useRef, useState } from 'react';
import { chooseColumn } from '../../../../core/people/import/choose-column.ts';
import { keysOf } from '../../../../core/formats/spreadsheet/headers.ts';
import type { ColumnChoices, ColumnUse } from '../../../../core/people/import/columns.ts';
import type { DateOrder } from '../../../../core/formats/spreadsheet/date-order.ts';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { toast } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';
import { readAgain, readFile, readPasted, readSheet, type Reading } from './read-list.ts';
import type { Watch } from '../../../components/run-steps.ts';
import type { Incoming } from '../../../store/incoming.ts';

/** The list that is being read, and its progress from 0 to 1. */
interface Busy {
  readonly name: string;
  readonly share: number;
}

/** The staff list on the import screen. A new list replaces the one before. */
export interface OpenList {
  readonly reading: Reading | null;
  /** How many lists were opened: another list may have the same name. */
  readonly opened: number;
  readonly busy: Busy | null;
  readonly take: (what: Incoming) => void;
  readonly stop: () => void;
  /** Sets the field of a column. It is remembered for the next file if the column has a header. */
  readonly choose: (index: number, use: ColumnUse) => void;
  /** Says that these columns are not needed. It is remembered in the same way. */
  readonly leaveOut: (indexes: readonly number[]) => void;
  /** Says which comes first in dates that can be read both ways. It holds for this list only. */
  readonly sayDates: (order: DateOrder) => void;
  /** Reads another sheet of the workbook. */
  readonly chooseSheet: (sheet: string) => void;
  /** What the person has said about columns, for this list and for earlier ones. */
  readonly choices: ColumnChoices;
}

export function useList(): OpenList {
  const state = useDesk((desk) => desk.state);
  const [reading, setReading] = useState<Reading | null>(null);
  const [opened, setOpened] = useState(0);
  const [busy, setBusy] = useState<Busy | null>(null);
  /** The choices for a list without headers. They cannot be remembered, because the columns have no names. */
  const [here, setHere] = useState<ColumnChoices>(new Map());
  const [dateOrder, setDateOrder] = useState<DateOrder | null>(null);
  const work = useRef<AbortController | null>(null);
  const remembered = useMemo<ColumnChoices>(
    () => new Map([...state.workspace.columnMappings.values()].map(({ id, use }) => [id, use])),
    [state],
  );

  const choices = useMemo<ColumnChoices>(() => new Map([...remembered, ...here]), [remembered, here]);

  useEffect(() => () => work.current?.abort(), []);

  const run = async (
    name: string,
    read: (watch: Watch) => Promise<Reading | null>,
    isOther = false,
  ): Promise<void> => {
    work.current?.abort();
    const controller = new AbortController();
    work.current = controller;
    setBusy({ name, share: 0 });
    const next = await read({
      signal: controller.signal,
      onProgress: (share) => !controller.signal.aborted && setBusy({ name, share }),
    });
    // Another list was opened in the meantime, or this one was stopped.
    if (work.current !== controller) return;
    setBusy(null);
    setReading(next);
    if (isOther) setOpened((count) => count + 1);
  };

  const choose = (chosen: readonly (readonly [index: number, use: ColumnUse])[]): void => {
    if (reading === null || reading.kind === 'refused') return;
    const { header } = reading.found;
    const named = new Set(keysOf(header).filter((key) => !key.startsWith(':')));
    const after = new Map<string, ColumnUse>(choices);
    const changes = new Map<string, ColumnUse | null>();
    for (const [index, use] of chosen)
      for (const [key, value] of chooseColumn(header, after, index, use)) {
        changes.set(key, value);
        if (value === null) after.delete(key);
        else after.set(key, value);
      }
    setHere(new Map([...after].filter(([key]) => !named.has(key) && key.startsWith(':'))));
    const toRemember = [...changes]
      .filter(([key]) => named.has(key))
      .map(([key, value]) => ({ key, use: value }));
    if (toRemember.length > 0) void submit({ type: 'columns/remember', choices: toRemember });
    void run(reading.given.name, (watch) => readAgain(reading, { choices: after, dateOrder }, watch));
  };

  return {
    reading,
    opened,
    busy,
    choices,
    take(what) {
      setHere(new Map());
      setDateOrder(null);
      if (what.kind === 'text') {
        void run(text('import.pasted'), (watch) => readPasted(what.text, remembered, watch), true);
        return;
      }
      const [file, ...more] = what.files;
      if (file === undefined) return;
      if (more.length > 0) toast(text('import.one-file', { name: file.name }));
      void run(file.name, (watch) => readFile(file, remembered, watch), true);
    },
    stop() {
      work.current?.abort();
      work.current = null;
      setBusy(null);
      toast(text('import.stopped'));
    },
    choose: (index, use) => choose([[index, use]]),
    sayDates(order) {
      if (reading === null || reading.kind === 'refused') return;
      setDateOrder(order);
      void run(reading.given.name, (watch) => readAgain(reading, { choices, dateOrder: order }, watch));
    },
    chooseSheet(sheet) {
      if (reading === null || reading.kind === 'refused') return;
      setHere(new Map());
      setDateOrder(null);
      void run(reading.given.name, (watch) => readSheet(reading, sheet, remembered, watch));
    },
    leaveOut: (indexes) => choose(indexes.map((index) => [index, 'unused'] as const)),
  };
}
