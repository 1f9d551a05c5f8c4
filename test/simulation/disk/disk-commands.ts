// What a person does in a program on a simulated disk, and whether it was confirmed.
import { Crash } from '../../support/simulated-disk.ts';
import type { Ledger } from './disk-ledger.ts';
import type { Process } from './disk-process.ts';

export function createCommands(ledger: Ledger) {
  let people = 0;

  /** Answers whether the command is confirmed. */
  function run(own: Process, submit: () => { readonly ok: boolean }): boolean {
    const orDies = (): { readonly ok: boolean } | null => {
      try {
        return submit();
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        return null;
      }
    };
    // The second writer runs beside the first one.
    return ledger.run(orDies, () => !own.disk.dead());
  }

  return {
    /** Adds a person, who is unlike all others. Answers whether it is confirmed. */
    add(own: Process, givenName: string): boolean {
      people += 1;
      const email = `p${people}@studio.example`;
      ledger.asks(email);
      const details = { givenName, familyName: `P${people}`, email, department: '', start: null, end: null };
      return run(own, () => own.host.submit({ type: 'person/add', details }));
    },
    /** The family name of the person who was added last. */
    last: (): string => `P${people}`,
    undo: (own: Process): unknown => run(own, own.host.undo.bind(own.host)),
    erase(own: Process, number: number): void {
      const ids = [...own.shown.keys()];
      const id = ids[number % Math.max(1, ids.length)];
      if (id !== undefined) run(own, () => own.host.submit({ type: 'person/erase', personId: id as never }));
    },
  };
}
