import { useState } from 'react';
import { addMonths, type Day } from '../../../core/kernel/day.ts';
import { readDate } from '../../../core/people/read-dates.ts';
import { Button, TextField } from '../../components/controls.tsx';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { useRenewalChoices } from './use-renewal-plan.ts';

const without = (days: readonly Day[], day: Day): readonly Day[] => days.filter((one) => one !== day);

/** No session on that day: the plan finds others. */
export const forbidDay = (day: Day): void =>
  useRenewalChoices.setState(({ forced, forbidden }) => ({ forced: without(forced, day), forbidden: [...without(forbidden, day), day].sort() }));

const forceDay = (day: Day): void =>
  useRenewalChoices.setState(({ forced, forbidden }) => ({ forced: [...without(forced, day), day].sort(), forbidden: without(forbidden, day) }));

const release = (day: Day): void =>
  useRenewalChoices.setState(({ forced, forbidden }) => ({ forced: without(forced, day), forbidden: without(forbidden, day) }));

/** The days that the person wants or does not want, each with how to drop it, and one more. */
export function ChosenDays({ today }: { readonly today: Day }) {
  const { forced, forbidden, horizonMonths } = useRenewalChoices();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);

  function add(): void {
    const day = readDate(typed);
    if (!day.ok || day.value === null || day.value < today || day.value > addMonths(today, horizonMonths)) return setWrong(true);
    setWrong(false);
    forceDay(day.value);
    setTyped('');
  }

  const chip = (day: Day, label: string) => (
    <button
      key={day}
      type="button"
      className="chip"
      aria-label={`${label}. ${text('renewals.release-day', { day: dayText(day) })}`}
      onClick={() => release(day)}
    >
      {label} ×
    </button>
  );
  return (
    <div className="card-body stack chosen-days">
      {forced.length + forbidden.length > 0 && (
        <div className="chips" role="group" aria-label={text('renewals.chosen-days')}>
          {forced.map((day) => chip(day, text('renewals.forced-day', { day: dayText(day) })))}
          {forbidden.map((day) => chip(day, text('renewals.forbidden-day', { day: dayText(day) })))}
        </div>
      )}
      <form
        className="row row-end"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField label={text('renewals.also-on')} error={wrong ? text('renewals.bad-day') : undefined} value={typed} onChange={setTyped} />
        <Button type="submit" isDisabled={typed.trim() === ''}>
          {text('renewals.add-day')}
        </Button>
      </form>
    </div>
  );
}
