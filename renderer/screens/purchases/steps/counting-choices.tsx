import type { Counting, CountingQuestion, Countings } from '../../../../core/desk/purchases/since-ordered.ts';
import { Radios } from '../../../components/radios.tsx';
import { Banner } from '../../../components/surfaces.tsx';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { fieldText, valueText } from '../../register/fact-words.ts';

/**
 * Newer data of the register may count a purchase already. It says what they are and what the purchase would
 * make of them, and takes a person's answer for each field. Nothing is shown while there is nothing to ask.
 */
export function CountingChoices({
  questions,
  countings,
  onChange,
}: {
  readonly questions: readonly CountingQuestion[];
  readonly countings: Countings;
  readonly onChange: (countings: Countings) => void;
}) {
  if (questions.length === 0) return null;
  return (
    <div className="stack">
      <Banner tone="soon" title={text('purchase-step.counting-title')}>
        {text('purchase-step.counting-lead')}
      </Banner>
      {questions.map(({ field, asOf, said, onTop }) => {
        const known = said.map((value) => valueText({ field, value })).join(' / ');
        return (
          <div key={field} className="stack stack-small">
            <p>
              {text('purchase-step.counting-said', {
                field: fieldText(field),
                day: dayText(asOf),
                said: known,
              })}
            </p>
            <Radios<Counting>
              label={fieldText(field)}
              value={countings[field] ?? null}
              choices={[
                {
                  id: 'counted',
                  label:
                    said.length > 1
                      ? text('purchase-step.counted-open')
                      : text('purchase-step.counted', { said: known }),
                },
                {
                  id: 'on-top',
                  label: text('purchase-step.on-top', { after: valueText({ field, value: onTop }) }),
                },
              ]}
              onChange={(counting) => onChange({ ...countings, [field]: counting })}
            />
          </div>
        );
      })}
    </div>
  );
}
