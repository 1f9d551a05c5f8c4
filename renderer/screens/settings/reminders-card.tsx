import { defaultReminderChoices, type ReminderChoices } from '../../../core/desk/rows/reminder-choices.ts';
import { Switch } from '../../components/controls.tsx';
import { Card } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { readDays, readTime, timeText } from './read-reminders.ts';
import { text } from '../../text/text.ts';
import { KeptField } from './kept-field.tsx';

/** When to remind and when not. A switch is saved at once, a field when it loses the focus or with Enter. */
export function RemindersCard() {
  const choices =
    useDesk((desk) => desk.state.workspace.reminderChoices.get('firm')) ?? defaultReminderChoices;
  const simulated = useDesk((desk) => desk.simulated);
  const { on, daysBefore, daysUnpaid, quiet, weekends } = choices;

  function save(change: Partial<Omit<ReminderChoices, 'id'>>): void {
    void submit({ type: 'reminders/settings', ...change }, { text: text('reminders.saved'), undo: true });
  }

  const days = (least: number, example: string) => (typed: string) => {
    const read = readDays(typed, least);
    return read === undefined ? { problem: text('reminders.bad-days', { least, example }) } : { value: read };
  };
  const time = (other: number | undefined, example: string) => (typed: string) => {
    const read = readTime(typed);
    if (read === undefined) return { problem: text('reminders.bad-time', { example }) };
    return read === other ? { problem: text('reminders.same-time') } : { value: read };
  };

  return (
    <Card title={text('reminders.title')}>
      <div className="card-body stack">
        {simulated && <p className="muted">{text('reminders.sample')}</p>}
        <p>{text('reminders.text')}</p>
        <Switch on={on} onChange={(next) => save({ on: next })}>
          {text('reminders.on')}
        </Switch>
        {on && (
          <>
            <div className="form-grid">
              <KeptField
                label={text('reminders.days-before')}
                hint={text('reminders.days-before-hint')}
                value={daysBefore.join(', ')}
                read={days(0, '30, 7, 1')}
                onKeep={(next) => save({ daysBefore: next })}
              />
              <KeptField
                label={text('reminders.days-unpaid')}
                hint={text('reminders.days-unpaid-hint')}
                value={daysUnpaid.join(', ')}
                read={days(1, '7, 30')}
                onKeep={(next) => save({ daysUnpaid: next })}
              />
            </div>
            <Switch
              on={quiet !== null}
              onChange={(next) => save({ quiet: next ? defaultReminderChoices.quiet : null })}
            >
              {text('reminders.quiet')}
            </Switch>
            {quiet !== null && (
              <div className="form-grid" role="group" aria-label={text('reminders.quiet')}>
                <KeptField
                  label={text('reminders.quiet-from')}
                  value={timeText(quiet.from)}
                  read={time(quiet.to, '19:00')}
                  onKeep={(from) => save({ quiet: { ...quiet, from } })}
                />
                <KeptField
                  label={text('reminders.quiet-to')}
                  value={timeText(quiet.to)}
                  read={time(quiet.from, '8:00')}
                  onKeep={(to) => save({ quiet: { ...quiet, to } })}
                />
              </div>
            )}
            <div className="stack stack-small">
              <Switch on={weekends} onChange={(next) => save({ weekends: next })}>
                {text('reminders.weekends')}
              </Switch>
              {!weekends && <p className="faint">{text('reminders.weekends-hint')}</p>}
            </div>
          </>
        )}
      </div>
    </Card>
  );
}
