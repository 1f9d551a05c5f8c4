// A valid command of each type. Some types have two or three forms.
import type { Command } from '../../core/desk/command.ts';
import { cartExamples } from './example-commands/carts.ts';
import { choiceExamples, letterheadExamples } from './example-commands/firm.ts';
import { invoiceExamples } from './example-commands/invoices.ts';
import { orderExamples } from './example-commands/orders.ts';
import { peopleExamples } from './example-commands/people.ts';
import { planExamples } from './example-commands/plan.ts';
import { purchaseExamples } from './example-commands/purchases.ts';
import { quoteExamples } from './example-commands/quotes.ts';
import { registerExamples } from './example-commands/register.ts';
import { reminderExamples } from './example-commands/reminders.ts';

// A test carries them out in this order.
const commands = [
  ...registerExamples,
  ...purchaseExamples,
  ...invoiceExamples,
  ...reminderExamples,
  ...peopleExamples,
  ...cartExamples,
  ...orderExamples,
  ...choiceExamples,
  ...planExamples,
  ...quoteExamples,
  ...letterheadExamples,
];

export const exampleCommands = commands as unknown as readonly Command[];
