import { useEffect, useRef, useState } from 'react';
import { noInvoiceChoices, type InvoiceChoices } from '../../../../core/desk/rows/invoice-rows.ts';
import { limits, type Received, type ReceivedFile } from '../../../../core/received/files/received.ts';
import { arubaSuppliers } from '../../../../core/received/invoice/suppliers.ts';
import { useDesk } from '../../../store/desk.ts';
import { submit } from '../../../store/actions.ts';
import { toast } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';
import { readInWorker } from './read-in-worker.ts';

/** What is being read, and its progress from 0 to 1. */
interface Busy {
  readonly name: string;
  readonly share: number;
}

/** A supplier that a person added. */
export type OwnSupplier = InvoiceChoices['suppliers'][number];

/** The files on the screen of invoices. New ones replace those before. */
export interface ReceivedFiles {
  readonly received: Received | null;
  /** Another number for each choice of files, so that nothing of the one before stays. */
  readonly number: number;
  /** Why nothing could be read at all. */
  readonly problem: string | null;
  readonly busy: Busy | null;
  readonly take: (files: readonly File[]) => void;
  /** Remembers one more supplier, and reads the same files again. */
  readonly addSupplier: (supplier: OwnSupplier) => Promise<void>;
  readonly stop: () => void;
  /** Nothing of the files is kept. */
  readonly close: () => void;
}

/** Progress is shown after this time, in milliseconds: most files are read sooner. */
const patience = 250;

/** The files that are read, in their order, and how many are left out because of the limits. */
async function contentsOf(files: readonly File[]): Promise<readonly ReceivedFile[] | null> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  if (total > 2 * limits.together) return null;
  try {
    return await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
  } catch {
    return [];
  }
}

export function useReceivedFiles(): ReceivedFiles {
  const choices = useDesk((desk) => desk.state.workspace.invoiceChoices.get('invoices')) ?? noInvoiceChoices;
  const [open, setOpen] = useState<{ readonly received: Received; readonly number: number } | null>(null);
  const [busy, setBusy] = useState<Busy | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** The reading that is under way. A later one ends it: what was chosen last counts. */
  const work = useRef<AbortController | null>(null);
  const count = useRef(0);
  const last = useRef<readonly File[]>([]);

  useEffect(() => () => work.current?.abort(), []);

  async function read(files: readonly File[], own: InvoiceChoices['suppliers']): Promise<void> {
    last.current = files;
    work.current?.abort();
    const controller = new AbortController();
    work.current = controller;
    setProblem(null);
    const name =
      files.length === 1 ? (files[0]?.name ?? '') : text('invoice-import.files', { count: files.length });
    let share = 0;
    let late = false;
    const show = (): void => {
      if (late && !controller.signal.aborted) setBusy({ name, share });
    };
    const timer = setTimeout(() => {
      late = true;
      show();
    }, patience);
    const contents = await contentsOf(files);
    const suppliers = [...arubaSuppliers, ...own.map((one) => ({ ...one, taxCode: one.vatCode }))];
    const outcome =
      contents === null || contents.length === 0
        ? null
        : await readInWorker(
            { files: contents, suppliers },
            {
              signal: controller.signal,
              onProgress(now) {
                share = now;
                show();
              },
            },
          );
    clearTimeout(timer);
    if (work.current !== controller) return;
    work.current = null;
    setBusy(null);
    if (outcome === null)
      setProblem(
        contents === null
          ? text('invoice-refusal.too-much-together', { most: limits.together / 1_000_000 })
          : text('file.unreadable'),
      );
    else if (outcome.kind === 'answered') {
      count.current += 1;
      setOpen({ received: outcome.answer, number: count.current });
    } else if (outcome.kind !== 'stopped') setProblem(text(`file.${outcome.kind}`));
  }

  return {
    received: open?.received ?? null,
    number: open?.number ?? 0,
    problem,
    busy,
    take: (files) => {
      if (files.length > 0) void read(files, choices.suppliers);
    },
    async addSupplier(supplier) {
      const suppliers = [...choices.suppliers, supplier];
      const done = text('invoice-import.supplier-added', { name: supplier.name });
      if (await submit({ type: 'invoice/choose', choices: { suppliers } }, { text: done, undo: true }))
        await read(last.current, suppliers);
    },
    stop() {
      work.current?.abort();
      work.current = null;
      setBusy(null);
      toast(text('import.stopped'));
    },
    close: () => setOpen(null),
  };
}
