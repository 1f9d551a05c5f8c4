import type { ReminderTarget } from '../desk/reminders/reminder-groups.ts';
import type { QuoteId } from '../kernel/id.ts';

/** What the window in front is asked to show: by a notification, by a link, or by the menu. */
export type OpenTarget =
  | ReminderTarget
  | { readonly screen: 'quotes'; readonly quoteId: QuoteId }
  /** Another studio. The page opens it: it can say why not. */
  | { readonly screen: 'studio'; readonly id: string }
  | { readonly screen: 'settings' }
  | { readonly screen: 'about' }
  | { readonly screen: 'manual' };
