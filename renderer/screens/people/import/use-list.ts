import { useEffect, useMemo, useRef, useState } from 'react';
import { chooseColumn } from '../../../../core/people/import/choose-column.ts';
import { keysOf } from '../../../../core/formats/spreadsheet/headers.ts';
import type { ColumnChoices, ColumnUse } from '../../../../core/people/import/columns.ts';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { toast } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';
import { readAgain, readFile, readPasted, type Reading } from './read-list.ts';
import type { Watch } from './run-steps.ts';
import type { Incoming } from './use-incoming.ts';

/** The list that is being read, and its progress from 0 to 1. */
interface Busy {
  readonly name: string;
  readonly share: number;
}

/** The staff list on the import screen. A new list replaces the one before. */
export interface OpenList {
  readonly reading: Reading | null;
  readonly busy: Busy | null;
  readonly take: (what: Incoming) => void;
  readonly stop: () => void;
  /** Sets the field of a column. It is remembered for the next file if the column has a header. */
  readonly choose: (index: number, use: ColumnUse) => void;
}

export function useList(): OpenList {
  const state = useDesk((desk) => desk.state);
  const [reading, setReading] = useState<Reading | null>(null);
  const [busy, setBusy] = useState<Busy | null>(null);
  /** The choices for a list without headers. They cannot be remembered, because the columns have no names. */
  const [here, setHere] = useState<ColumnChoices>(new Map());
  const work = useRef<AbortController | null>(null);
  const remembered = useMemo<ColumnChoices>(
    () => new Map([...state.workspace.columnMappings.values()].map(({ id, use }) => [id, use])),
    [state],
  );

  useEffect(() => () => work.current?.abort(), []);

  const run = async (name: string, read: (watch: Watch) => Promise<Reading | null>): Promise<void> => {
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
  };

  return {
    reading,
    busy,
    take(what) {
      setHere(new Map());
      if (what.kind === 'text') {
        void run(text('import.pasted'), (watch) => readPasted(what.text, remembered, watch));
        return;
      }
      const [file, ...more] = what.files;
      if (file === undefined) return;
      if (more.length > 0) toast(text('import.one-file', { name: file.name }));
      void run(file.name, (watch) => readFile(file, remembered, watch));
    },
    stop() {
      work.current?.abort();
      work.current = null;
      setBusy(null);
      toast(text('import.stopped'));
    },
    choose(index, use) {
      if (reading === null || reading.kind === 'refused') return;
      const { header } = reading.found;
      const named = new Set(keysOf(header).filter((key) => !key.startsWith(':')));
      const before: ColumnChoices = new Map([...remembered, ...here]);
      const after = new Map(before);
      const changes = chooseColumn(header, before, index, use);
      for (const [key, value] of changes) {
        if (value === null) after.delete(key);
        else after.set(key, value);
      }
      setHere(new Map([...after].filter(([key]) => !named.has(key) && key.startsWith(':'))));
      const choices = [...changes]
        .filter(([key]) => named.has(key))
        .map(([key, value]) => ({ key, use: value }));
      if (choices.length > 0) void submit({ type: 'columns/remember', choices });
      void run(reading.name, (watch) => readAgain(reading, after, watch));
    },
  };
}
