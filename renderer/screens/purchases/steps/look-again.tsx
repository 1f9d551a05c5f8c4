import type { PurchaseEvent } from '../../../../core/purchases/purchase.ts';
import { text } from '../../../text/text.ts';
import { purchaseSteps, type PurchaseStep } from '../purchase-steps.ts';
import { happeningText } from '../happening-words.ts';
import { byWhen } from '../purchase-words.ts';
import { StepCard } from './step-card.tsx';

/** A step that is not the one to do now: what was recorded there, or that it comes later. */
export function LookAgain({
  step,
  tick,
}: {
  readonly step: PurchaseStep;
  readonly tick: PurchaseEvent | undefined;
}) {
  const title = `${purchaseSteps.indexOf(step) + 1}. ${text(`purchase.step-${step}`)}`;
  return (
    <StepCard title={title}>
      {tick === undefined ? (
        <p className="muted">{text('purchase.step-later')}</p>
      ) : (
        <>
          <p>{happeningText(tick.what)}.</p>
          <p className="muted">{text('purchase.step-ticked', { by: byWhen(tick) })}</p>
        </>
      )}
    </StepCard>
  );
}
