import { looksIn } from '../../core/desk/rows/looks.ts';
import type { Bridge } from '../../core/bridge/contract.ts';
import type { ReminderGroup } from '../../core/desk/reminders/reminder-groups.ts';
import { reminderWords } from '../text/reminder-words.ts';
import { setLanguage, text } from '../text/text.ts';
import { useDesk } from './desk.ts';
import { openStudio } from './studios.ts';
import { go, openDialog, openManual } from './ui-store.ts';

/**
 * Words what is due, in the language of the screen, and has the main process show it; every window asks, and
 * only the first is heard.
 * A notification that is clicked opens its screen in the window that comes to the front.
 */
export function followReminders(bridge: Bridge): void {
  const asked = new Set<string>();

  async function tell(group: ReminderGroup): Promise<void> {
    if (asked.has(group.key)) return;
    asked.add(group.key);
    const { workspace, today } = useDesk.getState().state;
    // The first picture may be told before it is painted.
    setLanguage(looksIn(workspace).language);
    try {
      await bridge.call('reminders/tell', {
        key: group.key,
        ...reminderWords(group, today),
        read: text('reminder.read'),
      });
    } finally {
      asked.delete(group.key);
    }
  }

  useDesk.subscribe(({ ready, reminders }) => {
    if (ready) for (const group of reminders.toTell) void tell(group);
  });
  bridge.onOpen(showTarget);
}

type OpenTarget = Parameters<Parameters<Bridge['onOpen']>[0]>[0];

/** Shows what a notification, the menu or a link asks for. What is not there is looked for in its list. */
function showTarget(target: OpenTarget): void {
  const { state } = useDesk.getState();
  if (target.screen === 'about') openDialog({ kind: 'about' });
  else if (target.screen === 'manual') openManual();
  else if (target.screen === 'studio') void openStudio(target.id);
  else if (target.screen === 'service' && !state.replica.services.has(target.serviceId))
    go({ screen: 'services' });
  else if (target.screen === 'quotes' && !state.workspace.quotes.has(target.quoteId))
    go({ screen: 'quotes', quoteId: null });
  else go(target);
}
