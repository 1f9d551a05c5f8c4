import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import type { Explanation } from '../../core/quotes/explain.ts';
import { explanationText } from '../text/explanation.ts';
import { money } from '../text/format.ts';
import { text } from '../text/text.ts';

/** An amount that is also a button. A click or Enter opens its derivation. */
export function Amount({
  explanation,
  testId,
}: {
  readonly explanation: Explanation;
  readonly testId?: string;
}) {
  const shown = money(explanation.amount);
  const { title, steps } = explanationText(explanation);
  return (
    <DialogTrigger>
      <AriaButton
        className="amount"
        aria-label={`${shown}. ${text('explanation.open', { amount: title })}`}
        {...(testId === undefined ? {} : { 'data-testid': testId })}
      >
        {shown}
      </AriaButton>
      <Popover className="popover derivation" placement="bottom end">
        <Dialog className="derivation-body">
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <dl className="facts">
            {steps.map(({ label, value }, index) => (
              <div key={label} className={index === steps.length - 1 ? 'step last' : 'step'}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
