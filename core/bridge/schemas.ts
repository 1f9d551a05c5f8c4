import { commandSchema } from '../app/command.ts';
import { z } from '../kernel/parse.ts';
import { simulatorActionSchema } from '../vendor/protocol.ts';
import type { CallName, Calls } from './contract.ts';

const nothing = z.null();

/** One schema a call: the main process checks every payload with it before anything else. */
export const callSchemas: { readonly [N in CallName]: z.ZodType<Calls[N]['takes']> } = {
  'app/snapshot': nothing,
  'command/submit': commandSchema,
  'command/undo': nothing,
  'command/redo': nothing,
  'session/sign-in': z.object({ username: z.string().max(100), password: z.string().min(1).max(200) }),
  'session/sign-out': nothing,
  'sync/now': nothing,
  // A plain file name: where it goes is the person's choice, never the page's.
  'files/save': z.object({
    name: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,98}\.(?:json|csv|txt|xlsx)$/u),
    content: z.string().max(40_000_000),
    base64: z.boolean(),
  }),
  'window/new': nothing,
  'simulator/state': nothing,
  'simulator/act': simulatorActionSchema,
};
