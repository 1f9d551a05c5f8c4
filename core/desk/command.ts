// The one list of commands. What a command is, how it is checked, decided and undone all derive from it.
import { z, type BadInput } from '../kernel/parse.ts';
import { cartCommands } from './cart/commands.ts';
import type { CommandDefinition } from './define-command.ts';
import { forgottenCommands } from './forgotten/commands.ts';
import { invoiceCommands } from './invoices/commands.ts';
import { orderCommands } from './orders/commands.ts';
import { peopleCommands } from './people/commands.ts';
import { planCommands } from './plan/commands.ts';
import { purchaseCommands } from './purchases/commands.ts';
import { quoteCommands } from './quotes/commands.ts';
import { registerCommands } from './register/commands.ts';
import { reminderCommands } from './reminders/commands.ts';
import { restoreCommands } from './restore/commands.ts';
import { ruleCommands } from './rules/commands.ts';
import { seatCommands } from './seats/commands.ts';
import { viewCommands } from './views/commands.ts';

export const commands = {
  ...peopleCommands,
  ...seatCommands,
  ...cartCommands,
  ...orderCommands,
  ...forgottenCommands,
  ...quoteCommands,
  ...planCommands,
  ...reminderCommands,
  ...ruleCommands,
  ...registerCommands,
  ...purchaseCommands,
  ...invoiceCommands,
  ...restoreCommands,
  ...viewCommands,
};

type Commands = typeof commands;
export type CommandType = keyof Commands;

/** Every intention that a person can have. A pure function decides it; it is durable before it is shown. */
export type Command = {
  [T in CommandType]: { type: T } & z.output<z.ZodObject<Commands[T]['fields']>>;
}[CommandType];

/** Checks a command that comes from outside, before anything else looks at it. */
export const commandSchema = z.discriminatedUnion(
  'type',
  Object.entries(commands).map(([type, { fields }]) =>
    z.object({ type: z.literal(type), ...fields }),
  ) as never,
) as unknown as z.ZodType<Command>;

type RefusalOf<C> = C extends CommandDefinition<infer _Fields, infer E> ? E : never;

/** Why a command was not carried out. Nothing has changed then. */
export type Refusal =
  | BadInput
  | { [T in CommandType]: RefusalOf<Commands[T]> }[CommandType]
  /** A studio of one's own orders in Aruba's pages. */
  | { readonly reason: 'bought-at-aruba' }
  /** A sample orders from its simulated vendor: nothing is bought in Aruba's pages there. */
  | { readonly reason: 'sample-has-vendor' }
  /** Another computer has the data folder open: this one only reads (rule J6). */
  | { readonly reason: 'read-only' }
  /** The member's role in a shared studio does not allow it. */
  | { readonly reason: 'not-allowed' }
  /** It is longer than the server of a shared studio takes in one go. */
  | { readonly reason: 'too-much-at-once' }
  | { readonly reason: 'nothing-to-undo' }
  | { readonly reason: 'nothing-to-redo' }
  | { readonly reason: 'not-saved'; readonly detail: string };
