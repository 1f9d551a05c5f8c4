import { useState } from 'react';
import type { Command } from '../../../../core/desk/command.ts';
import { addMonths, type Day } from '../../../../core/kernel/day.ts';
import { readDate } from '../../../../core/people/import/read-dates.ts';
import { Button } from '../../../components/buttons.tsx';
import { TextField } from '../../../components/controls.tsx';
import { submit } from '../../../store/actions.ts';
import { dayText } from '../../../text/format.ts';
import { text, type TextId } from '../../../text/text.ts';
import { useRenewalChoices } from '../use-renewal-plan.ts';

type Wish = Extract<Command, { type: 'plan/day' }>['wish'];

const wishFor = (day: Day, wish: Wish, done: TextId): void =>
  void submit({ type: 'plan/day', day, wish }, { text: text(done, { day: dayText(day) }), undo: true });

/** Excludes a day. The plan then finds other days. */
export const forbidDay = (day: Day): void => wishFor(day, 'forbidden', 'chosen-days.day-forbidden');

/** The days that the person wants or excludes, each with a button to remove it, and a field to add one. */
export function ChosenDays({ today }: { readonly today: Day }) {
  const { forced, forbidden, horizonMonths } = useRenewalChoices();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);

  function add(): void {
    const day = readDate(typed);
    if (!day.ok || day.value === null || day.value < today || day.value > addMonths(today, horizonMonths))
      return setWrong(true);
    setWrong(false);
    wishFor(day.value, 'forced', 'chosen-days.day-forced');
    setTyped('');
  }

  const chip = (day: Day, label: string) => (
    <button
      key={day}
      type="button"
      className="chip"
      aria-label={`${label}. ${text('chosen-days.release-day', { day: dayText(day) })}`}
      onClick={() => wishFor(day, null, 'chosen-days.day-released')}
    >
      {label} ×
    </button>
  );
  return (
    <div className="card-body stack chosen-days">
      {forced.length + forbidden.length > 0 && (
        <div className="chips" role="group" aria-label={text('chosen-days.title')}>
          {forced.map((day) => chip(day, text('chosen-days.forced-day', { day: dayText(day) })))}
          {forbidden.map((day) => chip(day, text('chosen-days.forbidden-day', { day: dayText(day) })))}
        </div>
      )}
      <form
        className="row row-end"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={text('chosen-days.also-on')}
          error={wrong ? text('chosen-days.bad-day') : undefined}
          value={typed}
          onChange={setTyped}
        />
        <Button type="submit" isDisabled={typed.trim() === ''}>
          {text('chosen-days.add-day')}
        </Button>
      </form>
    </div>
  );
}
