import { useState } from 'react';
import {
  mostIncrease,
  mostSeatChange,
  type RenewalChoices,
} from '../../../../core/desk/rows/renewal-choices.ts';
import { addMonths, type Day } from '../../../../core/kernel/day.ts';
import { readDate } from '../../../../core/people/import/read-dates.ts';
import { paymentMethods } from '../../../../core/orders/payment.ts';
import { Select, Switch, TextField } from '../../../components/controls.tsx';
import { Stepper } from '../../../components/stepper.tsx';
import { toast } from '../../../store/ui-store.ts';
import { dayText } from '../../../text/format.ts';
import { readMoney } from '../../../text/read-money.ts';
import { text } from '../../../text/text.ts';
import { NoticeSelect } from '../notice-select.tsx';

/** Reads a typed percentage, such as 5 or 2,5, as basis points. It takes two decimals, like an amount. */
function readIncrease(typed: string): number | undefined {
  const basisPoints = readMoney(typed.trim() === '' ? '0' : typed.replaceAll('%', ''));
  return basisPoints !== undefined && basisPoints <= mostIncrease ? basisPoints : undefined;
}

const increaseText = (basisPoints: number): string =>
  String(basisPoints / 100).replace('.', text('number.decimal'));

/**
 * Reads the day to which everything is brought. It must be after today and within ten years, the longest term
 * of a service (rule D2).
 */
function readTarget(typed: string, today: Day): Day | undefined {
  const day = readDate(typed);
  return day.ok && day.value !== null && day.value > today && day.value <= addMonths(today, 120)
    ? day.value
    : undefined;
}

/** The assumptions. A value that cannot be read leaves the last good one in use. */
export function AssumptionsForm({
  choices,
  onChange,
  common,
  today,
}: {
  readonly choices: RenewalChoices;
  readonly onChange: (change: Partial<RenewalChoices>) => void;
  /** The current common date of the timeline. */
  readonly common: Day;
  readonly today: Day;
}) {
  const [typed, setTyped] = useState(() => increaseText(choices.increaseBasisPoints));
  const [target, setTarget] = useState(() => dayText(choices.extendTo ?? common));
  const readable = readIncrease(typed) !== undefined;
  const extending = choices.extendTo !== null;
  return (
    <div className="row row-wrap row-end" role="group" aria-label={text('forecast.assumptions')}>
      <TextField
        label={text('forecast.increase')}
        error={readable ? undefined : text('forecast.bad-increase')}
        value={typed}
        onChange={(next) => {
          setTyped(next);
          const increaseBasisPoints = readIncrease(next);
          if (increaseBasisPoints !== undefined) onChange({ increaseBasisPoints });
        }}
      />
      <div className="field">
        <span className="field-label">{text('forecast.seats')}</span>
        <Stepper
          label={text('forecast.seats')}
          fewer={text('forecast.seats-fewer')}
          more={text('forecast.seats-more')}
          value={choices.seats}
          set={(seats) => {
            const fits = Math.abs(seats) <= mostSeatChange;
            if (fits) onChange({ seats });
            else toast(text('forecast.bad-seats', { most: mostSeatChange }), { tone: 'late' });
            return Promise.resolve(fits);
          }}
        />
      </div>
      <Select
        label={text('renewal-plan.method')}
        value={choices.method}
        choices={paymentMethods.map((id) => ({ id, label: text(`method.${id}`) }))}
        onChange={(method) => onChange({ method })}
      />
      <NoticeSelect months={choices.noticeMonths} onChange={(noticeMonths) => onChange({ noticeMonths })} />
      <Switch
        on={extending}
        onChange={(on) => onChange({ extendTo: on ? (readTarget(target, today) ?? common) : null })}
      >
        {text('forecast.extend')}
      </Switch>
      {extending && (
        <TextField
          label={text('forecast.extend-to')}
          error={readTarget(target, today) === undefined ? text('forecast.bad-extend') : undefined}
          value={target}
          onChange={(next) => {
            setTarget(next);
            const extendTo = readTarget(next, today);
            if (extendTo !== undefined) onChange({ extendTo });
          }}
        />
      )}
    </div>
  );
}
