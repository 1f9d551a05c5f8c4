import { useEffect, useMemo, useRef, useState } from 'react';
import type { ServiceColumnChoices } from '../../../../core/register/import/columns.ts';
import { useDesk } from '../../../store/desk.ts';
import { dropUnconfirmedList, keepUnconfirmedList } from '../../../store/unconfirmed-list.ts';
import { toast } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';
import type { Incoming } from '../../../store/incoming.ts';
import {
  contentOf,
  noAnswers,
  readServices,
  type Chosen,
  type ListAnswers,
  type ServiceReading,
} from './read-services.ts';

/** What is being read, and its progress from 0 to 1. */
export interface Busy {
  readonly name: string;
  readonly share: number;
}

/** The list or text on the import screen. A new one replaces the one before. */
export interface OpenServices {
  readonly reading: ServiceReading | null;
  /** Another number for each list that was chosen, so that nothing of the one before stays. */
  readonly number: number;
  readonly answers: ListAnswers;
  readonly busy: Busy | null;
  readonly take: (what: Incoming) => void;
  /** Reads the same list with more answers. */
  readonly answer: (part: Partial<ListAnswers>) => Promise<ServiceReading | null>;
  readonly stop: () => void;
  /** Nothing of the list is kept. */
  readonly close: () => void;
}

interface Open {
  readonly chosen: Chosen;
  readonly answers: ListAnswers;
  readonly reading: ServiceReading;
  readonly number: number;
}

/** Progress is shown after this time, in milliseconds: most lists are read sooner. */
const patience = 250;

export function useServiceList(): OpenServices {
  const today = useDesk((desk) => desk.state.today);
  const mappings = useDesk((desk) => desk.state.workspace.serviceColumns);
  const remembered = useMemo<ServiceColumnChoices>(
    () => new Map([...mappings.values()].map(({ id, use }) => [id, use])),
    [mappings],
  );
  const [open, setOpen] = useState<Open | null>(null);
  const [busy, setBusy] = useState<Busy | null>(null);
  /** The reading that is under way. A later one ends it: what was chosen last counts. */
  const work = useRef<AbortController | null>(null);
  const lists = useRef(0);

  useEffect(() => () => work.current?.abort(), []);

  async function run(
    name: string,
    read: (watch: { signal: AbortSignal; onProgress: (share: number) => void }) => Promise<Open | null>,
  ): Promise<ServiceReading | null> {
    work.current?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    work.current = controller;
    let share = 0;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      if (!signal.aborted) setBusy({ name, share });
    }, patience);
    const next = await read({
      signal,
      onProgress(now) {
        share = now;
        if (late && !signal.aborted) setBusy({ name, share });
      },
    });
    clearTimeout(timer);
    if (work.current !== controller) return null;
    work.current = null;
    setBusy(null);
    if (next === null) return null;
    setOpen(next);
    return next.reading;
  }

  function take(what: Incoming): void {
    const file = what.kind === 'files' ? what.files[0] : undefined;
    if (what.kind === 'files' && file === undefined) return;
    lists.current += 1;
    const number = lists.current;
    const name = file?.name ?? text('service-import.pasted');
    void run(name, async (watch) => {
      const chosen =
        file === undefined ? { name, content: what.kind === 'text' ? what.text : '' } : await contentOf(file);
      const empty = { chosen: { name, content: '' }, answers: noAnswers, number };
      if ('kind' in chosen) return { ...empty, reading: chosen };
      const reading = await readServices(chosen, noAnswers, { remembered, today }, watch);
      return reading === null ? null : { ...empty, chosen, reading };
    }).then((reading) => {
      if (reading === null) return;
      if (reading.kind === 'refused') dropUnconfirmedList();
      else keepUnconfirmedList(name);
    });
  }

  return {
    reading: open?.reading ?? null,
    number: open?.number ?? 0,
    answers: open?.answers ?? noAnswers,
    busy,
    take,
    async answer(part) {
      if (open === null) return null;
      const answers = { ...open.answers, ...part };
      return await run(open.chosen.name, async (watch) => {
        const reading = await readServices(open.chosen, answers, { remembered, today }, watch);
        return reading === null ? null : { ...open, answers, reading };
      });
    },
    stop() {
      work.current?.abort();
      work.current = null;
      setBusy(null);
      toast(text('import.stopped'));
    },
    close() {
      dropUnconfirmedList();
      setOpen(null);
    },
  };
}
