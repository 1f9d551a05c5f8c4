// What the program has confirmed on a simulated disk, and what it has told as missing since.
import type { StoreNotice } from '../../../core/bridge/storage.ts';
import type { JournalEntry } from '../../../core/persistence/documents.ts';
import { onDisk } from '../../support/simulated-disk.ts';
import type { DiskInvariant } from './disk-invariants.ts';

/** Somebody whom the program has confirmed: the number of the command, and whether they were added. */
interface Confirmed {
  readonly seq: number;
  /** `either`: the program died before it confirmed it, or nobody can know any more. */
  readonly there: boolean | 'either';
}

/** Keeps account of the people whose commands were confirmed. `text`: what a file of the disk holds. */
export function createLedger({
  text,
  breaks,
}: {
  readonly text: (path: string) => string | undefined;
  readonly breaks: (invariant: DiskInvariant, detail: string) => void;
}) {
  /** What must be there. What was told as missing is taken out. */
  const confirmed = new Map<string, Confirmed>();
  /** Addresses that somebody has asked for: nothing else may ever appear. */
  const asked = new Set<string>();
  /** The addresses by the ids of their rows. A removed row names only its id. */
  const emails = new Map<string, string>();

  function hear(notices: readonly StoreNotice[], here: ReadonlySet<string>): void {
    for (const { recovery, missing, last, movedTo } of notices) {
      for (const name of movedTo?.split(', ') ?? [])
        if (text(onDisk(name)) === undefined) breaks('what is set aside is kept', name);
      for (const [email, { seq, there }] of confirmed) {
        const lost = missing !== null && seq <= missing.to && seq >= missing.from;
        const told =
          lost || (recovery === 'fork' && seq > (last?.seq ?? 0) - (asked.size + 1)) || recovery === 'empty';
        // A removal that is told as missing is over, also if the person's own command is missing with it:
        // that one may come back with a copy of the folder.
        const over = lost && there === false;
        if (told && (over || here.has(email) !== there)) confirmed.delete(email);
      }
    }
  }

  return {
    asks: (email: string): unknown => asked.add(email),
    size: () => confirmed.size,
    /** The number of the last command that is confirmed. 0: none. */
    last: () => Math.max(0, ...[...confirmed.values()].map(({ seq }) => seq)),
    /** A row that the screen shows. */
    meets: (id: string, email: string): unknown => emails.set(id, email),
    /** A line of the journal became durable, or a crashed program has left it. */
    appended(line: string): void {
      const { seq, changes } = JSON.parse(line) as JournalEntry;
      for (const change of changes) {
        if (change.table !== 'people') continue;
        if (change.value !== null) emails.set(change.id, change.value.email);
        confirmed.set(emails.get(change.id) ?? change.id, { seq, there: change.value !== null });
      }
    },
    /** Whatever was confirmed so far may be there or not: nobody can know any more. */
    nobodyKnows(): void {
      for (const [email, known] of confirmed) confirmed.set(email, { ...known, there: 'either' });
    },
    /** The person was told this. What is missing, and is told, is no longer expected. */
    hear,
    /** What the screen shows after a start, when everything that is told was heard. */
    compare(here: readonly string[], notices: readonly StoreNotice[]): void {
      for (const [email, { seq, there }] of confirmed)
        if (there !== 'either' && here.includes(email) !== there)
          breaks(
            'nothing confirmed is lost without a word',
            `${email} of command ${seq} is ${there ? 'missing' : 'back'}; told: ${JSON.stringify(notices)}`,
          );
    },
    /** Only what was asked for is there, and once. */
    expects(here: readonly string[]): void {
      if (new Set(here).size !== here.length) breaks('nothing doubled', here.join(', '));
      for (const email of here) if (!asked.has(email)) breaks('nothing from nowhere', email);
    },
    /**
     * Runs a command. What it wrote is confirmed only if it answered so: what a refused one wanted is not,
     * and what a program that died wrote is there or not. Answers whether it is confirmed.
     */
    run(submit: () => { readonly ok: boolean } | null, alive: () => boolean): boolean {
      const before = new Map(confirmed);
      if (submit()?.ok === true && alive()) return true;
      for (const [email, known] of confirmed) {
        const earlier = before.get(email);
        if (earlier === known) continue;
        if (!alive()) confirmed.set(email, { ...known, there: 'either' });
        else if (earlier === undefined) confirmed.delete(email);
        else confirmed.set(email, earlier);
      }
      return false;
    },
  };
}

export type Ledger = ReturnType<typeof createLedger>;
