import { text } from '../../../text/text.ts';
import { OrderForm } from './order-form.tsx';
import { StepCard } from './step-card.tsx';
import type { StepProps } from './step-props.ts';

/** Step 5: the order number, as soon as Aruba shows it. */
export function OrderStep({ purchase, takesFocus }: StepProps) {
  return (
    <StepCard title={text('purchase-step.order-title')} takesFocus={takesFocus}>
      <p>{text('purchase-step.order-lead')}</p>
      <OrderForm purchase={purchase} />
    </StepCard>
  );
}
