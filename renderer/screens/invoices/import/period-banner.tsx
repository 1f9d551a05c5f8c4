import { periodEnds, type PeriodEnd } from '../../../../core/received/invoice/period.ts';
import { Button } from '../../../components/buttons.tsx';
import { Banner } from '../../../components/surfaces.tsx';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import type { PeriodQuestion } from './proposed-facts.ts';

/** Asks once what the last day of a period is, beside what confirmed expiries say (expiry never silently). */
export function PeriodBanner({
  question,
  answer,
  onAnswer,
}: {
  readonly question: PeriodQuestion;
  readonly answer: PeriodEnd | null;
  readonly onAnswer: (end: PeriodEnd | null) => void;
}) {
  const day = question.example;
  if (answer !== null)
    return (
      <Banner
        tone="accent"
        action={<Button onPress={() => onAnswer(null)}>{text('invoice-import.change-answer')}</Button>}
      >
        {text('invoice-import.period-said', { end: answer === 'same-day' ? 'same' : 'after' })}
      </Banner>
    );
  return (
    <Banner
      tone="soon"
      action={
        <span className="row">
          {periodEnds.map((end) => (
            <Button key={end} onPress={() => onAnswer(end)}>
              {text(`invoice-import.${end}`, {
                count: end === 'same-day' ? question.sameDay : question.dayAfter,
              })}
            </Button>
          ))}
        </span>
      }
    >
      {text('invoice-import.period-question', { day: day === null ? '' : dayText(day) })}
    </Banner>
  );
}
