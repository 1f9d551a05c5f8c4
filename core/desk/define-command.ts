// The form of a command. Each feature lists its own in its commands.ts; core/desk/command.ts holds them all.
import { z } from '../kernel/parse.ts';
import type { Result } from '../kernel/result.ts';
import type { AppState, WorkspaceChange } from './rows/state.ts';

/** What a decision gives: the rows to write, all of them or none; or why not. */
export type Decision<E> = Result<WorkspaceChange[], E>;

/**
 * The id of something that a command makes, from the command's own id and the name of the thing: an e-mail
 * address, a username, a service. The same command with the same name gives the same id on every machine,
 * whatever else is on the desk. Two things of one command never share a name.
 */
export type IdOf = (name: string) => string;

/**
 * What Ctrl+Z may do with a command.
 * `step`: it takes the command back as one step. `never`: the command stays.
 * `ends-touched`: the command stays, and so do earlier steps on the same rows.
 * `ends-all`: the command stays, and so do all earlier steps.
 */
export type UndoRule = 'step' | 'never' | 'ends-touched' | 'ends-all';

/** When a command was given, in milliseconds since 1970, and by whom. */
export interface Stamp {
  readonly at: number;
  /** The name that the history shows: the operator's, else the firm's account, else the system user. */
  readonly by: string;
  /** The system user of the computer. */
  readonly user: string;
}

export interface CommandOptions {
  readonly undo?: UndoRule;
  /**
   * True if the vendor must process it. A studio of one's own has no such vendor: it buys at Aruba itself.
   */
  readonly needsVendor?: boolean;
  /** True if it belongs to a studio of one's own: a sample orders from its simulated vendor. */
  readonly ownOnly?: boolean;
  /** True if nothing of what the command removes may stay in older files. */
  readonly erases?: boolean;
}

/** One command: the schema of its fields, the pure function that decides it, and what undo may do with it. */
export interface CommandDefinition<Fields extends z.ZodRawShape, E> {
  readonly fields: Fields;
  decide(state: AppState, wish: z.output<z.ZodObject<Fields>>, idOf: IdOf, stamp: Stamp): Decision<E>;
  readonly undo: UndoRule;
  readonly needsVendor: boolean;
  readonly ownOnly: boolean;
  readonly erases: boolean;
}

/** Defines a command. `decide` must be pure: the same state, wish, ids and stamp give the same rows. */
export const command = <Fields extends z.ZodRawShape, E>(
  fields: Fields,
  decide: (state: AppState, wish: z.output<z.ZodObject<Fields>>, idOf: IdOf, stamp: Stamp) => Decision<E>,
  { undo = 'step', needsVendor = false, ownOnly = false, erases = false }: CommandOptions = {},
): CommandDefinition<Fields, E> => ({ fields, decide, undo, needsVendor, ownOnly, erases });

/** A row that a command names and that is not there. */
export interface UnknownRow {
  readonly reason: 'unknown';
  readonly what:
    | 'person'
    | 'service'
    | 'client'
    | 'cart'
    | 'order'
    | 'price-list'
    | 'firm'
    | 'quote'
    | 'purchase'
    | 'invoice';
}
