import type { Explanation } from '../../core/quotes/explain.ts';
import { explanationText } from '../text/explanation.ts';
import { money } from '../text/format.ts';
import { text } from '../text/text.ts';
import { PopoverButton } from './popover-button.tsx';

/** An amount that is also a button. A click or Enter opens its derivation. */
export function Amount({
  explanation,
  testId,
}: {
  readonly explanation: Explanation;
  readonly testId?: string;
}) {
  const shown = money(explanation.amount);
  const words = explanationText(explanation);
  return (
    <PopoverButton
      className="amount"
      label={`${shown}. ${text('explanation.open', { amount: words.title })}`}
      testId={testId}
      align="end"
      title={words.title}
      renderContent={() => (
        <dl className="facts">
          {words.steps.map(({ label, value }, index, { length }) => (
            <div key={label} className={index === length - 1 ? 'step last' : 'step'}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    >
      {shown}
    </PopoverButton>
  );
}
