import { useState } from 'react';
import { Button } from '../../../components/buttons.tsx';
import { useDesk } from '../../../store/desk.ts';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { happen } from './happen.ts';
import { OrderForm } from './order-form.tsx';
import { OutsideLink } from './outside-link.tsx';
import { StepCard } from './step-card.tsx';
import type { StepProps } from './step-props.ts';

/** Nobody knows whether the order went through: where to look, and what was found (rule K). */
export function Verify({ purchase, takesFocus }: StepProps) {
  const today = useDesk((desk) => desk.state.today);
  const [found, setFound] = useState(false);
  const { unsureSince, record } = purchase;
  return (
    <StepCard
      title={text('purchase-step.verify-title')}
      takesFocus={takesFocus}
      aside={unsureSince === null ? '' : text('purchase-step.verify-since', { day: dayText(unsureSince) })}
    >
      <p>{text('purchase-step.verify-lead', { holder: record.holder })}</p>
      <ul className="bullets">
        <li>{text('purchase-step.verify-area')}</li>
        <li>{text('purchase-step.verify-payments')}</li>
        <li>{text('purchase-step.verify-mail')}</li>
      </ul>
      <div className="row row-wrap">
        <OutsideLink host="areaclienti.pec.it" />
        <OutsideLink host="pagamenti.aruba.it" />
      </div>
      {found ? (
        <OrderForm purchase={purchase} />
      ) : (
        <div className="row row-wrap">
          <Button kind="primary" onPress={() => setFound(true)}>
            {text('purchase-step.verify-yes')}
          </Button>
          <Button
            onPress={() =>
              void happen(
                purchase,
                { kind: 'not-ordered' },
                { text: text('purchase-step.verify-no-done'), undo: true },
              )
            }
          >
            {text('purchase-step.verify-no')}
          </Button>
          <Button
            onPress={() =>
              void happen(
                purchase,
                { kind: 'still-unsure', day: today },
                { text: text('purchase-step.verify-wait-done'), undo: true },
              )
            }
          >
            {text('purchase-step.verify-wait')}
          </Button>
        </div>
      )}
    </StepCard>
  );
}
