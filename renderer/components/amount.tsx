import type { Explanation } from '../../core/quotes/explain.ts';
import { explanationText, type Step } from '../text/explanation.ts';
import { money } from '../text/format.ts';
import { text } from '../text/text.ts';
import { MoreRows, useFirstRows } from './first-rows.tsx';
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
      renderContent={() => <Derivation steps={words.steps} />}
    >
      {shown}
    </PopoverButton>
  );
}

/** More steps than these are shown when the person asks. */
const most = 50;

/** The steps, the result last. Of a long sum first the first parts. */
function Derivation({ steps }: { readonly steps: readonly Step[] }) {
  const parts = useFirstRows(steps.slice(0, -1), most);
  const result = steps.at(-1);
  return (
    <>
      <dl className="facts">
        {parts.first.map((step) => (
          <Line key={step.label} step={step} />
        ))}
        {result !== undefined && <Line step={result} last />}
      </dl>
      <MoreRows list={parts} />
    </>
  );
}

function Line({ step: { label, value }, last = false }: { readonly step: Step; readonly last?: boolean }) {
  return (
    <div className={last ? 'step last' : 'step'}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
