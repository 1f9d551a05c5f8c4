// A person's machine, as the world and the invariants see it.
import type { Direction } from '../../core/desk/undo.ts';
import type { Command } from '../../core/desk/command.ts';
import type { AppState, ReplicaTables, WorkspaceTables } from '../../core/desk/rows/state.ts';
import type { Host } from '../../core/host/host.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { ReplicaDocument } from '../../core/persistence/documents.ts';
import type { KeyLedger } from './key-ledger.ts';
import type { DiskAct, DiskSession } from './machine-disk.ts';

/** The tables that the screen holds. Only events fill them. */
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
  /** The person's command that is being decided now. */
  readonly acting: () => Command | 'undo' | null;
  /** How often the person has asked for something. */
  readonly asks: () => number;
  readonly state: () => AppState;
  readonly host: () => Host | null;
  readonly submit: (command: Command) => void;
  readonly turn: (direction: Direction) => void;
  /** Anything else that a person does. Nobody waits for its end. */
  readonly act: (what: (host: Host) => unknown) => void;
  /** Copies what the program holds now to the screen. Needed after a change that no event tells. */
  readonly restarted: () => void;
  readonly start: () => void;
  readonly kill: () => void;
  readonly crashAt: DiskSession['crashAt'];
  /** Something happens to the disk, also while the program is not running. */
  readonly disk: (act: DiskAct, number: number) => void;
  /** True while the disk refuses some or all of what is written. */
  readonly diskTroubled: () => boolean;
  /** The error of the machine's clock in milliseconds. Somebody may change it. */
  readonly skew: () => number;
  /** The disk works again. */
  readonly calm: () => void;
  /** Somebody changes the machine's clock. */
  readonly setClock: (byMs: number) => void;
  /** Closes the program in good order. That may take as long as the running exchange. */
  readonly quit: () => void;
}
