import type { Command, Refusal } from '../../core/desk/command.ts';
import type { Made } from '../../core/desk/made.ts';
import type { WorkspaceChange } from '../../core/desk/rows/state.ts';
import type { ChangedEvent } from '../../core/bridge/contract.ts';
import type { Result } from '../../core/kernel/result.ts';
import type { ReplicaDocument } from '../../core/persistence/documents.ts';
import type { HttpAnswer, HttpRequest } from '../../core/ports.ts';
import type { ProcessedCommand, SimulatorDocument } from '../../electron/simulator/state/state.ts';
import type { Client, Shown } from './client.ts';

/** What an invariant may look at, and how it reports. */
export interface Scene {
  readonly clients: readonly Client[];
  readonly now: () => number;
  /** The durable state of the vendor. */
  readonly vendor: () => SimulatorDocument;
  /**
   * The commands that the vendor had processed and then forgot, when it was restored from an older backup.
   */
  readonly lost: ReadonlyMap<string, ProcessedCommand>;
  readonly broken: (detail: string) => void;
}

/** The moments that an invariant can watch. At each of them the client still holds its state from before. */
export interface Moments {
  /** Rows became durable in a client's own data. */
  saved(client: Client, changes: readonly WorkspaceChange[]): void;
  replicaSaved(client: Client, document: ReplicaDocument): void;
  /** The screen got an event. */
  shown(client: Client, event: ChangedEvent): void;
  submitted(client: Client, command: Command, result: Result<Made, Refusal>): void;
  sent(client: Client, request: HttpRequest): void;
  answered(client: Client, request: HttpRequest, answer: HttpAnswer): void;
  /** The program was started again. `before` is what it showed when it ended. */
  started(client: Client, before: Shown): void;
  /** Something became durable at the vendor. */
  vendorSaved(before: SimulatorDocument, after: SimulatorDocument): void;
  afterStep(): void;
  /** After the quiet period. */
  atEnd(): void;
}

export interface Invariant {
  readonly name: string;
  /** Called once for each schedule. */
  watch(scene: Scene): Partial<Moments>;
}

export interface Without {
  /** The name of an invariant that is left out. */
  readonly without?: string | undefined;
}
