import { z } from '../../kernel/parse.ts';
import { command } from '../define-command.ts';
import { letGo, sendAgain } from './decide-forgotten.ts';

const id = z.string().min(1).max(300);

/** The commands about what the vendor forgot. Nothing is sent again unless a person says so. */
export const forgottenCommands = {
  /** Under a new key. An order becomes a cart again: its figures must be confirmed anew. */
  'forgotten/send-again': command({ id }, sendAgain, { undo: 'never', needsVendor: true }),
  'forgotten/let-go': command({ id }, letGo, { undo: 'never', needsVendor: true }),
};
