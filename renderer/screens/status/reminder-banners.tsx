import { bridge } from '../../bridge.ts';
import { Button } from '../../components/buttons.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { reminderWords } from '../../text/reminder-words.ts';
import { text } from '../../text/text.ts';

/** The reminders that were due in this run. They stay until they are read, shown by the system or not. */
export function ReminderBanners() {
  const onScreen = useDesk((desk) => desk.reminders.onScreen);
  const today = useDesk((desk) => desk.state.today);
  return onScreen.map((group) => {
    const { title, body } = reminderWords(group, today);
    return (
      <Banner
        key={group.key}
        tone="soon"
        title={`${title}.`}
        action={
          <div className="row">
            <Button aria-label={`${text('reminder.open')}: ${title}`} onPress={() => go(group.target)}>
              {text('reminder.open')}
            </Button>
            <Button
              aria-label={`${text('reminder.read')}: ${title}`}
              onPress={() => void bridge.call('reminders/read', { key: group.key })}
            >
              {text('reminder.read')}
            </Button>
          </div>
        }
      >
        {body}
      </Banner>
    );
  });
}
