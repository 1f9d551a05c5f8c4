// A person's machine as the harness and the invariants see it.
import type { Direction } from '../../core/desk/undo.ts';
import type { Command } from '../../core/desk/command.ts';
import type { AppState, ReplicaTables, WorkspaceTables } from '../../core/desk/rows/state.ts';
import type { Host } from '../../core/host/host.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { ReplicaDocument } from '../../core/persistence/documents.ts';
import type { KeyLedger } from './key-ledger.ts';
import type { DiskSession } from './memory-files.ts';

/** The tables that the screen holds, fed by events alone. */
export interface Shown {
  readonly workspace: WorkspaceTables;
  readonly replica: ReplicaTables;
  today: Day;
  revision: number;
}

export interface Client {
  readonly number: number;
  readonly ledger: KeyLedger;
  readonly shown: Shown;
  readonly saved: { readonly tables: WorkspaceTables; replica: ReplicaDocument | null };
  /** The person's command that is being decided right now. */
  readonly acting: () => Command | 'undo' | null;
  /** How often the person has asked for something. */
  readonly asks: () => number;
  readonly state: () => AppState;
  readonly host: () => Host | null;
  readonly submit: (command: Command) => void;
  readonly turn: (direction: Direction) => void;
  /** Anything else that a person does, whose end nobody waits for. */
  readonly act: (what: (host: Host) => unknown) => void;
  /** Takes what the program shows now for what was shown: after a change that no event tells. */
  readonly restarted: () => void;
  readonly start: () => void;
  readonly kill: () => void;
  readonly crashAt: DiskSession['crashAt'];
  /** Ends in good order, which may take as long as the exchange that runs. */
  readonly quit: () => void;
}
