import { Button } from '../../../components/buttons.tsx';
import { go } from '../../../store/ui-store.ts';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { buysUsers } from '../purchase-steps.ts';
import { StepCard } from './step-card.tsx';
import type { StepProps } from './step-props.ts';

/** Nothing is left to do. */
export function Ended({ purchase, takesFocus }: StepProps) {
  const { state, activated, ordered } = purchase;
  return (
    <StepCard title={text('purchase.done-title')} takesFocus={takesFocus}>
      <p>
        {state === 'active' && activated !== null
          ? text(buysUsers(purchase) ? 'purchase.done-active' : 'purchase.done-renewed', {
              day: dayText(activated.day),
              people: purchase.record.personIds.length,
            })
          : state === 'cancelled'
            ? text('purchase.done-cancelled', { number: ordered?.orderNumber ?? '' })
            : text('purchase.done-abandoned')}
      </p>
      {activated !== null && (
        <div className="row">
          <Button onPress={() => go({ screen: 'service', serviceId: activated.serviceId })}>
            {text('purchase.open-service')}
          </Button>
        </div>
      )}
    </StepCard>
  );
}
