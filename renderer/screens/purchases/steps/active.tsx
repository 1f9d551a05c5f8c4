import { useState } from 'react';
import { countingQuestions, knownLater, shortened } from '../../../../core/desk/purchases/decide-activate.ts';
import type { Countings } from '../../../../core/desk/purchases/since-ordered.ts';
import type { Day } from '../../../../core/kernel/day.ts';
import { paysAtOnce } from '../../../../core/orders/payment.ts';
import { readDate } from '../../../../core/people/import/read-dates.ts';
import { orderedFigures } from '../../../../core/purchases/expected.ts';
import { possible } from '../../../../core/purchases/transitions.ts';
import { lineKey } from '../../../../core/quotes/figures.ts';
import { Button } from '../../../components/buttons.tsx';
import { Checkbox, TextField } from '../../../components/controls.tsx';
import { Banner } from '../../../components/surfaces.tsx';
import { ask } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { dayText } from '../../../text/format.ts';
import { refusalText } from '../../../text/sentences.ts';
import { text } from '../../../text/text.ts';
import { lineName } from '../purchase-words.ts';
import { CountingChoices } from './counting-choices.tsx';
import { happen } from './happen.ts';
import { Registered } from './registered.tsx';
import { GoOn, StepCard } from './step-card.tsx';
import type { StepProps } from './step-props.ts';

const dayOf = (typed: string): Day | null => {
  const read = readDate(typed);
  return read.ok ? read.value : null;
};

/** Step 7: "attivo dal" and each new date; they become facts of the register. */
export function Active({ purchase, takesFocus }: StepProps) {
  const desk = useDesk(({ state: rows }) => rows);
  const { today } = desk;
  const { record, ordered, state } = purchase;
  const [since, setSince] = useState(dayText(today));
  const [dates, setDates] = useState<Readonly<Record<string, string>>>({});
  const [automatic, setAutomatic] = useState(false);
  const [countings, setCountings] = useState<Countings>({});
  const [problem, setProblem] = useState<string | null>(null);
  const { lines } = orderedFigures(purchase);
  const { dates: later, byOther } = knownLater(desk, purchase);
  const latest = later
    .map(({ expiry }) => expiry)
    .sort()
    .at(-1);
  const known = new Map(later.map(({ line, expiry }) => [line, expiry]));
  const shownOf = (key: string, expected: Day): string => dates[key] ?? dayText(known.get(key) ?? expected);
  const expiries = lines.flatMap((line) => {
    const expiry = dayOf(shownOf(lineKey(line), line.newExpiry));
    return expiry === null ? [] : [{ line: lineKey(line), expiry }];
  });
  const questions = countingQuestions(desk, purchase, expiries);
  if (ordered === null) return null;
  const day = dayOf(since);
  const short = shortened(purchase, expiries);
  const answered = questions.every(({ field }) => countings[field] !== undefined);
  const complete = day !== null && expiries.length === lines.length && short === undefined && answered;
  const atOnce = paysAtOnce(ordered.method);

  async function save(): Promise<void> {
    if (day === null) return;
    setProblem(
      await ask(
        {
          type: 'purchase/activate',
          purchaseId: record.id,
          day,
          expiries,
          automaticRenewal: atOnce ? automatic : null,
          ...(questions.length === 0 ? {} : { countings }),
        },
        { text: text('purchase-step.activated-done'), undo: true },
      ),
    );
  }

  return (
    <>
      {state === 'paid' && <Registered purchase={purchase} />}
      <StepCard title={text('purchase-step.active-title')} takesFocus={takesFocus}>
        {state === 'activation-failed' && (
          <Banner tone="late">
            {text('purchase-step.failed-hint', { number: ordered.orderNumber, vat: record.vatCode || '–' })}
          </Banner>
        )}
        <p>{text('purchase-step.active-lead')}</p>
        {byOther === null ? (
          latest !== undefined && (
            <Banner tone="soon">{text('purchase-step.known-later', { day: dayText(latest) })}</Banner>
          )
        ) : (
          <Banner tone="soon">{text('purchase-step.other-reached', { day: dayText(byOther) })}</Banner>
        )}
        <div className="form-grid thirds">
          <TextField
            className="span-3"
            label={text('purchase-step.active-on')}
            value={since}
            onChange={setSince}
            error={problem ?? (day === null ? text('purchase-step.bad-day') : undefined)}
          />
          {lines.map((line) => {
            const key = lineKey(line);
            const value = shownOf(key, line.newExpiry);
            return (
              <TextField
                key={key}
                className="span-3"
                label={text('purchase-step.new-date', { line: lineName(line) })}
                value={value}
                onChange={(next) => setDates({ ...dates, [key]: next })}
                error={
                  dayOf(value) === null
                    ? text('purchase-step.bad-day')
                    : line === short
                      ? refusalText({ reason: 'expiry-shortened', kind: line.kind, earliest: line.expiry })
                      : undefined
                }
              />
            );
          })}
        </div>
        <CountingChoices questions={questions} countings={countings} onChange={setCountings} />
        {atOnce && (
          <div className="stack stack-small">
            <Checkbox checked={automatic} onChange={setAutomatic}>
              {text('purchase-step.automatic-on')}
            </Checkbox>
            <span className="faint">{text('purchase-step.automatic-hint')}</span>
          </div>
        )}
        <div className="row row-wrap">
          <GoOn label={text('purchase-step.activate')} isDisabled={!complete} onPress={() => void save()} />
          {possible(state).includes('failed') && (
            <Button
              onPress={() =>
                void happen(
                  purchase,
                  { kind: 'failed', day: today },
                  { text: text('purchase.did-failed', { day: dayText(today) }), undo: true },
                )
              }
            >
              {text('purchase-step.failed')}
            </Button>
          )}
        </div>
      </StepCard>
    </>
  );
}
